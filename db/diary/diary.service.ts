import type { AuditEntryDraft } from '../../domain/audit.ts'
import type { ChannelInput } from '../../domain/contract.ts'
import { diaryNumber, isDiaryOf, type DiaryDraft, type DiaryEntry } from '../../domain/diary.ts'
import { FailureError } from '../../domain/failure.ts'
import type { Actor } from '../../domain/staff.ts'
import { endDraft } from '../draft/draft.service.ts'
import { actorAt, type Ledger } from '../ledger.ts'
import { changeBy, forgetDiary, recordDiary } from '../resident/record-change.service.ts'
import { inTransaction, type LedgerTransaction } from '../transaction.ts'
import { refuseUnsoundDiary } from './refuse-diary.service.ts'
import { diaryEntryOf, residentIdsOf } from './diary-entry.queries.ts'
import {
  deleteDiary,
  findDiary,
  insertDiary,
  takeNumber,
  updateDiary,
  writeDiaryPeople,
  type StoredDiary,
} from './diary.repository.ts'

/**
 * Writes a new entry (id null), which gets the next number of its year, or changes one; one that moves into another year
 * gets a number of that year. Throws: invalidInput, notAllowed, notFound, staleRecord.
 */
export async function saveDiary(ledger: Ledger, input: ChannelInput<'diary.save'>): Promise<DiaryEntry> {
  const { id, revision, draft } = input
  const actor = actorAt(ledger)
  return inTransaction(ledger, async (trx) => {
    const before = id === null ? null : await changeableDiary(trx, actor, { id, revision })
    const author = await refuseUnsoundDiary(trx, ledger, draft, before)
    const columns = { ...columnsOf(draft, before), ...author }
    const year = Number(draft.entryOn.slice(0, 4))
    const place = before?.year === year ? {} : { year, number: await takeNumber(trx, year) }
    const people = before === null ? [] : await residentIdsOf(trx, before.id)
    const savedId =
      before?.id ?? (await insertDiary(trx, { ...newEntry(ledger), ...columns, year, number: 0, ...place }))
    if (before !== null) await updateDiary(trx, savedId, { ...columns, ...place })
    const peopleAfter = [...draft.residentIds, ...(await hiddenAmong(trx, people))]
    await writeDiaryPeople(trx, savedId, peopleAfter)
    const saved = await existing(trx, savedId)
    await recordPeople(trx, ledger, { before, peopleBefore: people, after: saved, peopleAfter })
    await endDraft(trx, ledger, id === null ? { form: 'newDiaryEntry' } : { form: 'diaryEntry', id })
    const value = await diaryEntryOf(trx, actor, savedId, true)
    return { value, entries: [entryOfSaving(before, saved, people, peopleAfter)] }
  })
}

/** Deletes an entry; its number is given to no other. Throws: reasonRequired, notAllowed, notFound, staleRecord. */
export async function removeDiary(
  ledger: Ledger,
  { id, revision, reason }: ChannelInput<'diary.remove'>,
): Promise<Record<string, never>> {
  if (reason.trim() === '') throw new FailureError('reasonRequired', 'reason')
  const actor = actorAt(ledger)
  return inTransaction(ledger, async (trx) => {
    const before = await changeableDiary(trx, actor, { id, revision })
    const people = await residentIdsOf(trx, id)
    await deleteDiary(trx, id)
    await recordPeople(trx, ledger, { before, peopleBefore: people, after: null, peopleAfter: [] })
    const detail = { number: diaryNumber(before.year, before.number) }
    const entry = { action: 'removed', objectType: 'diaryEntry', objectId: id, reason, detail } as const
    return { value: {}, entries: [entry] }
  })
}

async function changeableDiary(
  trx: LedgerTransaction,
  actor: Actor,
  { id, revision }: { readonly id: number; readonly revision: number | null },
): Promise<StoredDiary> {
  const stored = await existing(trx, id)
  if (!isDiaryOf(actor, stored.staffId)) throw new FailureError('notAllowed')
  if (stored.revision !== revision) throw new FailureError('staleRecord')
  return stored
}

async function existing(trx: LedgerTransaction, id: number): Promise<StoredDiary> {
  const stored = await findDiary(trx, id)
  if (stored === undefined) throw new FailureError('notFound')
  return stored
}

function newEntry(ledger: Ledger) {
  return { writtenAt: ledger.clock.nowAt(), revision: 1 }
}

/** What was followed up stays so, and what an entry was written after stays with it, whatever a form leaves out. */
function columnsOf(draft: DiaryDraft, before: StoredDiary | null) {
  const { residentIds: _people, staffId: _author, needsFollowUp, isSealed, followUpOn, ...texts } = draft
  const followUpDoneOn = before?.followUpDoneOn ?? null
  const isFollowedUp = needsFollowUp || followUpDoneOn !== null
  return {
    ...texts,
    ...(before === null ? {} : { visitTaskId: before.visitTaskId, phoneCallId: before.phoneCallId }),
    isSealed: isSealed ? 1 : 0,
    needsFollowUp: isFollowedUp ? 1 : 0,
    followUpOn: isFollowedUp ? followUpOn : null,
    followUpDoneOn,
    followUpResult: before?.followUpResult ?? '',
  }
}

/** Who is in the recycle bin is not in the form, and is there again once the record is. */
async function hiddenAmong(trx: LedgerTransaction, ids: readonly number[]): Promise<number[]> {
  if (ids.length === 0) return []
  const rows = await trx
    .selectFrom('resident')
    .select('id')
    .where('id', 'in', ids)
    .where('removedAt', 'is not', null)
    .execute()
  return rows.map(({ id }) => id)
}

interface PeopleChange {
  readonly before: StoredDiary | null
  readonly peopleBefore: readonly number[]
  readonly after: StoredDiary | null
  readonly peopleAfter: readonly number[]
}

/** The history of a person tells which entries are about them, by number alone; of sealed ones nothing. */
async function recordPeople(trx: LedgerTransaction, ledger: Ledger, change: PeopleChange): Promise<void> {
  const { before: entry, after: saved } = change
  if (entry?.isSealed === 0 && saved?.isSealed === 1) {
    await forgetDiary(trx, diaryNumber(entry.year, entry.number))
    return
  }
  const by = changeBy(ledger, 'form')
  const numberOf = (entry: StoredDiary | null) =>
    entry === null || entry.isSealed === 1 ? '' : diaryNumber(entry.year, entry.number)
  const [was, is] = [numberOf(change.before), numberOf(change.after)]
  const everybody = [...new Set([...change.peopleBefore, ...change.peopleAfter])]
  for (const id of everybody) {
    const before = change.peopleBefore.includes(id) ? was : ''
    const after = change.peopleAfter.includes(id) ? is : ''
    if (before !== after) await recordDiary(trx, id, { before, after }, by)
  }
}

const comparedColumns = [
  'entryOn',
  'staffId',
  'place',
  'weather',
  'matter',
  'heard',
  'handling',
  'result',
  'needsFollowUp',
  'followUpOn',
  'isSealed',
] as const satisfies readonly (keyof StoredDiary)[]

/** Of what is sealed the trail says that it was written, not what. */
function entryOfSaving(
  before: StoredDiary | null,
  after: StoredDiary,
  peopleBefore: readonly number[],
  peopleAfter: readonly number[],
): AuditEntryDraft {
  const object = { objectType: 'diaryEntry', objectId: after.id } as const
  if (after.isSealed === 1 || before?.isSealed === 1) return { action: 'sealedChanged', ...object }
  if (before === null) return { action: 'added', ...object }
  const fields = [
    ...comparedColumns.filter((column) => before[column] !== after[column]),
    ...(JSON.stringify(peopleBefore) === JSON.stringify(peopleAfter) ? [] : ['people']),
  ]
  return { action: 'changed', ...object, fields }
}
