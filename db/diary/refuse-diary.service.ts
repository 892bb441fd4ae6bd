import type { DiaryDraft } from '../../domain/diary.ts'
import { FailureError } from '../../domain/failure.ts'
import { actorAt, type Ledger } from '../ledger.ts'
import type { LedgerTransaction } from '../transaction.ts'
import type { StoredDiary } from './diary.repository.ts'

/** What only the ledger can say against an entry. Shape: whose it is. Throws: invalidInput naming the field, notAllowed. */
export async function refuseUnsoundDiary(
  trx: LedgerTransaction,
  ledger: Ledger,
  draft: DiaryDraft,
  before: StoredDiary | null,
): Promise<Pick<StoredDiary, 'staffId' | 'staffName'>> {
  const { entryOn, followUpOn, needsFollowUp, residentIds, visitTaskId, phoneCallId } = draft
  if (entryOn > ledger.clock.todayOn()) throw new FailureError('invalidInput', 'entryOn')
  if (needsFollowUp && followUpOn !== null && followUpOn < entryOn)
    throw new FailureError('invalidInput', 'followUpOn')
  if (!(await areThere(trx, residentIds))) throw new FailureError('invalidInput', 'residentIds')
  // What an entry was written after is said once, when it is new.
  if (before === null && visitTaskId !== null && !(await isVisit(trx, visitTaskId)))
    throw new FailureError('invalidInput', 'visitTaskId')
  if (before === null && phoneCallId !== null && !(await isCall(trx, phoneCallId)))
    throw new FailureError('invalidInput', 'phoneCallId')
  return authorOf(trx, ledger, draft.staffId, before)
}

/** Whoever writes is the author; only a director enters what others wrote on paper. */
async function authorOf(
  trx: LedgerTransaction,
  ledger: Ledger,
  staffId: number | null,
  before: StoredDiary | null,
): Promise<Pick<StoredDiary, 'staffId' | 'staffName'>> {
  const actor = actorAt(ledger)
  if (before !== null && (staffId === null || staffId === before.staffId))
    return { staffId: before.staffId, staffName: before.staffName }
  if (staffId === null || staffId === actor.staffId) return { staffId: actor.staffId, staffName: actor.name }
  if (actor.role !== 'director') throw new FailureError('notAllowed', 'staffId')
  const staff = await trx
    .selectFrom('staff')
    .select(['id', 'name'])
    .where('id', '=', staffId)
    .where('role', '!=', 'viewer')
    .executeTakeFirst()
  if (staff === undefined) throw new FailureError('invalidInput', 'staffId')
  return { staffId: staff.id, staffName: staff.name }
}

/** Whether each is a record that was not removed, and stands there once. */
async function areThere(trx: LedgerTransaction, ids: readonly number[]): Promise<boolean> {
  if (ids.length === 0) return true
  const rows = await trx
    .selectFrom('resident')
    .select('id')
    .where('id', 'in', ids)
    .where('removedAt', 'is', null)
    .execute()
  return rows.length === ids.length
}

async function isVisit(trx: LedgerTransaction, id: number): Promise<boolean> {
  const task = await trx.selectFrom('visitTask').select('id').where('id', '=', id).executeTakeFirst()
  return task !== undefined
}

async function isCall(trx: LedgerTransaction, id: number): Promise<boolean> {
  const call = await trx
    .selectFrom('phoneCall')
    .select('id')
    .where('id', '=', id)
    .where('withdrawnAt', 'is', null)
    .executeTakeFirst()
  return call !== undefined
}
