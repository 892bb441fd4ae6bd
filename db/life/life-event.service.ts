import { asCalendarDate } from '../../domain/calendar-date.ts'
import { FailureError } from '../../domain/failure.ts'
import { lifeLabels } from '../../domain/labels/life.zh.ts'
import { widowedCode } from '../../domain/codes/marital-status.ts'
import { headOfHouseholdCode } from '../../domain/codes/relation-to-head.ts'
import {
  lifeEventProblem,
  presenceAfter,
  withdrawableEvent,
  type LifeEventDraft,
} from '../../domain/life-event.ts'
import type { ResidentView } from '../../domain/resident-view.ts'
import type { Resident } from '../../domain/resident.ts'
import { endClaimsOf, restoreClaimsOf } from '../claim/claims-and-life.service.ts'
import type { LedgerKey } from '../key/ledger-key.ts'
import type { Ledger } from '../ledger.ts'
import { changeBy, recordPresence, type ChangeBy } from '../resident/record-change.service.ts'
import { draftOfResident, findResident, residentOf } from '../resident/resident.queries.ts'
import { updateResidents } from '../resident/resident.service.ts'
import { getResidentView } from '../resident/resident-view.queries.ts'
import { inTransaction, type LedgerTransaction } from '../transaction.ts'
import { removeOpenTasks, restoreOpenTasks } from '../visit/open-tasks.service.ts'
import { endedDraft, headDraft, lifeEffectsSchema, widowedDraft, type LifeEffects } from './life-effects.ts'
import { lifeEventsOf } from './life-event.queries.ts'
import {
  endPosts,
  insertLifeEvent,
  markEventWithdrawn,
  restorePosts,
  setPresence,
} from './life-event.repository.ts'

/**
 * Writes down what happened to somebody, with all that follows from it: a report of death hides greetings, a death ends
 * benefits, tags, posts and visits. Nothing is deleted. Throws: notFound, staleRecord, invalidInput naming the field.
 */
export async function recordLifeEvent(
  ledger: Ledger,
  draft: LifeEventDraft,
  { key }: { readonly key: LedgerKey },
): Promise<ResidentView> {
  const { residentId, kind, happenedOn, place, note } = draft
  const by = changeBy(ledger, 'lifeEvent', note.slice(0, 200))
  await inTransaction(ledger, async (trx) => {
    const person = await residentOf(trx, residentId)
    if (person.revision !== draft.revision) throw new FailureError('staleRecord')
    const events = await lifeEventsOf(trx, residentId)
    const problem = lifeEventProblem(draft, events, {
      todayOn: ledger.clock.todayOn(),
      birthWhen: person.birthWhen,
    })
    if (problem !== null) throw new FailureError('invalidInput', 'happenedOn', problem)
    const effects = await applyEffects(trx, person, draft, by)
    const id = await insertLifeEvent(trx, {
      residentId,
      kind,
      happenedOn,
      place,
      note,
      recordedAt: by.at,
      staffName: by.staffName,
      effects: JSON.stringify(effects),
      withdrawnAt: null,
      withdrawnBy: null,
    })
    const presence = presenceAfter([...events, { id, kind, happenedOn, withdrawnAt: null }])
    await changePresence(trx, person, presence, by)
    return {
      value: null,
      entries: [{ action: 'lifeEvent', objectType: 'resident', objectId: residentId, detail: { kind } }],
    }
  })
  return getResidentView(ledger, residentId, key)
}

/** Takes back the last event of somebody; what was changed since stays as it is. Throws: notFound, nothingToUndo. */
export async function withdrawLifeEvent(
  ledger: Ledger,
  { id: residentId }: { readonly id: number },
  { key }: { readonly key: LedgerKey },
): Promise<ResidentView> {
  const by = changeBy(ledger, 'lifeEventWithdrawn')
  await inTransaction(ledger, async (trx) => {
    const person = await residentOf(trx, residentId)
    const events = await lifeEventsOf(trx, residentId)
    const last = events.find(({ id }) => id === withdrawableEvent(events))
    if (last === undefined) throw new FailureError('nothingToUndo')
    await markEventWithdrawn(trx, last.id, { withdrawnAt: by.at, withdrawnBy: by.staffName })
    await changePresence(trx, person, presenceAfter(events.filter(({ id }) => id !== last.id)), by)
    await undoEffects(trx, person, lifeEffectsSchema.parse(JSON.parse(last.effects)), last, by)
    return {
      value: null,
      entries: [
        {
          action: 'lifeEventWithdrawn',
          objectType: 'resident',
          objectId: residentId,
          detail: { kind: last.kind },
        },
      ],
    }
  })
  return getResidentView(ledger, residentId, key)
}

async function applyEffects(
  trx: LedgerTransaction,
  person: Resident,
  { kind, happenedOn, newHeadId, isSpouseWidowed }: LifeEventDraft,
  by: ChangeBy,
): Promise<LifeEffects> {
  const isDead = kind === 'deathConfirmed'
  const isGone = isDead || kind === 'movedOut' || kind === 'deathReported'
  const taskIds = isGone ? await removeOpenTasks(trx, person.id, lifeLabels.taskReasons[kind]) : []
  if (isDead)
    await updateResidents(
      trx,
      [{ id: person.id, draft: endedDraft(draftOfResident(person), happenedOn) }],
      by,
    )
  const spouse = isDead && isSpouseWidowed ? await widow(trx, person, by) : null
  const newHead = newHeadId === null ? null : await makeHead(trx, person, newHeadId, by)
  const posts = isDead ? await endPosts(trx, person.id, happenedOn) : []
  const claims =
    kind === 'movedOut' || isDead ? await endClaimsOf(trx, person.id, { kind, happenedOn }, by) : []
  return {
    taskIds,
    careTags: isDead ? person.careTags : null,
    benefits: isDead ? person.benefits : null,
    spouse,
    newHead,
    posts,
    claims,
  }
}

async function widow(trx: LedgerTransaction, person: Resident, by: ChangeBy): Promise<LifeEffects['spouse']> {
  if (person.spouseId === null) throw new FailureError('invalidInput', 'isSpouseWidowed')
  const spouse = await findResident(trx, person.spouseId)
  if (spouse === null) throw new FailureError('invalidInput', 'isSpouseWidowed')
  await updateResidents(trx, [{ id: spouse.id, draft: widowedDraft(draftOfResident(spouse)) }], by)
  return { id: spouse.id, maritalStatus: spouse.maritalStatus }
}

async function makeHead(
  trx: LedgerTransaction,
  person: Resident,
  newHeadId: number,
  by: ChangeBy,
): Promise<LifeEffects['newHead']> {
  const next = await residentOf(trx, newHeadId)
  const isFitting =
    next.id !== person.id &&
    next.householdId === person.householdId &&
    next.presence === 'here' &&
    person.relationToHead === headOfHouseholdCode
  if (!isFitting) throw new FailureError('invalidInput', 'newHeadId')
  await updateResidents(trx, [{ id: next.id, draft: headDraft(draftOfResident(next)) }], by)
  return { id: next.id, relationToHead: next.relationToHead }
}

async function undoEffects(
  trx: LedgerTransaction,
  { id }: Resident,
  { taskIds, careTags, benefits, spouse, newHead, posts, claims }: LifeEffects,
  { kind, happenedOn }: Pick<LifeEventDraft, 'kind'> & { readonly happenedOn: string },
  by: ChangeBy,
): Promise<void> {
  if (kind !== 'movedIn' && kind !== 'movedBack')
    await restoreOpenTasks(trx, taskIds, lifeLabels.taskReasons[kind])
  const person = await residentOf(trx, id)
  const draft = draftOfResident(person)
  if (careTags !== null && benefits !== null) {
    const before = { ...draft, careTags, benefits }
    const restored = { ...draft }
    const wasEnded = endedDraft(before, asCalendarDate(happenedOn))
    if (isSame(draft.careTags, wasEnded.careTags)) restored.careTags = careTags
    if (isSame(draft.benefits, wasEnded.benefits)) restored.benefits = benefits
    await updateResidents(trx, [{ id, draft: restored }], by)
  }
  await restorePosts(trx, posts, happenedOn)
  await restoreClaimsOf(trx, id, claims, asCalendarDate(happenedOn), by)
  // Whoever is in the recycle bin or part of another record by now is left there.
  const widowed = spouse === null ? null : await findResident(trx, spouse.id)
  if (spouse !== null && widowed?.maritalStatus === widowedCode) {
    const { maritalStatus } = spouse
    await updateResidents(
      trx,
      [{ id: widowed.id, draft: { ...draftOfResident(widowed), maritalStatus } }],
      by,
    )
  }
  if (newHead === null) return
  const next = await findResident(trx, newHead.id)
  if (next?.relationToHead !== headOfHouseholdCode || next.householdId !== person.householdId) return
  await updateResidents(trx, [{ id, draft: headDraft(draftOfResident(await residentOf(trx, id))) }], by)
  const { relationToHead } = newHead
  await updateResidents(
    trx,
    [{ id: next.id, draft: { ...draftOfResident(await residentOf(trx, next.id)), relationToHead } }],
    by,
  )
}

async function changePresence(
  trx: LedgerTransaction,
  { id, presence: before }: Resident,
  presence: Resident['presence'],
  by: ChangeBy,
): Promise<void> {
  await setPresence(trx, id, presence, by.at)
  if (presence !== before) await recordPresence(trx, id, { before, after: presence }, by)
}

function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
}
