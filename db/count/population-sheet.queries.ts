import { calendarDateSchema, partialDateSchema, type CalendarDate } from '../../domain/calendar-date.ts'
import type { CareTag } from '../../domain/codes/care-tag.ts'
import { careTagSchema, residenceStatusSchema, sexSchema } from '../../domain/codes/code-schemas.ts'
import type { PopulationSheet } from '../../domain/count-channels.ts'
import { FailureError } from '../../domain/failure.ts'
import {
  countSheet,
  isInCell,
  sheetLines,
  type CountedPerson,
  type SheetColumn,
  type SheetLine,
  type SheetPeriod,
} from '../../domain/population-sheet.ts'
import { readableCareTags } from '../../domain/record-access.ts'
import type { ResidentRow } from '../../domain/resident.ts'
import { actorAt, type Ledger } from '../ledger.ts'
import { presentOn, standingLifeEvents } from '../life/life-event.queries.ts'
import { loadResidentRows } from '../resident/resident-row.queries.ts'
import { inOneMoment } from '../transaction.ts'

/** The population sheet of a reference day, with the tags this member of staff may see. Throws: invalidInput. */
export async function populationSheet(ledger: Ledger, period: SheetPeriod): Promise<PopulationSheet> {
  refuseBackward(period)
  const tags = readableCareTags(actorAt(ledger))
  return inOneMoment(ledger, async (db) => {
    const { people, householdCount } = await countedPeople(db, period.referenceOn)
    const figures = countSheet(people, period, tags)
    const { referenceOn, fromOn } = period
    return {
      referenceOn,
      fromOn,
      householdCount,
      lines: sheetLines(tags).map((line) => ({
        line,
        figures: figures[line] ?? { all: 0, men: 0, women: 0 },
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

/** The people behind one figure, by name. Throws: invalidInput, notAllowed for a tag of another post. */
export async function populationRows(
  ledger: Ledger,
  { line, column, offset, limit, ...period }: RowsRequest,
): Promise<{ totalCount: number; rows: ResidentRow[] }> {
  refuseBackward(period)
  const actor = actorAt(ledger)
  const tags = readableCareTags(actor)
  if (!sheetLines(tags).includes(line)) throw new FailureError('notAllowed', 'line')
  return inOneMoment(ledger, async (db) => {
    const { people } = await countedPeople(db, period.referenceOn)
    const ids = people
      .filter((person) => isInCell(person, { line, column }, period, tags))
      .map(({ id }) => id)
    const page = ids.slice(offset, offset + limit)
    const rows = await loadResidentRows(db, actor, page, ledger.clock.todayOn())
    return { totalCount: ids.length, rows }
  })
}

function refuseBackward({ referenceOn, fromOn }: SheetPeriod): void {
  if (fromOn > referenceOn) throw new FailureError('invalidInput', 'fromOn')
}

/** Everybody who is not removed, in the order of names, as a sheet of that day counts them. */
async function countedPeople(
  db: Ledger['db'],
  referenceOn: CalendarDate,
): Promise<{ readonly people: CountedPerson[]; readonly householdCount: number }> {
  const here = new Set(await presentOn(db, referenceOn))
  const events = await standingLifeEvents(db)
  const tagsOf = await careTagsOf(db)
  const rows = await db
    .selectFrom('resident')
    .select(['id', 'householdId', 'sex', 'birthWhen', 'residenceStatus'])
    .where('removedAt', 'is', null)
    .orderBy('nameSortKey')
    .orderBy('id')
    .execute()
  const households = new Set(rows.filter(({ id }) => here.has(id)).map(({ householdId }) => householdId))
  const people = rows.map(({ id, sex, birthWhen, residenceStatus }) => ({
    id,
    sex: sexSchema.parse(sex),
    birthWhen: partialDateSchema.nullable().parse(birthWhen),
    residenceStatus: residenceStatusSchema.parse(residenceStatus),
    careTags: tagsOf.get(id) ?? [],
    isHere: here.has(id),
    events: events.get(id) ?? [],
  }))
  return { people, householdCount: households.size }
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
