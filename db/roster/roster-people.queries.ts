import { setImmediate } from 'node:timers/promises'
import { naturalSortKey } from '../../domain/address.ts'
import { ageOn } from '../../domain/age.ts'
import { completeDate, partialDateSchema, type CalendarDate } from '../../domain/calendar-date.ts'
import type { CareTag } from '../../domain/codes/care-tag.ts'
import { FailureError } from '../../domain/failure.ts'
import { mayReadCareTag } from '../../domain/record-access.ts'
import type { RosterGrouping, RosterQuestion } from '../../domain/roster.ts'
import { areasOfHomes } from '../building/areas-of-homes.queries.ts'
import { actorAt, type Ledger, type LedgerReader } from '../ledger.ts'
import { shownIds } from '../resident/resident-list.queries.ts'
import { inOneMoment } from '../transaction.ts'

/** So that one step of reading is a matter of milliseconds. */
const idsPerRead = 1000

type Question = Pick<RosterQuestion, 'people' | 'referenceOn' | 'grouping'>

/** Who was found last for a list of ids: the pages of one roster ask the same again and again. */
const answers = new WeakMap<readonly number[], { readonly key: string; readonly ids: readonly number[] }>()

/** Everybody on a roster, in its order, groups together. Throws: notAllowed. */
export async function rosterIds(ledger: Ledger, question: Question): Promise<readonly number[]> {
  const { people, grouping } = question
  const actor = actorAt(ledger)
  if (people.careTags.some((careTag) => !mayReadCareTag(actor, careTag)))
    throw new FailureError('notAllowed', 'careTags')
  const found = await shownIds(ledger, people.filter)
  const isNarrowed = people.minAge !== null || people.careTags.length > 0
  const isGrouped = grouping !== 'none'
  if (!isNarrowed && !isGrouped) return found
  const on = question.referenceOn ?? ledger.clock.todayOn()
  const key = JSON.stringify([people.minAge, people.careTags, grouping, on])
  const known = answers.get(found)
  if (known?.key === key) return known.ids
  const narrowed = isNarrowed ? await among(ledger, found, { ...people, on }) : found
  const ids = grouping !== 'none' ? await groupsTogether(ledger, narrowed, grouping) : narrowed
  answers.set(found, { key, ids })
  return ids
}

interface Narrowing {
  readonly minAge: number | null
  readonly careTags: readonly CareTag[]
  readonly on: CalendarDate
}

async function among(
  ledger: Ledger,
  ids: readonly number[],
  { minAge, careTags, on }: Narrowing,
): Promise<readonly number[]> {
  return inChunks(ledger, ids, async (db, chunk) => {
    const rows = await db
      .selectFrom('resident')
      .select(['id', 'birthWhen'])
      .where('id', 'in', chunk)
      .$if(careTags.length > 0, (query) =>
        query.where('id', 'in', (eb) =>
          eb
            .selectFrom('residentCareTag')
            .select('residentId')
            .where('careTag', 'in', careTags)
            .where((tag) => tag.or([tag('fromOn', 'is', null), tag('fromOn', '<=', on)]))
            .where((tag) => tag.or([tag('toOn', 'is', null), tag('toOn', '>=', on)])),
        ),
      )
      .execute()
    const kept = new Set(
      rows.filter(({ birthWhen }) => isOldEnough(birthWhen, minAge, on)).map(({ id }) => id),
    )
    return chunk.filter((id) => kept.has(id))
  })
}

function isOldEnough(birthWhen: string | null, minAge: number | null, on: CalendarDate): boolean {
  if (minAge === null) return true
  const birthOn = completeDate(partialDateSchema.nullable().parse(birthWhen))
  return birthOn !== undefined && ageOn(birthOn, on) >= minAge
}

/** The same people, buildings in walking order and other groups by name, each in the order there was; those without come last. */
async function groupsTogether(
  ledger: Ledger,
  ids: readonly number[],
  grouping: Exclude<RosterGrouping, 'none'>,
): Promise<readonly number[]> {
  const placed = await inChunks(ledger, ids, async (db, chunk) => {
    const rows = await db
      .selectFrom('resident')
      .innerJoin('household', 'household.id', 'resident.householdId')
      .innerJoin('dwelling', 'dwelling.id', 'household.dwellingId')
      .innerJoin('building', 'building.id', 'dwelling.buildingId')
      .select(['resident.id', 'householdId', 'building.sortKey', 'building.id as buildingId', 'unit'])
      .where('resident.id', 'in', chunk)
      .execute()
    const areas = await areasOfHomes(
      db,
      rows.map(({ householdId }) => householdId),
    )
    const homes = new Map(rows.map((row) => [row.id, { ...row, area: areas.get(row.householdId) }]))
    return chunk.map((id) => ({ id, home: homes.get(id) }))
  })
  const keyOf = ({ home }: (typeof placed)[number]) => {
    if (grouping === 'residentGroup' || grouping === 'grid') {
      const name = home?.area?.[grouping] ?? ''
      return [name === '' ? '\uffff' : naturalSortKey(name), name]
    }
    if (home === undefined) return ['\uffff']
    return [home.sortKey, String(home.buildingId), grouping === 'unit' ? naturalSortKey(home.unit) : '']
  }
  return placed
    .map((one) => ({ id: one.id, key: keyOf(one).join('\u0000') }))
    .sort((one, other) => (one.key === other.key ? 0 : one.key < other.key ? -1 : 1))
    .map(({ id }) => id)
}

async function inChunks<T>(
  ledger: Ledger,
  ids: readonly number[],
  work: (db: LedgerReader, chunk: readonly number[]) => Promise<readonly T[]>,
): Promise<readonly T[]> {
  const all: T[] = []
  for (let start = 0; start < ids.length; start += idsPerRead) {
    if (start > 0) await setImmediate()
    const chunk = ids.slice(start, start + idsPerRead)
    all.push(...(await inOneMoment(ledger, (db) => work(db, chunk))))
  }
  return all
}
