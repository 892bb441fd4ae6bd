import type { AuditEntryDraft } from '../../domain/audit.ts'
import type { ChannelInput } from '../../domain/contract.ts'
import { FailureError } from '../../domain/failure.ts'
import type { Staff, StaffDraft } from '../../domain/staff.ts'
import { handOverDuties, heldDuties } from '../duty/duty-kinds.ts'
import { endDraftsOf } from '../draft/draft.service.ts'
import { changeKeySlots } from '../key/change-key-slots.ts'
import { withoutStaffSlot, withStaffName, withStaffSlot } from '../key/key-slots.ts'
import type { LedgerKey } from '../key/ledger-key.ts'
import type { Ledger } from '../ledger.ts'
import { inTransaction, type LedgerTransaction } from '../transaction.ts'
import { refuseWeakPassword } from './password-check.ts'
import { hasOtherDirector, staffOf } from './staff.queries.ts'
import { insertStaff, markStaffClosed, updateStaff } from './staff.repository.ts'

/** An open ledger together with what opens it, which only the work on accounts needs. */
export interface UnlockedLedger {
  readonly ledger: Ledger
  readonly key: LedgerKey
}

/** The account every ledger begins with. Shape: its id. */
export async function insertFirstDirector(
  trx: LedgerTransaction,
  name: string,
  now: string,
): Promise<number> {
  return insertStaff(trx, { name, role: 'director', workFields: [], isInSealedCircle: false }, now)
}

/** Opens an account with its first password. Throws: staffNameTaken, passwordWeak, stateFileBlocked, diskFull. */
export async function addStaff(
  { ledger, key }: UnlockedLedger,
  draft: StaffDraft,
  password: string,
): Promise<Staff> {
  await refuseWeakPassword(ledger.db, password, draft.name)
  return inTransaction(ledger, async (trx) => {
    const id = await namedOnce(() => insertStaff(trx, draft, ledger.clock.nowAt()))
    // Before COMMIT: an account that nobody can sign in to must not come to be.
    await changeKeySlots(ledger, (slots) =>
      withStaffSlot(slots, key, { staffId: id, name: draft.name }, password),
    )
    return recorded(trx, id, { action: 'added', objectType: 'staff', detail: { role: draft.role } })
  })
}

/** Changes name, role and fields of work. Throws: staffNameTaken, lastDirector, staleRecord, notFound. */
export async function changeStaff(
  { ledger }: UnlockedLedger,
  { id, revision, draft }: { readonly id: number; readonly revision: number; readonly draft: StaffDraft },
): Promise<Staff> {
  return inTransaction(ledger, async (trx) => {
    const before = await staffOf(trx, id)
    if (before.revision !== revision || before.isClosed) throw new FailureError('staleRecord')
    if (draft.role !== 'director' && before.role === 'director') await refuseLastDirector(trx, id)
    await namedOnce(() => updateStaff(trx, id, draft))
    if (draft.name !== before.name) {
      await changeKeySlots(ledger, (slots) => withStaffName(slots, { staffId: id, name: draft.name }))
    }
    const fields = (['name', 'role', 'workFields', 'isInSealedCircle'] as const).filter(
      (field) => JSON.stringify(before[field]) !== JSON.stringify(draft[field]),
    )
    return recorded(trx, id, {
      action: 'changed',
      objectType: 'staff',
      fields,
      detail: { role: draft.role, isInSealedCircle: draft.isInSealedCircle },
    })
  })
}

/**
 * Closes an account: its password opens nothing any more, its history stays, what it answers for goes to somebody else.
 * Throws: lastDirector, staleRecord, notFound, successorMissing, successorUnfit.
 */
export async function closeStaff(
  { ledger }: UnlockedLedger,
  { id, revision, successorId }: ChannelInput<'staff.close'>,
): Promise<Staff> {
  return inTransaction(ledger, async (trx) => {
    const before = await staffOf(trx, id)
    if (before.revision !== revision || before.isClosed) throw new FailureError('staleRecord')
    if (before.role === 'director') await refuseLastDirector(trx, id)
    const held = await heldDuties(trx, id)
    if (held.length > 0) await refuseUnfitSuccessor(trx, id, successorId)
    await markStaffClosed(trx, id, ledger.clock.nowAt())
    await endDraftsOf(trx, id)
    await changeKeySlots(ledger, (slots) => withoutStaffSlot(slots, id))
    if (successorId !== null) await handOverDuties(trx, id, successorId)
    const closed = { action: 'accountClosed', objectType: 'staff', objectId: id } as const
    const handedOver = held.map(({ duty, count }): AuditEntryDraft => ({
      action: 'handedOver',
      objectType: 'staff',
      ...(successorId === null ? {} : { objectId: successorId }),
      detail: { duty, count, from: id },
    }))
    return { value: await staffOf(trx, id), entries: [closed, ...handedOver] as const }
  })
}

/** Gives an account another password. Throws: passwordWeak, notFound, notAllowed for a closed one. */
export async function setPassword(
  { ledger, key }: UnlockedLedger,
  id: number,
  password: string,
): Promise<Staff> {
  const staff = await staffOf(ledger.db, id)
  if (staff.isClosed) throw new FailureError('notAllowed')
  await refuseWeakPassword(ledger.db, password, staff.name)
  return inTransaction(ledger, async (trx) => {
    await changeKeySlots(ledger, (slots) =>
      withStaffSlot(slots, key, { staffId: id, name: staff.name }, password),
    )
    const isOwn = ledger.actor?.staffId === id
    return recorded(trx, id, { action: isOwn ? 'passwordChanged' : 'passwordReset', objectType: 'staff' })
  })
}

async function recorded(trx: LedgerTransaction, id: number, entry: AuditEntryDraft) {
  return { value: await staffOf(trx, id), entries: [{ ...entry, objectId: id }] as const }
}

/** Whoever only looks answers for nothing. */
async function refuseUnfitSuccessor(
  trx: LedgerTransaction,
  id: number,
  successorId: number | null,
): Promise<void> {
  if (successorId === null) throw new FailureError('successorMissing', 'successorId')
  const successor = await staffOf(trx, successorId)
  if (successorId === id || successor.isClosed || successor.role === 'viewer') {
    throw new FailureError('successorUnfit', 'successorId')
  }
}

async function refuseLastDirector(trx: LedgerTransaction, id: number): Promise<void> {
  if (!(await hasOtherDirector(trx, id))) throw new FailureError('lastDirector')
}

async function namedOnce<T>(write: () => Promise<T>): Promise<T> {
  try {
    return await write()
  } catch (error) {
    const isTaken = error instanceof Error && error.message.includes('staff.name')
    throw isTaken ? new FailureError('staffNameTaken', 'name') : error
  }
}
