import type { CalendarDate } from '../../domain/calendar-date.ts'
import type { ChannelInput, ChannelOutput } from '../../domain/contract.ts'
import { endOfWeek } from '../../domain/due-visit.ts'
import type { DueCounts, DueFilter, DueReason, DueRow, DueView } from '../../domain/due-visit-view.ts'
import { FailureError } from '../../domain/failure.ts'
import type { Actor } from '../../domain/staff.ts'
import { visitOutcomeSchema } from '../../domain/visit.ts'
import { actorAt, type Ledger } from '../ledger.ts'
import { changeCount } from '../resident/resident-condition.queries.ts'
import { loadResidentRows } from '../resident/resident-row.queries.ts'
import {
  choicesOf,
  dueToOnOf,
  emptyFilter,
  filtered,
  isHiddenFrom,
  readablePeople,
  reasonOf,
  responsiblesOf,
  stateOf,
  tally,
  type DuePerson,
  type Rules,
  type Tally,
} from './due-filter.ts'
import { placesInWalkingOrder } from './due-places.queries.ts'
import { dueVisits, type DueVisit } from './due-visit.queries.ts'
import { lastContactsOf } from './last-contact.queries.ts'
import { storedRules } from './visit-rule.queries.ts'

interface Remembered {
  readonly key: string
  readonly people: readonly DuePerson[]
}
const remembered = new WeakMap<Ledger['raw'], Remembered>()

/** Everybody due by the end of the week or overdue, in walking order. */
async function duePeople(ledger: Pick<Ledger, 'db' | 'raw' | 'clock'>): Promise<readonly DuePerson[]> {
  const on = ledger.clock.todayOn()
  const key = `${on} ${changeCount(ledger)}`
  const known = remembered.get(ledger.raw)
  if (known?.key === key) return known.people
  const visitsOf = new Map<number, DueVisit[]>()
  for (const visit of await dueVisits(ledger, on, endOfWeek(on))) {
    const visits = visitsOf.get(visit.residentId)
    if (visits === undefined) visitsOf.set(visit.residentId, [visit])
    else visits.push(visit)
  }
  const people = placesInWalkingOrder(ledger, visitsOf.keys(), on).map((place) => ({
    place,
    visits: visitsOf.get(place.residentId) ?? [],
  }))
  remembered.set(ledger.raw, { key, people })
  return people
}

/**
 * A page of those to visit in a view: who is to be visited first stands first, and of those in walking order.
 * Throws: notAllowed for a rule that says what is not for this member of staff.
 */
export async function listDueVisits(
  ledger: Ledger,
  { filter, offset, limit }: ChannelInput<'dueVisit.list'>,
): Promise<ChannelOutput<'dueVisit.list'>> {
  const actor = actorAt(ledger)
  const rules = new Map((await storedRules(ledger.db)).map((rule) => [rule.id, rule]))
  refuseHiddenRule(rules, actor, filter)
  const people = readablePeople(await duePeople(ledger), actor)
  const found = filtered(people, rules, filter)
  const households = new Set(found.map(({ place }) => place.householdId))
  const rows = await dueRows(ledger, rules, found.slice(offset, offset + limit), found)
  return { totalCount: found.length, householdCount: households.size, rows }
}

/** How many people are in each view, and in this one by rule, building and who is to go; hidden rules are not told apart. */
export async function countDueVisits(
  ledger: Ledger,
  { filter }: ChannelInput<'dueVisit.counts'>,
): Promise<DueCounts> {
  const actor = actorAt(ledger)
  const rules = new Map((await storedRules(ledger.db)).map((rule) => [rule.id, rule]))
  refuseHiddenRule(rules, actor, filter)
  const people = readablePeople(await duePeople(ledger), actor)
  const countIn = (view: DueView) => filtered(people, rules, { ...filter, view }).length
  const ofView = filtered(people, rules, { ...emptyFilter, view: filter.view })
  const byRule: Tally = new Map()
  const byBuilding: Tally = new Map()
  const byResponsible: Tally = new Map()
  for (const { place, visits } of ofView) {
    for (const id of new Set(visits.map(({ visitRuleId }) => visitRuleId))) {
      const rule = id === null ? undefined : rules.get(id)
      if (rule !== undefined && !isHiddenFrom(rule, actor)) tally(byRule, String(rule.id), rule.name)
    }
    if (place.buildingId !== null) tally(byBuilding, String(place.buildingId), place.buildingName ?? '')
    for (const [key, name] of responsiblesOf(visits, rules, place)) tally(byResponsible, key, name)
  }
  const staff = await staffNames(ledger)
  return {
    todayCount: countIn('today'),
    weekCount: countIn('week'),
    overdueCount: countIn('overdue'),
    rules: choicesOf(byRule),
    buildings: choicesOf(byBuilding),
    responsibles: choicesOf(byResponsible).map((choice) => ({
      ...choice,
      name: staff.get(choice.key) ?? choice.name,
    })),
  }
}

/** What is due of one person today, overdue or coming this week. */
export async function dueOfResident(ledger: Ledger, { id }: { readonly id: number }): Promise<DueReason[]> {
  const rules = new Map((await storedRules(ledger.db)).map((rule) => [rule.id, rule]))
  const actor = actorAt(ledger)
  const people = readablePeople(await duePeople(ledger), actor)
  const visits = people.find(({ place }) => place.residentId === id)?.visits ?? []
  return visits.map((visit) => reasonOf(visit, rules, actor))
}

/** What is due of these people, for whoever writes down a visit. */
export async function dueForRecording(
  ledger: Pick<Ledger, 'db' | 'raw' | 'clock'>,
  residentIds: readonly number[],
): Promise<ReadonlyMap<number, readonly DueVisit[]>> {
  const people = await duePeople(ledger)
  const wanted = new Set(residentIds)
  return new Map(
    people
      .filter(({ place }) => wanted.has(place.residentId))
      .map(({ place, visits }) => [place.residentId, visits]),
  )
}

/** Shape: by key of a responsible. */
async function staffNames({ db }: Pick<Ledger, 'db'>): Promise<ReadonlyMap<string, string>> {
  const staff = await db.selectFrom('staff').select(['id', 'name']).execute()
  return new Map(staff.map(({ id, name }) => [`staff:${id}`, name]))
}

async function dueRows(
  ledger: Ledger,
  rules: Rules,
  page: readonly DuePerson[],
  all: readonly DuePerson[],
): Promise<DueRow[]> {
  if (page.length === 0) return []
  const actor = actorAt(ledger)
  const on = ledger.clock.todayOn()
  const households = new Set(page.map(({ place }) => place.householdId))
  const ofHouseholds = Map.groupBy(
    all.filter(({ place }) => households.has(place.householdId)),
    ({ place }) => place.householdId,
  )
  const ids = [...ofHouseholds.values()].flat().map(({ place }) => place.residentId)
  const rows = new Map((await loadResidentRows(ledger.db, actor, ids, on)).map((row) => [row.id, row]))
  const staff = await staffNames(ledger)
  const contacts = lastContactsOf(ledger, ids, on)
  const tries = await lastTries(ledger, ids)
  return page.flatMap((person) => {
    const { place, visits } = person
    const row = rows.get(place.residentId)
    if (row === undefined) return []
    const reasons = visits.map((visit) => reasonOf(visit, rules, actor))
    const dueFromOn = visits.map((visit) => visit.dueFromOn).sort()[0] ?? on
    const lastTry = tries.get(place.residentId) ?? null
    return [
      {
        residentId: row.id,
        householdId: place.householdId,
        residentName: row.name,
        sex: row.sex,
        age: row.age,
        address: row.address,
        phoneMasked: row.phoneMasked,
        careTags: row.careTags,
        reasons,
        state: stateOf(visits),
        dueToOn: dueToOnOf(person),
        lastContactOn: contacts.get(row.id) ?? null,
        lastTry: lastTry !== null && lastTry.visitedOn >= dueFromOn ? lastTry : null,
        responsible: [...responsiblesOf(visits, rules, place)]
          .map(([key, name]) => staff.get(key) ?? name)
          .filter((name) => name !== ''),
        housemates: (ofHouseholds.get(place.householdId) ?? [])
          .filter((other) => other.place.residentId !== row.id)
          .map((other) => ({
            residentId: other.place.residentId,
            residentName: rows.get(other.place.residentId)?.name ?? '',
          })),
      },
    ]
  })
}

/** The last visit of each at which nobody was met or wanted. */
async function lastTries({ db }: Pick<Ledger, 'db'>, residentIds: readonly number[]) {
  const rows = await db
    .selectFrom('visitTask')
    .select(['residentId', 'outcome', 'visitedOn'])
    .where('residentId', 'in', residentIds)
    .where('outcome', 'in', ['absent', 'refused'])
    .where('isRemoved', '=', 0)
    .where('visitedOn', 'is not', null)
    .orderBy('visitedOn')
    .execute()
  return new Map(
    rows.map(({ residentId, outcome, visitedOn }) => [
      residentId,
      // Stored by services that took nothing else.
      { outcome: visitOutcomeSchema.parse(outcome), visitedOn: visitedOn as CalendarDate },
    ]),
  )
}

function refuseHiddenRule(rules: Rules, actor: Actor, { visitRuleId }: DueFilter): void {
  if (visitRuleId === null) return
  const rule = rules.get(visitRuleId)
  if (rule !== undefined && isHiddenFrom(rule, actor)) throw new FailureError('notAllowed', 'visitRuleId')
}
