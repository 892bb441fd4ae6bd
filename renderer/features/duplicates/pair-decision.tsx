import { Button, Group, Stack, Text } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { navigate } from 'wouter/use-hash-location'
import type { DuplicateComparison } from '../../../domain/duplicate.ts'
import type { ChosenField, MergeChoice } from '../../../domain/duplicate-merge.ts'
import { duplicateLabels } from '../../../domain/labels/duplicate.zh.ts'
import { columnMoment } from '../../../domain/labels/moment.zh.ts'
import type { Actor } from '../../../domain/staff.ts'
import { ask } from '../../ledger/ledger-client.ts'
import { useOwnFields } from '../../ledger/use-own-fields.ts'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { ApartDialog } from './apart-dialog.tsx'
import classes from './duplicates.module.css'
import { rememberNotice } from './duplicates-store.ts'
import { PairTable } from './pair-table.tsx'
import { proposedSide, type Side } from './proposed-side.ts'
import { comparedFields, comparedLists, comparedOwnFields } from './record-texts.ts'

const words = duplicateLabels.pair
const listPath = '/residents/duplicates'

interface PairDecisionProps {
  readonly comparison: DuplicateComparison
  readonly actor: Actor
}

/** Whose value stays of each field, and what is done with the pair. */
export function PairDecision({ comparison, actor }: PairDecisionProps) {
  const { first, second, distinct } = comparison
  const queries = useQueryClient()
  const [chosen, setChosen] = useState<ReadonlyMap<ChosenField, Side>>(new Map())
  const [asking, setAsking] = useState<'merge' | 'apart' | null>(null)
  const ownFields = useOwnFields()
  const fields = [
    ...comparedFields(first.resident, second.resident, actor),
    ...comparedOwnFields(first.resident, second.resident, ownFields),
  ]
  const sideOf = (field: ChosenField): Side => chosen.get(field) ?? proposedSide(field, comparison)
  const nameSide = sideOf('name')
  const name = (nameSide === 'second' ? second : first).resident.name
  const pair = { firstId: first.resident.id, secondId: second.resident.id }

  const leave = (notice: string) => {
    rememberNotice(notice)
    // The window holds answers about both records in many places.
    void queries.invalidateQueries()
    navigate(listPath)
  }
  const merge = useMutation({
    mutationFn: () =>
      ask('duplicate.merge', {
        keptId: first.resident.id,
        mergedId: second.resident.id,
        keptRevision: first.resident.revision,
        mergedRevision: second.resident.revision,
        choices: Object.fromEntries(
          fields.filter(({ isOpen }) => isOpen).map(({ field }) => [field, choiceOf(sideOf(field))]),
        ),
      }),
    onSuccess: () => leave(words.merged(name)),
    onError: () => setAsking(null),
  })
  const offer = useMutation({
    mutationFn: () => ask('duplicate.offerAgain', pair),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['duplicate.compare'] }),
  })

  return (
    <Stack gap="md">
      {distinct !== null && (
        <Group>
          <Text>{words.distinct(distinct.staffName, columnMoment(distinct.decidedAt), distinct.reason)}</Text>
          <Button variant="default" loading={offer.isPending} onClick={() => offer.mutate()}>
            {words.offerAgain}
          </Button>
        </Group>
      )}
      <FailureNotice error={merge.error ?? offer.error} />
      <Text>{words.hint}</Text>
      <PairTable
        comparison={comparison}
        fields={fields}
        lists={comparedLists(first.resident, second.resident, actor)}
        sideOf={sideOf}
        onChoose={(field, side) => setChosen((now) => new Map(now).set(field, side))}
      />
      <Group className={classes.saveBar}>
        <Button size="md" onClick={() => setAsking('merge')}>
          {words.merge}
        </Button>
        <Button size="md" variant="default" onClick={() => setAsking('apart')}>
          {words.apart}
        </Button>
        <Text>{words.allMoves}</Text>
      </Group>
      <ConfirmDialog
        isOpen={asking === 'merge'}
        title={words.confirmTitle(name)}
        text={words.confirmText}
        confirmLabel={words.confirm}
        cancelLabel={words.cancel}
        isBusy={merge.isPending}
        onConfirm={() => merge.mutate()}
        onCancel={() => setAsking(null)}
      />
      {asking === 'apart' && (
        <ApartDialog
          pair={pair}
          onClose={() => setAsking(null)}
          onDone={() => leave(words.keptApart(first.resident.name, second.resident.name))}
        />
      )}
    </Stack>
  )
}

function choiceOf(side: Side): MergeChoice {
  if (side === 'both') return 'both'
  return side === 'first' ? 'kept' : 'merged'
}
