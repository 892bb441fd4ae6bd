import { sql, type ExpressionBuilder, type SqlBool } from 'kysely'
import type { CalendarDate } from '../../domain/calendar-date.ts'
import { diaryMatterCodes } from '../../domain/codes/diary-matter.ts'
import type { ChannelInput, ChannelOutput } from '../../domain/contract.ts'
import {
  diaryNumber,
  diaryRowSchema,
  followUpState,
  isDiaryOf,
  type DiaryFilter,
  type DiaryRow,
} from '../../domain/diary.ts'
import type { Actor } from '../../domain/staff.ts'
import { actorAt, type Ledger, type LedgerReader } from '../ledger.ts'
import type { LedgerSchema } from '../schema.ts'
import { inOneMoment } from '../transaction.ts'

/** Unit: characters of the beginning that a line of the list shows. */
const excerptLength = 60

/** A page of the entries that are asked for, the newest day first. */
export async function listDiary(
  ledger: Ledger,
  { filter, offset, limit }: ChannelInput<'diary.list'>,
): Promise<ChannelOutput<'diary.list'>> {
  const actor = actorAt(ledger)
  const todayOn = ledger.clock.todayOn()
  return inOneMoment(ledger, async (db) => {
    const asked = entriesAsked(db, actor, filter)
    const { totalCount } = await asked
      .select(({ fn }) => fn.countAll<number>().as('totalCount'))
      .executeTakeFirstOrThrow()
    const ids = await asked
      .select('id')
      .orderBy('entryOn', 'desc')
      .orderBy('id', 'desc')
      .limit(limit)
      .offset(offset)
      .execute()
    const rows = await diaryRows(
      db,
      { actor, todayOn },
      ids.map(({ id }) => id),
    )
    return { totalCount, rows }
  })
}

/** The entries about a person, the newest first; of sealed ones not even that they are there. */
export async function diaryOfResident(ledger: Ledger, residentId: number): Promise<DiaryRow[]> {
  const place = { actor: actorAt(ledger), todayOn: ledger.clock.todayOn() }
  return inOneMoment(ledger, async (db) => {
    const ids = await db
      .selectFrom('diaryEntry')
      .innerJoin('diaryEntryResident', 'diaryEntryId', 'diaryEntry.id')
      .select('diaryEntry.id')
      .where('residentId', '=', residentId)
      .where('isSealed', '=', 0)
      .orderBy('entryOn', 'desc')
      .orderBy('diaryEntry.id', 'desc')
      .execute()
    return diaryRows(
      db,
      place,
      ids.map(({ id }) => id),
    )
  })
}

/** Whose entries there are, and how many each month has. */
export async function diaryOverview(ledger: Ledger): Promise<ChannelOutput<'diary.overview'>> {
  return inOneMoment(ledger, async (db) => {
    const authors = await db
      .selectFrom('diaryEntry')
      .select(['staffId', 'staffName as name'])
      // SQLite takes the other columns from the row that has the highest number: the name of today.
      .select(({ fn }) => fn.max('id').as('newest'))
      .groupBy('staffId')
      .orderBy('staffId')
      .execute()
    const months = await db
      .selectFrom('diaryEntry')
      .select([
        sql<number>`CAST(substr(entryOn, 1, 4) AS INTEGER)`.as('year'),
        sql<number>`CAST(substr(entryOn, 6, 2) AS INTEGER)`.as('month'),
      ])
      .select(({ fn }) => fn.countAll<number>().as('entryCount'))
      .groupBy(['year', 'month'])
      .orderBy('year', 'desc')
      .orderBy('month', 'desc')
      .execute()
    return { authors: authors.map(({ staffId, name }) => ({ staffId, name })), months }
  })
}

/** How many follow-ups wait, and how many of them should have been made before today. */
export async function openFollowUps(ledger: Ledger): Promise<ChannelOutput<'diary.openFollowUps'>> {
  const actor = actorAt(ledger)
  const todayOn = ledger.clock.todayOn()
  return ledger.db
    .selectFrom('diaryEntry')
    .where((eb) => isOpenFor(eb, actor))
    .select(({ fn }) => [
      fn.countAll<number>().as('openCount'),
      fn.countAll<number>().filterWhere('followUpOn', '<', todayOn).as('overdueCount'),
    ])
    .executeTakeFirstOrThrow()
}

interface Reading {
  readonly actor: Actor
  readonly todayOn: CalendarDate
}

/** The lines of these entries, in their order; of sealed ones nothing that was written. */
async function diaryRows(
  db: LedgerReader,
  { actor, todayOn }: Reading,
  ids: readonly number[],
): Promise<DiaryRow[]> {
  if (ids.length === 0) return []
  const entries = await db.selectFrom('diaryEntry').selectAll().where('id', 'in', ids).execute()
  const people = await db
    .selectFrom('diaryEntryResident')
    .innerJoin('resident', 'resident.id', 'residentId')
    .select(['diaryEntryId', 'name'])
    .where('diaryEntryId', 'in', ids)
    .where('removedAt', 'is', null)
    .orderBy('diaryEntryId')
    .orderBy('rank')
    .execute()
  const namesOf = Map.groupBy(people, ({ diaryEntryId }) => diaryEntryId)
  const entryOf = new Map(entries.map((entry) => [entry.id, entry]))
  return ids.flatMap((id) => {
    const entry = entryOf.get(id)
    if (entry === undefined) return []
    const isSealed = entry.isSealed === 1
    const isToldOf = !isSealed || isDiaryOf(actor, entry.staffId)
    return [
      diaryRowSchema.parse({
        id,
        number: diaryNumber(entry.year, entry.number),
        entryOn: entry.entryOn,
        staffName: entry.staffName,
        isSealed,
        matter: isSealed ? null : entry.matter,
        names: isSealed ? [] : (namesOf.get(id) ?? []).map(({ name }) => name),
        excerpt: isSealed ? '' : excerptOf(entry.heard),
        followUp: isToldOf
          ? followUpState({ ...entry, needsFollowUp: entry.needsFollowUp === 1 }, todayOn)
          : 'none',
        followUpOn: isToldOf ? entry.followUpOn : null,
      }),
    ]
  })
}

function excerptOf(text: string): string {
  const line = text.replaceAll(/\s+/g, ' ')
  // By characters, so that none is cut in half.
  const characters = [...line]
  return characters.length <= excerptLength ? line : `${characters.slice(0, excerptLength).join('')}…`
}

/** The entries a filter asks for; the texts of sealed ones are never searched. */
function entriesAsked(db: LedgerReader, actor: Actor, filter: DiaryFilter) {
  const { year, month, staffId, matter, isOpenOnly, search } = filter
  const known = diaryMatterCodes.find((code) => code === matter)
  return db
    .selectFrom('diaryEntry')
    .$if(year !== null, (query) =>
      query.where(sql`substr(entryOn, 1, 4)`, '=', String(year).padStart(4, '0')),
    )
    .$if(month !== null, (query) =>
      query.where(sql`substr(entryOn, 6, 2)`, '=', String(month).padStart(2, '0')),
    )
    .$if(staffId !== null, (query) => query.where('staffId', '=', staffId))
    .$if(known !== undefined, (query) => query.where('matter', '=', known ?? '').where('isSealed', '=', 0))
    .$if(isOpenOnly, (query) => query.where((eb) => isOpenFor(eb, actor)))
    .$if(search !== '', (query) => query.where((eb) => holdsText(eb, search)))
}

type Builder = ExpressionBuilder<LedgerSchema, 'diaryEntry'>

function isOpenFor(eb: Builder, actor: Actor) {
  return eb.and([
    eb('needsFollowUp', '=', 1),
    eb('followUpDoneOn', 'is', null),
    actor.role === 'director'
      ? sql<SqlBool>`TRUE`
      : eb.or([eb('isSealed', '=', 0), eb('staffId', '=', actor.staffId)]),
  ])
}

function holdsText(eb: Builder, search: string) {
  const holds = (text: unknown) => sql<SqlBool>`instr(${text}, ${search}) > 0`
  const texts = (['place', 'heard', 'handling', 'result', 'followUpResult'] as const).map((column) =>
    holds(sql.ref(column)),
  )
  const names = eb.exists(
    eb
      .selectFrom('diaryEntryResident')
      .innerJoin('resident', 'resident.id', 'residentId')
      .select('residentId')
      .whereRef('diaryEntryId', '=', 'diaryEntry.id')
      .where('removedAt', 'is', null)
      .where(holds(sql.ref('resident.name'))),
  )
  return eb.or([
    holds(sql`printf('%d-%03d', year, number)`),
    eb.and([eb('isSealed', '=', 0), eb.or([...texts, names])]),
  ])
}
