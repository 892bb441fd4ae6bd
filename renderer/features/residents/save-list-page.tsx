import { Button, Checkbox, Fieldset, Group, NativeSelect, Stack, Text } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { Link } from 'wouter'
import { listColumnLabel, listLabels } from '../../../domain/labels/resident-list.zh.ts'
import { listColumns, mayReadColumn, screenColumns, type ListColumn } from '../../../domain/list-column.ts'
import { ownFieldKey } from '../../../domain/own-field.ts'
import { paperNumbers, type PaperNumbers } from '../../../domain/paper-stamp.ts'
import { chosenCount, type ResidentSelection } from '../../../domain/resident-selection.ts'
import type { RevealReason } from '../../../domain/reveal.ts'
import { useReadyState } from '../../ledger/app-state.ts'
import { ask, failureOf } from '../../ledger/ledger-client.ts'
import { useListedOwnFields, useOwnFields } from '../../ledger/use-own-fields.ts'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { ReasonFields, useReason } from '../../ui/reason-fields.tsx'
import { SuccessNotice } from '../../ui/success-notice.tsx'
import { WorkProgress } from '../../ui/work-progress.tsx'
import { useResidentsStore } from './residents-store.ts'
import { useFoundCount } from './use-found-count.ts'
import classes from './save-list-page.module.css'

const words = listLabels
const numbersOptions = paperNumbers.map((value) => ({ value, label: words.numbersOptions[value] }))

/** Which columns of the list go into a workbook, and how its numbers are written. */
export function SaveListPage() {
  const selection = useResidentsStore((store) => store.selection)
  const filter = useResidentsStore((store) => store.filter)
  const { count: shownCount } = useFoundCount(filter)
  const actor = useReadyState()?.actor
  const listed = useListedOwnFields()
  /** Null for those on the screen. */
  const [chosenColumns, setColumns] = useState<ReadonlySet<ListColumn> | null>(null)
  const columns =
    chosenColumns ?? new Set<ListColumn>([...screenColumns, ...listed.map(({ id }) => ownFieldKey(id))])
  const [numbers, setNumbers] = useState<PaperNumbers>('masked')
  const ownFields = useOwnFields()
  const offered: readonly ListColumn[] = [...listColumns, ...ownFields.map(({ id }) => ownFieldKey(id))]
  const reason = useReason()
  const save = useSaveList()
  const chosen: ResidentSelection = selection ?? { kind: 'shown', filter, exceptIds: [] }

  const run = () => {
    const why = numbers === 'masked' ? null : reason.read()
    if (numbers !== 'masked' && why === null) return
    save.mutate({
      selection: chosen,
      columns: offered.filter((column) => columns.has(column)),
      numbers,
      reason: why,
    })
  }

  return (
    <Stack gap="md">
      <PageHeader title={words.dialogTitle}>
        <Button component={Link} href="/residents" variant="default">
          {words.back}
        </Button>
      </PageHeader>
      <Text>{shownCount !== null && words.who(chosenCount(chosen, shownCount), selection !== null)}</Text>
      <Fieldset legend={words.columns}>
        <div className={classes.columns}>
          {offered
            .filter((column) => actor !== undefined && mayReadColumn(actor, column))
            .map((column) => (
              <Checkbox
                key={column}
                label={listColumnLabel(column, ownFields)}
                checked={columns.has(column)}
                onChange={() => setColumns(toggled(columns, column))}
              />
            ))}
        </div>
        {columns.size === 0 && <Text role="status">{words.noColumns}</Text>}
      </Fieldset>
      <NativeSelect
        label={words.numbers}
        maw="24rem"
        data={numbersOptions}
        value={numbers}
        // Every option's value is one of them.
        onChange={({ currentTarget: { value } }) => setNumbers(value as PaperNumbers)}
      />
      {numbers !== 'masked' && <ReasonFields label={words.purpose} reason={reason} onEnter={run} />}
      {save.isPending && (
        <WorkProgress
          task="listExport"
          label={words.progressName}
          waitingText={words.saving}
          progressText={words.progress}
          stopLabel={words.stop}
          onStop={() => void ask('residentList.cancel', {})}
        />
      )}
      <SuccessNotice sentence={save.sentence} />
      <FailureNotice error={save.error} />
      <Group>
        <Button disabled={columns.size === 0} loading={save.isPending} onClick={run}>
          {words.confirm}
        </Button>
      </Group>
    </Stack>
  )
}

function toggled(columns: ReadonlySet<ListColumn>, column: ListColumn): ReadonlySet<ListColumn> {
  const others = [...columns].filter((other) => other !== column)
  return new Set(columns.has(column) ? others : [...others, column])
}

interface Asked {
  readonly selection: ResidentSelection
  readonly columns: ListColumn[]
  readonly numbers: PaperNumbers
  readonly reason: RevealReason | null
}

function useSaveList() {
  const { mutate, data, error, isPending } = useMutation({
    mutationFn: (asked: Asked) => ask('residentList.save', asked),
  })
  const isStopped = error !== null && failureOf(error).code === 'cancelled'
  const outcome = data === undefined ? null : data.isSaved ? words.saved(data.rowCount) : words.notSaved
  return {
    mutate,
    isPending,
    error: isStopped ? null : error,
    sentence: isStopped ? words.notSaved : outcome,
  }
}
