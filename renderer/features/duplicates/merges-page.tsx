import { Anchor, Text, Title } from '@mantine/core'
import { IconArrowLeft } from '@tabler/icons-react'
import { useState } from 'react'
import { Link } from 'wouter'
import type { MergeRow } from '../../../domain/duplicate-merge.ts'
import { duplicateLabels } from '../../../domain/labels/duplicate.zh.ts'
import { columnMoment } from '../../../domain/labels/moment.zh.ts'
import { ask } from '../../ledger/ledger-client.ts'
import type { DataTableColumn } from '../../ui/data-table-column.ts'
import { DataTable } from '../../ui/data-table.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { SuccessNotice } from '../../ui/success-notice.tsx'
import { topPlace } from '../../ui/table-place.ts'
import classes from './duplicates.module.css'
import { UndoMergeDialog } from './undo-merge-dialog.tsx'

const words = duplicateLabels.merges

const columns: readonly DataTableColumn<MergeRow>[] = [
  { key: 'at', header: words.columns.at, width: '10rem', cell: ({ mergedAt }) => columnMoment(mergedAt) },
  {
    key: 'staff',
    header: words.columns.staff,
    width: 'minmax(6rem, 1fr)',
    cell: ({ staffName }) => staffName,
  },
  {
    key: 'kept',
    header: words.columns.kept,
    width: 'minmax(7rem, 2fr)',
    cell: ({ keptName }) => <strong>{keptName}</strong>,
  },
  {
    key: 'merged',
    header: words.columns.merged,
    width: 'minmax(7rem, 2fr)',
    cell: ({ mergedName }) => mergedName,
  },
  {
    key: 'state',
    header: words.columns.state,
    width: '6rem',
    cell: ({ undoneAt }) => (undoneAt === null ? words.merged : words.undone),
  },
]

/** Every merge, the newest first; one that was wrong is taken back here. */
export function MergesPage() {
  const [openRow, setOpenRow] = useState<MergeRow | null>(null)
  const [notice, setNotice] = useState<string | null>(null)
  return (
    <div className={classes.page}>
      <Anchor component={Link} href="/residents/duplicates" className={classes.back}>
        <IconArrowLeft aria-hidden="true" size="1.25rem" />
        {duplicateLabels.pair.back}
      </Anchor>
      <PageHeader title={words.title} />
      <SuccessNotice sentence={notice} />
      <Text>{words.text}</Text>
      <DataTable
        label={words.tableName}
        columns={columns}
        queryKey={['duplicate.listMerges']}
        fetchRows={(offset, limit) => ask('duplicate.listMerges', { offset, limit })}
        countSentence={words.total}
        emptyState={
          <div className={classes.empty}>
            <Title order={2} size="h4">
              {words.emptyTitle}
            </Title>
            <Text>{words.emptyText}</Text>
          </div>
        }
        initialPlace={topPlace}
        onPlace={() => undefined}
        onOpen={setOpenRow}
      />
      {openRow !== null && (
        <UndoMergeDialog
          row={openRow}
          onClose={() => setOpenRow(null)}
          onUndone={(sentence) => {
            setOpenRow(null)
            setNotice(sentence)
          }}
        />
      )}
    </div>
  )
}
