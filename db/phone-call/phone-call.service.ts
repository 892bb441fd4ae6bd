import type { CalendarDate } from '../../domain/calendar-date.ts'
import { recordedCallSchema, type RecordedCall } from '../../domain/claim-history.ts'
import { FailureError } from '../../domain/failure.ts'
import type { PhoneCall, PhoneCallDraft } from '../../domain/phone-call.ts'
import type { Ledger } from '../ledger.ts'
import { changeBy, recordCall, type ChangeBy } from '../resident/record-change.service.ts'
import { residentOf } from '../resident/resident.queries.ts'
import { inTransaction, type LedgerTransaction } from '../transaction.ts'
import { getCall } from './phone-call.queries.ts'
import { findCall, insertCall, updateCall, type StoredCall } from './phone-call.repository.ts'

interface Versioned {
  readonly id: number
  readonly revision: number
}

interface CallChange {
  readonly id: number | null
  readonly revision: number | null
  readonly draft: PhoneCallDraft
}

/** Writes down a call (id null) or puts one right. Throws: callDayUnfit for a day to come, notFound, staleRecord, invalidInput for another person. */
export async function savePhoneCall(ledger: Ledger, change: CallChange): Promise<PhoneCall> {
  const { draft } = change
  if (draft.calledOn > ledger.clock.todayOn()) throw new FailureError('callDayUnfit', 'calledOn')
  const by = changeBy(ledger, 'form')
  const id = await inTransaction(ledger, async (trx) => {
    await residentOf(trx, draft.residentId)
    const before = change.id === null ? null : await currentCall(trx, change.id, change.revision)
    // For another person it is another call: the record of the first one says that this was none.
    if (before !== null && before.residentId !== draft.residentId)
      throw new FailureError('invalidInput', 'residentId')
    const fields = before === null ? [] : changedFields(before, draft)
    if (before !== null && fields.length === 0) throw new FailureError('nothingToChange')
    const callId = before?.id ?? (await addCall(trx, draft, by))
    if (before !== null) {
      const { residentId: _residentId, ...columns } = draft
      const followUpDoneOn = draft.followUp === before.followUp ? before.followUpDoneOn : null
      await updateCall(trx, callId, { ...columns, followUpDoneOn })
    }
    if (before === null || fields.some((field) => field in recordedCallSchema.shape))
      await recordCall(
        trx,
        draft.residentId,
        { before: before === null ? null : recorded(before), after: recorded(draft) },
        by,
      )
    const entry = { objectType: 'phoneCall', objectId: callId } as const
    return {
      value: callId,
      entries: [before === null ? { action: 'added', ...entry } : { action: 'changed', ...entry, fields }],
    }
  })
  return getCall(ledger, id)
}

/** Takes back a call that was written down by mistake; it counts nowhere any more. Throws: notFound, staleRecord. */
export async function withdrawPhoneCall(
  ledger: Ledger,
  { id, revision }: Versioned,
): Promise<Record<string, never>> {
  const by = changeBy(ledger, 'form')
  return inTransaction(ledger, async (trx) => {
    const call = await currentCall(trx, id, revision)
    await updateCall(trx, id, { withdrawnAt: by.at, withdrawnBy: by.staffName })
    await recordCall(trx, call.residentId, { before: recorded(call), after: null }, by)
    return { value: {}, entries: [{ action: 'callWithdrawn', objectType: 'phoneCall', objectId: id }] }
  })
}

/** Says that what was to be done after a call is done, or is not. Throws: notFound, staleRecord, callDayUnfit. */
export async function setCallFollowUp(
  ledger: Ledger,
  { id, revision, doneOn }: Versioned & { readonly doneOn: CalendarDate | null },
): Promise<PhoneCall> {
  if (doneOn !== null && doneOn > ledger.clock.todayOn()) throw new FailureError('callDayUnfit', 'doneOn')
  await inTransaction(ledger, async (trx) => {
    const call = await currentCall(trx, id, revision)
    if (call.followUp === '') throw new FailureError('nothingToChange')
    if (doneOn !== null && doneOn < call.calledOn) throw new FailureError('callDayUnfit', 'doneOn')
    await updateCall(trx, id, { followUpDoneOn: doneOn })
    const entry = { objectType: 'phoneCall', objectId: id, fields: ['followUpDoneOn'] } as const
    return { value: null, entries: [{ action: 'changed', ...entry }] }
  })
  return getCall(ledger, id)
}

async function currentCall(trx: LedgerTransaction, id: number, revision: number | null): Promise<StoredCall> {
  const call = await findCall(trx, id)
  if (call === undefined) throw new FailureError('notFound')
  if (call.revision !== revision) throw new FailureError('staleRecord')
  return call
}

function changedFields(before: StoredCall, draft: PhoneCallDraft): string[] {
  const old: Readonly<Record<string, unknown>> = { ...before }
  return Object.entries(draft).flatMap(([name, now]) => (old[name] === now ? [] : [name]))
}

function recorded({ calledOn, caller, result }: StoredCall | PhoneCallDraft): RecordedCall {
  return recordedCallSchema.parse({ calledOn, caller, result })
}

/** A call within somebody else's transaction. Shape: its number. */
export async function addCall(
  trx: LedgerTransaction,
  draft: PhoneCallDraft,
  { at: recordedAt, staffName }: Pick<ChangeBy, 'at' | 'staffName'>,
): Promise<number> {
  const fresh = { followUpDoneOn: null, withdrawnAt: null, withdrawnBy: null, revision: 1 }
  return insertCall(trx, { ...draft, ...fresh, recordedAt, staffName })
}
