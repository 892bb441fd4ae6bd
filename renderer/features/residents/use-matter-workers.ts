import { useQuery } from '@tanstack/react-query'
import { sealedLabels } from '../../../domain/labels/sealed.zh.ts'
import { maySeeMatter } from '../../../domain/sealed-access.ts'
import type { StaffName } from '../../../domain/staff.ts'
import { useReadyState } from '../../ledger/app-state.ts'
import { ledgerQuery } from '../../ledger/ledger-query.ts'

/** Shape: the text a choice of a worker is known by, what it says, and whom it names. */
export interface MatterWorker {
  readonly value: string
  readonly label: string
  readonly worker: StaffName | null
}

const wholeCircle: MatterWorker = { value: '', label: sealedLabels.wholeCircle, worker: null }

/** Whom whoever is at the desk may make answerable for a matter: the director everybody who may write, others themselves. */
export function useMatterWorkers(): readonly MatterWorker[] {
  const actor = useReadyState()?.actor
  const isDirector = actor?.role === 'director'
  const staff = useQuery({ ...ledgerQuery('staff.list', {}), enabled: isDirector })
  if (actor === undefined || (isDirector && staff.data === undefined)) return []
  const own = { staffId: actor.staffId, name: actor.name }
  const colleagues = (staff.data ?? [])
    .filter(({ id, isClosed, role }) => id !== actor.staffId && !isClosed && role !== 'viewer')
    .map(({ id, name }) => ({ staffId: id, name }))
  return [
    ...[own, ...(isDirector ? colleagues : [])].map(optionOf),
    ...(maySeeMatter(actor, null) ? [wholeCircle] : []),
  ]
}

/** The text a worker is chosen by. */
export function workerValue(worker: StaffName | null): string {
  return worker === null ? wholeCircle.value : String(worker.staffId)
}

/** The same with whoever answers for a matter by now, which is the director's where that worker has left. */
export function withPresent(
  workers: readonly MatterWorker[],
  present: StaffName | null,
): readonly MatterWorker[] {
  if (workers.some(({ value }) => value === workerValue(present))) return workers
  if (present === null) return [wholeCircle, ...workers]
  const left = { ...optionOf(present), label: sealedLabels.closedWorker(present.name) }
  return [workers.length === 0 ? optionOf(present) : left, ...workers]
}

function optionOf(worker: StaffName): MatterWorker {
  return { value: workerValue(worker), label: worker.name, worker }
}
