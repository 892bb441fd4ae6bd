import { Anchor, Button, Group, NativeSelect, Text, Title } from '@mantine/core'
import { IconArrowLeft } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { Link } from 'wouter'
import { navigate } from 'wouter/use-hash-location'
import {
  duplicateCertainties,
  type DuplicateCertainty,
  type DuplicateScan,
} from '../../../domain/duplicate.ts'
import { duplicateLabels } from '../../../domain/labels/duplicate.zh.ts'
import { residentLabels } from '../../../domain/labels/resident.zh.ts'
import { ask, failureOf } from '../../ledger/ledger-client.ts'
import { ledgerQuery } from '../../ledger/ledger-query.ts'
import { DataTable } from '../../ui/data-table.tsx'
import { FailureNotice, TroubleNotice } from '../../ui/failure-notice.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { SuccessNotice } from '../../ui/success-notice.tsx'
import { WorkProgress } from '../../ui/work-progress.tsx'
import { duplicateColumns } from './duplicate-columns.tsx'
import { chooseCertainty, rememberNotice, rememberPlace, useDuplicatesStore } from './duplicates-store.ts'
import classes from './duplicates.module.css'

const words = duplicateLabels.list

/** Records that may be one person; everybody is looked through when the page is opened, unless nothing changed since. */
export function DuplicatesPage() {
  const [notice] = useState(() => useDuplicatesStore.getState().notice)
  useEffect(() => rememberNotice(null), [])
  const scan = useQuery({ ...ledgerQuery('duplicate.scan', {}), gcTime: 0 })
  const isStopped = scan.error !== null && failureOf(scan.error).code === 'cancelled'
  return (
    <div className={classes.page}>
      <Anchor component={Link} href="/residents" className={classes.back}>
        <IconArrowLeft aria-hidden="true" size="1.25rem" />
        {residentLabels.page.back}
      </Anchor>
      <PageHeader title={words.title}>
        <Button component={Link} href="/residents/duplicates/merges" variant="default">
          {words.merges}
        </Button>
      </PageHeader>
      <SuccessNotice sentence={notice} />
      <Text>{words.text}</Text>
      {scan.isFetching && (
        <WorkProgress
          task="duplicateScan"
          label={words.progressName}
          waitingText={words.scanning}
          progressText={words.progress}
          stopLabel={words.stop}
          onStop={() => void ask('duplicate.cancel', {})}
        />
      )}
      {!scan.isFetching && isStopped && (
        <Group>
          <Text role="status">{words.stopped}</Text>
          <Button onClick={() => void scan.refetch()}>{words.again}</Button>
        </Group>
      )}
      {!isStopped && <FailureNotice error={scan.error} />}
      {!scan.isFetching && scan.data !== undefined && scan.error === null && <Pairs scan={scan.data} />}
    </div>
  )
}

function Pairs({ scan }: { readonly scan: DuplicateScan }) {
  const certainty = useDuplicatesStore((store) => store.certainty)
  const [place] = useState(() => useDuplicatesStore.getState().place)
  const grid = useRef<HTMLDivElement>(null)
  const { counts } = scan
  const allCount = duplicateCertainties.reduce((sum, one) => sum + counts[one], 0)
  // Keys work in the list at once; its rows come a moment later.
  useEffect(() => grid.current?.focus(), [])
  return (
    <>
      {scan.isCut && <TroubleNotice sentence={words.cut} />}
      {allCount > 0 && (
        <Group align="flex-end">
          <NativeSelect
            className={classes.certainty}
            label={words.certainty}
            value={certainty ?? ''}
            data={[
              { value: '', label: words.everyCertainty(allCount) },
              ...duplicateCertainties.map((value) => ({
                value,
                label: words.certaintyOption(value, counts[value]),
              })),
            ]}
            onChange={({ currentTarget: { value } }) =>
              // Every option's value is a certainty or empty.
              chooseCertainty(value === '' ? null : (value as DuplicateCertainty))
            }
          />
        </Group>
      )}
      <DataTable
        label={words.tableName}
        columns={duplicateColumns}
        queryKey={['duplicate.list', certainty, scan.scannedAt, allCount]}
        fetchRows={(offset, limit) => ask('duplicate.list', { certainty, offset, limit })}
        countSentence={words.total}
        emptyState={
          <div className={classes.empty}>
            <Title order={2} size="h4">
              {words.emptyTitle}
            </Title>
            <Text>{allCount === 0 ? words.emptyText(scan.residentCount) : words.noneOfCertainty}</Text>
          </div>
        }
        initialPlace={place}
        gridRef={grid}
        onPlace={rememberPlace}
        onOpen={({ first, second }) =>
          navigate(`/residents/duplicates/${String(first.id)}/${String(second.id)}`)
        }
      />
    </>
  )
}
