import {
  careEventDraftSchema,
  isSealedEvent,
  problemsOfEvent,
  tidyEvent,
  type CareEventDraft,
  type SavedCareEvent,
} from '../../domain/care-event.ts'
import { calendarDateSchema } from '../../domain/calendar-date.ts'
import type { ChannelInput } from '../../domain/contract.ts'
import { FailureError } from '../../domain/failure.ts'
import { maySeeMatter } from '../../domain/sealed-access.ts'
import { endDraft } from '../draft/draft.service.ts'
import type { LedgerKey } from '../key/ledger-key.ts'
import { actorAt, type Ledger } from '../ledger.ts'
import { lifeEventsOf } from '../life/life-event.queries.ts'
import { nextId } from '../next-id.queries.ts'
import { changeBy, recordAttached, type ChangeBy } from '../resident/record-change.service.ts'
import { residentOf } from '../resident/resident.queries.ts'
import { sealedDigest } from '../sealed-matter/sealed-digest.ts'
import { colleagueOf, workersOfRows } from '../staff/colleagues.queries.ts'
import { inTransaction, type LedgerTransaction } from '../transaction.ts'
import { forgetEventVisits, settleEventVisits } from '../visit/care-visit.service.ts'
import { findCareEvent, visitOfEvent } from './care-event.queries.ts'
import {
  deleteCareEvent,
  insertCareEvent,
  updateCareEvent,
  type StoredCareEvent,
} from './care-event.repository.ts'

type SaveRequest = ChannelInput<'careEvent.save'>
interface WithKey {
  readonly key: LedgerKey
}

/**
 * Writes an event down (id null) or changes one; whoever gives a sealed one to somebody else hears no more than with whom
 * it is. Throws: notFound, also for a sealed one that is somebody else's, staleRecord, invalidInput naming the field, with
 * the problem, or `deceased` for a dead person's stay that was not asked about.
 */
export async function saveCareEvent(
  ledger: Ledger,
  { id, revision, draft: typed, isDeathKnown }: SaveRequest,
  { key }: WithKey,
): Promise<SavedCareEvent> {
  const draft = tidyEvent(typed)
  const by = changeBy(ledger, 'form')
  return inTransaction(ledger, async (trx) => {
    const before = id === null ? null : await changeableEvent(trx, ledger, { id, revision })
    if (before !== null) refuseOtherEvent(before, draft)
    await refuseProblems(trx, ledger, draft, isDeathKnown === true || before !== null)
    const worker = await workerOf(trx, draft.staffId, before)
    const eventId = id ?? (await nextId(trx, 'careEvent'))
    const { isForHousehold, ...columns } = draft
    const row = { ...columns, isForHousehold: Number(isForHousehold) }
    if (before === null)
      await insertCareEvent(trx, {
        ...row,
        id: eventId,
        recordedAt: by.at,
        recordedBy: by.staffName,
        revision: 1,
      })
    else await updateCareEvent(trx, eventId, row)
    const texts = { before: before === null ? null : draftOf(before), after: draft }
    await recordEvent(trx, { id: eventId, ...texts }, by, key)
    await settleEventVisits(trx, ledger, eventId)
    await endDraft(trx, ledger, id === null ? { form: 'newCareEvent' } : { form: 'careEvent', id })
    const isSealed = isSealedEvent(draft.kind)
    return {
      value: {
        isSealed,
        workerName: worker.name,
        visit:
          isSealed && !maySeeMatter(actorAt(ledger), draft.staffId)
            ? null
            : await visitOfEvent(trx, eventId, ledger.clock.todayOn()),
      },
      entries: [
        isSealed
          ? { action: 'sealedChanged', objectType: 'resident', objectId: draft.residentId }
          : {
              action: before === null ? 'added' : 'changed',
              objectType: 'careEvent',
              objectId: eventId,
              fields: changedFields(texts.before, draft),
            },
      ],
    }
  })
}

/** Takes an event back that was written down by mistake. Throws: reasonRequired, notFound, staleRecord. */
export async function removeCareEvent(
  ledger: Ledger,
  { id, revision, reason }: ChannelInput<'careEvent.remove'>,
  { key }: WithKey,
): Promise<Record<string, never>> {
  if (reason.trim() === '') throw new FailureError('reasonRequired', 'reason')
  const by = changeBy(ledger, 'form', reason)
  return inTransaction(ledger, async (trx) => {
    const event = await changeableEvent(trx, ledger, { id, revision })
    await forgetEventVisits(trx, id, isSealedEvent(draftOf(event).kind))
    await deleteCareEvent(trx, id)
    await recordEvent(trx, { id, before: draftOf(event), after: null }, by, key)
    const { residentId } = event
    return {
      value: {},
      entries: [
        isSealedEvent(draftOf(event).kind)
          ? { action: 'sealedChanged', objectType: 'resident', objectId: residentId, reason }
          : { action: 'deleted', objectType: 'careEvent', objectId: id, reason },
      ],
    }
  })
}

/** The event, of which whoever may not see it is not even told that there is one. Throws: notFound, staleRecord. */
async function changeableEvent(
  trx: LedgerTransaction,
  ledger: Ledger,
  { id, revision }: { readonly id: number; readonly revision: number | null },
): Promise<StoredCareEvent> {
  const event = await findCareEvent(trx, id)
  if (event === undefined) throw new FailureError('notFound')
  if (isSealedEvent(draftOf(event).kind) && !maySeeMatter(actorAt(ledger), event.staffId))
    throw new FailureError('notFound')
  if (event.revision !== revision) throw new FailureError('staleRecord')
  return event
}

/** History keeps of sealed kinds no more than digests, so that none becomes the other; nor does it go to somebody else. */
function refuseOtherEvent(before: StoredCareEvent, draft: CareEventDraft): void {
  if (isSealedEvent(draftOf(before).kind) !== isSealedEvent(draft.kind))
    throw new FailureError('invalidInput', 'kind', 'otherSecrecy')
  if (before.residentId !== draft.residentId)
    throw new FailureError('invalidInput', 'residentId', 'otherPerson')
}

async function refuseProblems(
  trx: LedgerTransaction,
  ledger: Ledger,
  draft: CareEventDraft,
  isDeathKnown: boolean,
): Promise<void> {
  const { birthWhen, presence } = await residentOf(trx, draft.residentId)
  const death = (await lifeEventsOf(trx, draft.residentId)).find(
    ({ kind, withdrawnAt }) => kind === 'deathConfirmed' && withdrawnAt === null,
  )
  const [first] = Object.entries(
    problemsOfEvent(draft, {
      todayOn: ledger.clock.todayOn(),
      birthWhen,
      diedOn: calendarDateSchema.nullable().parse(death?.happenedOn ?? null),
    }),
  )
  if (first !== undefined) throw new FailureError('invalidInput', ...first)
  const isDead = presence === 'deceased' || presence === 'deathReported'
  if (isDead && draft.kind === 'hospitalStay' && !isDeathKnown)
    throw new FailureError('invalidInput', 'residentId', 'deceased')
}

/** Who is to go; whoever left by now may stay written down until the director names another. Throws: invalidInput. */
async function workerOf(
  trx: LedgerTransaction,
  staffId: number,
  before: StoredCareEvent | null,
): Promise<{ readonly name: string }> {
  const worker = await colleagueOf(trx, staffId)
  if (worker !== undefined) return worker
  if (before?.staffId !== staffId) throw new FailureError('invalidInput', 'staffId')
  return (await workersOfRows(trx)).get(staffId) ?? { name: '' }
}

interface EventChange {
  readonly id: number
  readonly before: CareEventDraft | null
  readonly after: CareEventDraft | null
}

async function recordEvent(
  trx: LedgerTransaction,
  { id, before, after }: EventChange,
  by: ChangeBy,
  key: LedgerKey,
): Promise<void> {
  const known = after ?? before
  if (known === null || JSON.stringify(before) === JSON.stringify(after)) return
  const field = `careEvent:${String(id)}`
  const textOf = (draft: CareEventDraft | null) => {
    const json = draft === null ? '' : JSON.stringify(draft)
    return isSealedEvent(known.kind) && json !== '' ? sealedDigest(key, known.residentId, field, json) : json
  }
  await recordAttached(trx, known.residentId, { field, before: textOf(before), after: textOf(after) }, by)
}

/** What of a stored event a form could have sent. */
function draftOf(event: StoredCareEvent): CareEventDraft {
  const { id, recordedAt, recordedBy, revision, isForHousehold, ...draft } = event
  return careEventDraftSchema.parse({ ...draft, isForHousehold: isForHousehold === 1 })
}

function changedFields(before: CareEventDraft | null, after: CareEventDraft): string[] {
  if (before === null) return []
  const old = new Map<string, unknown>(Object.entries(before))
  return Object.entries(after).flatMap(([field, value]) =>
    old.get(field) === value ? [] : [`careEvent.${field}`],
  )
}
