import { Button, Group, Text } from '@mantine/core'
import { useState } from 'react'
import { navigate } from 'wouter/use-hash-location'
import type { CalendarDate } from '../../../domain/calendar-date.ts'
import type { BoardElder, ClaimBoard } from '../../../domain/claim.ts'
import { claimLabels } from '../../../domain/labels/claim.zh.ts'
import { useMay } from '../../ledger/app-state.ts'
import { ask } from '../../ledger/ledger-client.ts'
import { useCareChanged } from '../../ledger/use-care-changed.ts'
import { CallDialog } from '../../ui/care/call-dialog.tsx'
import { DataTable } from '../../ui/data-table.tsx'
import { topPlace } from '../../ui/table-place.ts'
import { useClaimsStore } from './claims-store.ts'
import { claimedColumns, unclaimedColumns } from './elder-columns.tsx'
import { EndDialog } from './end-dialog.tsx'
import { HandOverDialog } from './hand-over-dialog.tsx'
import { StartDialog } from './start-dialog.tsx'
import { UnclaimedFilter } from './unclaimed-filter.tsx'
import { useElderSelection } from './use-elder-selection.ts'
import classes from './claims.module.css'

const words = claimLabels.board

interface ElderListProps {
  readonly board: ClaimBoard
  readonly todayOn: CalendarDate
  readonly onDone: (sentence: string) => void
}

type Task =
  | { readonly kind: 'claim' | 'end'; readonly elders: readonly BoardElder[] }
  | { readonly kind: 'call'; readonly elder: BoardElder }
  | {
      readonly kind: 'handOver'
      readonly claimant: { readonly id: number; readonly name: string }
      readonly elders: readonly BoardElder[] | null
    }

/** The elders of one post, one claimant, those overdue or those nobody has claimed, and what can be done about them. */
export function ElderList({ board, todayOn, onDone }: ElderListProps) {
  const { place } = useClaimsStore()
  const { view, claimPostId, claimantId } = place
  const { on } = board
  const fetchRows = (offset: number, limit: number) =>
    ask('claim.elders', { on, view, claimPostId, claimantId, offset, limit })
  const selection = useElderSelection(fetchRows)
  const changed = useCareChanged()
  const [task, setTask] = useState<Task | null>(null)
  const mayClaim = useMay('claim.start') && on === todayOn
  const done = (sentence: string) => {
    setTask(null)
    selection.clear()
    changed()
    onDone(sentence)
  }
  const claimant = board.posts
    .flatMap(({ claimants }) => claimants)
    .find((one) => claimantId !== null && one.claimantId === claimantId)
  const cancel = () => setTask(null)
  return (
    <div className={classes.elders}>
      {view === 'unclaimed' && <UnclaimedFilter unclaimed={board.unclaimed} />}
      <DataTable
        label={words.tableName}
        columns={view === 'unclaimed' ? unclaimedColumns : claimedColumns}
        queryKey={['claim.elders', on, view, claimPostId, claimantId]}
        fetchRows={fetchRows}
        countSentence={words.count}
        emptyState={<Text>{emptySentence(view, board)}</Text>}
        initialPlace={topPlace}
        onPlace={() => undefined}
        onOpen={({ residentId }) => navigate(`/residents/${String(residentId)}`)}
        {...(mayClaim ? { selection: selection.rows } : {})}
        actions={() =>
          mayClaim && (
            <Actions
              selection={selection}
              isUnclaimed={view === 'unclaimed'}
              claimant={claimant === undefined ? null : { id: claimant.claimantId, name: claimant.name }}
              onTask={setTask}
            />
          )
        }
      />
      {task?.kind === 'claim' && (
        <StartDialog
          elders={task.elders}
          claimPostId={claimPostId}
          claimantId={claimantId}
          todayOn={todayOn}
          onCancel={cancel}
          onDone={(count) => done(words.claimed(count))}
        />
      )}
      {task?.kind === 'handOver' && (
        <HandOverDialog
          claimant={task.claimant}
          elders={task.elders}
          todayOn={todayOn}
          onCancel={cancel}
          onDone={(count) => done(words.handedOver(count))}
        />
      )}
      {task?.kind === 'end' && (
        <EndDialog
          elders={task.elders}
          todayOn={todayOn}
          onCancel={cancel}
          onDone={(count) => done(words.ended(count))}
        />
      )}
      {task?.kind === 'call' && (
        <CallDialog
          person={{ id: task.elder.residentId, name: task.elder.name }}
          usualCaller={task.elder.claim?.claimantName ?? ''}
          call={null}
          todayOn={todayOn}
          onCancel={cancel}
          onSaved={() => done(words.called(task.elder.name))}
          onWithdrawn={cancel}
        />
      )}
    </div>
  )
}

function emptySentence(view: 'claimed' | 'overdue' | 'unclaimed', { unclaimed }: ClaimBoard): string {
  if (view === 'claimed') return words.emptyClaimed
  if (view === 'overdue') return words.emptyOverdue
  return unclaimed.problem === null ? words.emptyUnclaimed : words.problems[unclaimed.problem]
}

interface ActionsProps {
  readonly selection: ReturnType<typeof useElderSelection>
  readonly isUnclaimed: boolean
  /** Whose elders are listed; null where they are of several. */
  readonly claimant: { readonly id: number; readonly name: string } | null
  readonly onTask: (task: Task) => void
}

function Actions({ selection, isUnclaimed, claimant, onTask }: ActionsProps) {
  const { chosen, isTooMany } = selection
  const [one] = chosen
  const claimants = new Set(chosen.map(({ claim }) => claim?.claimantId))
  const owner = one?.claim ?? null
  return (
    <Group gap="sm" role="group" aria-label={words.actions}>
      <Text role="status" size="sm" {...(isTooMany ? { c: 'var(--mantine-color-error)' } : {})}>
        {isTooMany ? words.tooMany : chosen.length === 0 ? words.hint : words.chosen(chosen.length)}
      </Text>
      {chosen.length > 0 && isUnclaimed && (
        <Button size="compact-md" onClick={() => onTask({ kind: 'claim', elders: chosen })}>
          {words.claimChosen}
        </Button>
      )}
      {one !== undefined && chosen.length === 1 && (
        <Button variant="default" size="compact-md" onClick={() => onTask({ kind: 'call', elder: one })}>
          {words.call}
        </Button>
      )}
      {owner !== null && claimants.size === 1 && (
        <Button
          size="compact-md"
          onClick={() =>
            onTask({
              kind: 'handOver',
              claimant: { id: owner.claimantId, name: owner.claimantName },
              elders: chosen,
            })
          }
        >
          {words.handOverChosen}
        </Button>
      )}
      {owner !== null && (
        <Button variant="default" size="compact-md" onClick={() => onTask({ kind: 'end', elders: chosen })}>
          {words.end}
        </Button>
      )}
      {chosen.length === 0 && claimant !== null && (
        <Button
          variant="default"
          size="compact-md"
          onClick={() => onTask({ kind: 'handOver', claimant, elders: null })}
        >
          {words.handOverAll(claimant.name === '' ? claimLabels.forgotten : claimant.name)}
        </Button>
      )}
      {chosen.length > 0 && (
        <Button variant="default" size="compact-md" onClick={selection.clear}>
          {words.none}
        </Button>
      )}
      {owner !== null && claimants.size > 1 && <Text size="sm">{words.severalClaimants}</Text>}
    </Group>
  )
}
