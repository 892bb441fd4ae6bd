import { sealedVisits } from '../care-event/event-visit.queries.ts'
import { addressText } from '../../domain/address.ts'
import type { ChannelInput } from '../../domain/contract.ts'
import type { DiaryBeginning } from '../../domain/diary-channels.ts'
import {
  diaryEntrySchema,
  diaryNumber,
  isDiaryOf,
  type DiaryEntry,
  type DiaryPerson,
} from '../../domain/diary.ts'
import { FailureError } from '../../domain/failure.ts'
import type { Actor } from '../../domain/staff.ts'
import { calendarDateSchema } from '../../domain/calendar-date.ts'
import { actorAt, type Ledger, type LedgerReader } from '../ledger.ts'
import { loadStoredResidents } from '../resident/resident.queries.ts'
import { storedDraft } from '../resident/resident.table.ts'
import { inOneMoment, type LedgerTransaction } from '../transaction.ts'

type Reader = LedgerReader | LedgerTransaction

/** One entry; of a sealed one nothing that was written. Throws: notFound. */
export async function getDiary(ledger: Ledger, id: number): Promise<DiaryEntry> {
  const actor = actorAt(ledger)
  return inOneMoment(ledger, (db) => diaryEntryOf(db, actor, id, false))
}

/** One entry as this member of staff gets it; a sealed one is whole only where that was asked for. Throws: notFound. */
export async function diaryEntryOf(
  db: Reader,
  actor: Actor,
  id: number,
  isSealedAsked: boolean,
): Promise<DiaryEntry> {
  const entry = await db.selectFrom('diaryEntry').selectAll().where('id', '=', id).executeTakeFirst()
  if (entry === undefined) throw new FailureError('notFound')
  const isSealed = entry.isSealed === 1
  const isTheirs = isDiaryOf(actor, entry.staffId)
  const { entryOn, staffId, staffName, revision } = entry
  const { place, weather, matter, heard, handling, result } = entry
  const { followUpOn, followUpDoneOn, followUpResult } = entry
  return diaryEntrySchema.parse({
    id,
    number: diaryNumber(entry.year, entry.number),
    entryOn,
    staffId,
    staffName,
    isSealed,
    isReadable: !isSealed || isTheirs,
    isChangeable: isTheirs,
    revision,
    content:
      isSealed && !(isSealedAsked && isTheirs)
        ? null
        : {
            ...{ place, weather, matter, heard, handling, result },
            ...{ needsFollowUp: entry.needsFollowUp === 1, followUpOn, followUpDoneOn, followUpResult },
            people: await peopleWithAddresses(db, await residentIdsOf(db, id)),
            occasion: shownOccasion(await occasionOf(db, entry)),
          },
  })
}

/** Whom an entry is about, in their order; those in the recycle bin as well. */
export async function residentIdsOf(db: Reader, diaryEntryId: number): Promise<number[]> {
  const rows = await db
    .selectFrom('diaryEntryResident')
    .select('residentId')
    .where('diaryEntryId', '=', diaryEntryId)
    .orderBy('rank')
    .orderBy('residentId')
    .execute()
  return rows.map(({ residentId }) => residentId)
}

/** What those of these people are called, and where they live, whose record was not removed; in the order of the ids. */
export async function peopleWithAddresses(db: Reader, ids: readonly number[]): Promise<DiaryPerson[]> {
  const stored = new Map((await loadStoredResidents(db, ids)).map((one) => [one.record.id, one]))
  return ids.flatMap((id) => {
    const one = stored.get(id)
    if (one === undefined || one.record.removedAt !== null) return []
    const { name, dwelling, currentAddress } = storedDraft(one)
    return [{ id, name, address: addressText(dwelling, currentAddress) }]
  })
}

/** What is known of an entry that is to be written about a person or after a visit or a call. Throws: notFound. */
export async function beginDiary(
  ledger: Ledger,
  { residentId, visitTaskId, phoneCallId }: ChannelInput<'diary.begin'>,
): Promise<DiaryBeginning> {
  const todayOn = ledger.clock.todayOn()
  return inOneMoment(ledger, async (db) => {
    const occasion = await occasionOf(db, { visitTaskId, phoneCallId })
    if (occasion === null && (visitTaskId ?? phoneCallId) !== null) throw new FailureError('notFound')
    // What was heard at a sick-bed is for its circle alone, and goes into no entry by itself.
    const isHidden = visitTaskId !== null && (await sealedVisits(db, [visitTaskId])).has(visitTaskId)
    const personId = occasion?.residentId ?? residentId
    const people = personId === null ? [] : await peopleWithAddresses(db, [personId])
    if (personId !== null && people.length === 0) throw new FailureError('notFound')
    return {
      entryOn: calendarDateSchema.parse(occasion?.on ?? todayOn),
      place: visitTaskId === null ? '' : (people[0]?.address.slice(0, 60) ?? ''),
      visitTaskId,
      phoneCallId,
      heard: isHidden ? '' : (occasion?.note ?? ''),
      people,
    }
  })
}

interface Occasion {
  readonly kind: 'visit' | 'call'
  readonly id: number
  readonly residentId: number
  readonly residentName: string
  readonly on: string | null
  readonly note: string
}

/** The visit or the call; null where there is none, or its person's record was removed. */
async function occasionOf(
  db: Reader,
  { visitTaskId, phoneCallId }: { readonly visitTaskId: number | null; readonly phoneCallId: number | null },
): Promise<Occasion | null> {
  if (visitTaskId !== null) {
    const visit = await db
      .selectFrom('visitTask')
      .innerJoin('resident', 'resident.id', 'residentId')
      .select(['visitTask.id', 'residentId', 'name as residentName', 'visitedOn as on', 'visitTask.note'])
      .where('visitTask.id', '=', visitTaskId)
      .where('removedAt', 'is', null)
      .executeTakeFirst()
    return visit === undefined ? null : { kind: 'visit', ...visit }
  }
  if (phoneCallId === null) return null
  const call = await db
    .selectFrom('phoneCall')
    .innerJoin('resident', 'resident.id', 'residentId')
    .select(['phoneCall.id', 'residentId', 'name as residentName', 'calledOn as on', 'phoneCall.note'])
    .where('phoneCall.id', '=', phoneCallId)
    .where('withdrawnAt', 'is', null)
    .where('removedAt', 'is', null)
    .executeTakeFirst()
  return call === undefined ? null : { kind: 'call', ...call }
}

function shownOccasion(occasion: Occasion | null) {
  if (occasion === null) return null
  const { kind, id, residentName, on } = occasion
  return { kind, id, residentName, on }
}
