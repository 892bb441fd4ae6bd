import { FailureError } from '../../domain/failure.ts'
import type { RosterKind } from '../../domain/roster.ts'
import type { Ledger } from '../ledger.ts'
import { inTransaction } from '../transaction.ts'
import { isRosterNameTaken } from './roster-kind.queries.ts'
import { deleteRosterKind, insertRosterKind, updateRosterKind } from './roster-kind.repository.ts'

/** Keeps a kind of roster, new without an id. Throws: rosterNameTaken, staleRecord. */
export async function saveRosterKind(
  ledger: Ledger,
  request: {
    readonly id: number | null
    readonly revision: number | null
    readonly kind: Pick<RosterKind, 'name' | 'roster'>
  },
): Promise<RosterKind> {
  const kept = { ...request.kind, changedAt: ledger.clock.nowAt() }
  const { name, roster } = request.kind
  return inTransaction(ledger, async (trx) => {
    if (await isRosterNameTaken(trx, name, request.id)) throw new FailureError('rosterNameTaken', 'name')
    if (request.id === null) {
      const id = await insertRosterKind(trx, kept)
      const entry = { action: 'added', objectType: 'rosterKind', objectId: id } as const
      return { value: { id, name, roster, revision: 1 }, entries: [entry] }
    }
    const at = { id: request.id, revision: request.revision ?? 0 }
    if (!(await updateRosterKind(trx, at, kept))) throw new FailureError('staleRecord')
    const entry = { action: 'changed', objectType: 'rosterKind', objectId: at.id } as const
    return { value: { id: at.id, name, roster, revision: at.revision + 1 }, entries: [entry] }
  })
}

/** Takes a kind of roster away; no person is touched by it. Throws: staleRecord. */
export async function removeRosterKind(
  ledger: Ledger,
  at: { readonly id: number; readonly revision: number },
): Promise<void> {
  await inTransaction(ledger, async (trx) => {
    if (!(await deleteRosterKind(trx, at))) throw new FailureError('staleRecord')
    return { value: null, entries: [{ action: 'removed', objectType: 'rosterKind', objectId: at.id }] }
  })
}
