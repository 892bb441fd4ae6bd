import { setImmediate } from 'node:timers/promises'
import {
  calendarDateSchema,
  dateParts,
  partialDateSchema,
  type CalendarDate,
} from '../../domain/calendar-date.ts'
import type { CareTag } from '../../domain/codes/care-tag.ts'
import { careTagSchema, residenceStatusSchema, sexSchema } from '../../domain/codes/code-schemas.ts'
import type { ResidenceStatus } from '../../domain/codes/residence-status.ts'
import type { PopulationSheet } from '../../domain/count-channels.ts'
import { FailureError } from '../../domain/failure.ts'
import { isPresentOn } from '../../domain/life-event.ts'
import {
  isInCell,
  sheetCounter,
  sheetLines,
  type CountedPerson,
  type SheetColumn,
  type SheetLine,
  type SheetPeriod,
} from '../../domain/population-sheet.ts'
import { readableCareTags } from '../../domain/record-access.ts'
import type { ResidentRow } from '../../domain/resident.ts'
import { actorAt, type Ledger } from '../ledger.ts'
import { standingLifeEvents } from '../life/life-event.queries.ts'
import { loadResidentRows } from '../resident/resident-row.queries.ts'
import { namelessHouseholdCount, namelessPeople } from '../retention/nameless.queries.ts'
import { inOneMoment } from '../transaction.ts'

/** Unit: people; as many as are made ready before others get their turn. */
const peoplePerTurn = 5000

/** The population sheet of a reference day, with the tags this member of staff may see. Throws: invalidInput. */
export async function populationSheet(ledger: Ledger, period: SheetPeriod): Promise<PopulationSheet> {
  refuseBackward(period)
  const tags = readableCareTags(actorAt(ledger))
  return inOneMoment(ledger, async (db) => {
    const households = new Set<number>()
    const count = sheetCounter(period, tags)
    for await (const person of countedPeople(db, period.referenceOn)) {
      if (person.isHere) households.add(person.householdId)
      count.add(person)
    }
    const { referenceOn, fromOn } = period
    for (const person of await namelessPeople(db, referenceOn)) count.add(person)
    return {
      referenceOn,
      fromOn,
      householdCount: households.size + (await namelessHouseholdCount(db, referenceOn)),
      lines: sheetLines(tags).map((line) => ({
        line,
        figures: count.figures[line] ?? { all: 0, men: 0, women: 0 },
      })),
    }
  })
}

interface RowsRequest extends SheetPeriod {
  readonly line: SheetLine
  readonly column: SheetColumn
  readonly offset: number
  readonly limit: number
}

/** The people behind one figure, by name, and how many are left in figures alone; with age and tags of the reference day. Throws: invalidInput, notAllowed for a tag of another post. */
export async function populationRows(
  ledger: Ledger,
  { line, column, offset, limit, ...period }: RowsRequest,
): Promise<{ totalCount: number; rows: ResidentRow[]; namelessCount: number }> {
  refuseBackward(period)
  const actor = actorAt(ledger)
  const tags = readableCareTags(actor)
  if (!sheetLines(tags).includes(line)) throw new FailureError('notAllowed', 'line')
  return inOneMoment(ledger, async (db) => {
    const found: Counted[] = []
    for await (const person of countedPeople(db, period.referenceOn))
      if (isInCell(person, { line, column }, period, tags)) found.push(person)
    found.sort(byName)
    const page = found.slice(offset, offset + limit).map(({ id }) => id)
    const rows = await loadResidentRows(db, actor, page, period.referenceOn)
    const nameless = await namelessPeople(db, period.referenceOn)
    const { length: namelessCount } = nameless.filter((person) =>
      isInCell(person, { line, column }, period, tags),
    )
    return { totalCount: found.length, rows, namelessCount }
  })
}

function refuseBackward({ referenceOn, fromOn }: SheetPeriod): void {
  if (fromOn > referenceOn) throw new FailureError('invalidInput', 'fromOn')
}

interface Counted extends CountedPerson {
  readonly householdId: number
  readonly nameSortKey: string
}

function byName(one: Counted, other: Counted): number {
  if (one.nameSortKey === other.nameSortKey) return one.id - other.id
  return one.nameSortKey < other.nameSortKey ? -1 : 1
}

/** Everybody who is not removed, as a sheet of that day counts them. */
async function* countedPeople(db: Ledger['db'], referenceOn: CalendarDate): AsyncGenerator<Counted> {
  const eventsOf = await standingLifeEvents(db)
  const tagsOf = await careTagsOf(db)
  const formerStatusOf = await formerStatuses(db, referenceOn)
  let lastId = 0
  for (;;) {
    const rows = await peopleAfter(db, lastId)
    for (const { sex, birthWhen, residenceStatus, ...row } of rows) {
      const events = eventsOf.get(row.id) ?? []
      yield {
        ...row,
        sex: sexSchema.parse(sex),
        birthWhen: partialDateSchema.nullable().parse(birthWhen),
        residenceStatus: formerStatusOf.get(row.id) ?? residenceStatusSchema.parse(residenceStatus),
        careTags: tagsOf.get(row.id) ?? [],
        isHere: isPresentOn(events, birthWhen, referenceOn),
        events,
      }
    }
    const last = rows.at(-1)
    if (last === undefined) return
    lastId = last.id
    await setImmediate()
  }
}

async function peopleAfter(db: Ledger['db'], lastId: number) {
  return db
    .selectFrom('resident')
    .select(['id', 'householdId', 'nameSortKey', 'sex', 'birthWhen', 'residenceStatus'])
    .where('id', '>', lastId)
    .where('removedAt', 'is', null)
    .orderBy('id')
    .limit(peoplePerTurn)
    .execute()
}

/** Shape: what the ledger said at the end of a day of those whose status was changed since. */
async function formerStatuses(
  db: Ledger['db'],
  on: CalendarDate,
): Promise<ReadonlyMap<number, ResidenceStatus>> {
  const { year, month, day } = dateParts(on)
  // The days of a desk are those of its own clock.
  const nextDayAt = new Date(year, month - 1, day + 1).toISOString()
  const changes = await db
    .selectFrom('recordChange')
    .select(['residentId', 'before'])
    .where('field', '=', 'residenceStatus')
    .where('at', '>=', nextDayAt)
    .orderBy('id', 'desc')
    .execute()
  // The first change after the day is the last one here.
  return new Map(
    changes.map(({ residentId, before }) => [residentId, residenceStatusSchema.parse(JSON.parse(before))]),
  )
}

type Held = {
  readonly careTag: CareTag
  readonly fromOn: CalendarDate | null
  readonly toOn: CalendarDate | null
}

async function careTagsOf(db: Ledger['db']): Promise<ReadonlyMap<number, readonly Held[]>> {
  const rows = await db.selectFrom('residentCareTag').selectAll().execute()
  const day = calendarDateSchema.nullable()
  return Map.groupBy(
    rows.map(({ residentId, careTag, fromOn, toOn }) => ({
      residentId,
      careTag: careTagSchema.parse(careTag),
      fromOn: day.parse(fromOn),
      toOn: day.parse(toOn),
    })),
    ({ residentId }) => residentId,
  )
}
