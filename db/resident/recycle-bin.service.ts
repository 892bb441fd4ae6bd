import { FailureError } from '../../domain/failure.ts'
import type { ResidentView } from '../../domain/resident-view.ts'
import { settleHouseholds } from '../household/household.service.ts'
import type { LedgerKey } from '../key/ledger-key.ts'
import type { Ledger } from '../ledger.ts'
import { inTransaction } from '../transaction.ts'
import { changeBy, recordWhole } from './record-change.service.ts'
import { setRemoval } from './resident.repository.ts'
import { loadStoredResidents, residentOf } from './resident.queries.ts'
import { getResidentView } from './resident-view.queries.ts'

interface Removal {
  readonly id: number
  readonly revision: number
  readonly reason: string
}

/** Puts a record that should not be there into the recycle bin, with all that hangs on it. Throws: notFound, staleRecord, reasonRequired. */
export async function removeResident(
  ledger: Ledger,
  { id, revision, reason }: Removal,
): Promise<Record<string, never>> {
  if (reason.trim() === '') throw new FailureError('reasonRequired', 'reason')
  const by = changeBy(ledger, 'form', reason)
  return inTransaction(ledger, async (trx) => {
    const person = await residentOf(trx, id)
    if (person.revision !== revision) throw new FailureError('staleRecord')
    await setRemoval(trx, id, { removedAt: by.at, removal: 'deleted' }, by.at)
    await recordWhole(trx, id, { before: 'there', after: 'removed' }, by)
    await settleHouseholds(trx, [person.householdId], [], by)
    return {
      value: {},
      entries: [{ action: 'removed', objectType: 'resident', objectId: id, reason }],
    }
  })
}

/** Takes a record out of the recycle bin again. Throws: notFound, duplicateIdNumber when somebody else has the number now. */
export async function restoreResident(
  ledger: Ledger,
  { id }: { readonly id: number },
  { key }: { readonly key: LedgerKey },
): Promise<ResidentView> {
  const by = changeBy(ledger, 'form')
  await inTransaction(ledger, async (trx) => {
    const [stored] = await loadStoredResidents(trx, [id])
    if (stored?.record.removal !== 'deleted') throw new FailureError('notFound')
    await setRemoval(trx, id, { removedAt: null, removal: null }, by.at)
    await recordWhole(trx, id, { before: 'removed', after: 'there' }, by)
    // Whoever came back as a second head gives way to the one who is there.
    await settleHouseholds(trx, [stored.record.householdId], [], by)
    return { value: null, entries: [{ action: 'restored', objectType: 'resident', objectId: id }] }
  })
  return getResidentView(ledger, id, key)
}
