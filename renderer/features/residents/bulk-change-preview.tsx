import { Button, Group, Text } from '@mantine/core'
import { useState } from 'react'
import {
  bulkVerdicts,
  type BulkPreview,
  type BulkPreviewRow,
  type BulkVerdict,
} from '../../../domain/bulk-change.ts'
import { bulkLabels, bulkRefusalLabels } from '../../../domain/labels/bulk-change.zh.ts'
import { ask } from '../../ledger/ledger-client.ts'
import { DataTable } from '../../ui/data-table.tsx'
import type { DataTableColumn } from '../../ui/data-table-column.ts'
import { topPlace } from '../../ui/table-place.ts'
import classes from './bulk-change-page.module.css'

const words = bulkLabels
const { columns } = words

const person: readonly DataTableColumn<BulkPreviewRow>[] = [
  {
    key: 'name',
    header: columns.name,
    width: 'minmax(5rem, 1fr)',
    cell: (row) => <strong>{row.name}</strong>,
  },
  { key: 'address', header: columns.address, width: 'minmax(7rem, 1.5fr)', cell: (row) => row.address },
  { key: 'before', header: columns.before, width: 'minmax(7rem, 2fr)', cell: (row) => row.before },
]

const columnsOf: Readonly<Record<BulkVerdict, readonly DataTableColumn<BulkPreviewRow>[]>> = {
  change: [
    ...person,
    { key: 'after', header: columns.after, width: 'minmax(7rem, 2fr)', cell: (row) => row.after },
  ],
  same: [
    ...person,
    { key: 'reason', header: columns.reason, width: 'minmax(7rem, 2fr)', cell: () => words.same },
  ],
  refuse: [
    ...person,
    {
      key: 'reason',
      header: columns.reason,
      width: 'minmax(7rem, 2fr)',
      cell: ({ refusal }) => (refusal === null ? '' : bulkRefusalLabels[refusal]),
    },
  ],
}

interface BulkChangePreviewProps {
  readonly preview: BulkPreview
  readonly isBusy: boolean
  readonly onApply: () => void
}

/** Who changes from what to what, who is so already, and who can't be changed. */
export function BulkChangePreview({ preview, isBusy, onApply }: BulkChangePreviewProps) {
  const { handle, counts } = preview
  const [verdict, setVerdict] = useState<BulkVerdict>('change')
  return (
    <section aria-label={words.previewTitle} className={classes.preview}>
      <Group justify="space-between" gap="sm">
        <Group gap="xs" role="group" aria-label={words.tabsName}>
          {bulkVerdicts.map((each) => (
            <Button
              key={each}
              variant={each === verdict ? 'light' : 'default'}
              aria-pressed={each === verdict}
              onClick={() => setVerdict(each)}
            >
              {words.tabs[each](counts[each])}
            </Button>
          ))}
        </Group>
        <Button disabled={counts.change === 0} loading={isBusy} onClick={onApply}>
          {words.apply(counts.change)}
        </Button>
      </Group>
      {counts.change === 0 && <Text role="status">{words.nothingToChange}</Text>}
      <DataTable
        label={words.rowsName}
        columns={columnsOf[verdict]}
        queryKey={['bulkChange.rows', handle, verdict]}
        fetchRows={(offset, limit) => ask('bulkChange.rows', { handle, verdict, offset, limit })}
        countSentence={words.rowCount}
        emptyState={<Text>{words.noRows}</Text>}
        initialPlace={topPlace}
        onPlace={() => undefined}
      />
    </section>
  )
}
