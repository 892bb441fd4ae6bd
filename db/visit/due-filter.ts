import type { CalendarDate } from '../../domain/calendar-date.ts'
import type { DueState } from '../../domain/due-visit.ts'
import type { DueFilter, DueReason } from '../../domain/due-visit-view.ts'
import { mayRead } from '../../domain/record-access.ts'
import type { Actor } from '../../domain/staff.ts'
import type { DuePlace } from './due-places.queries.ts'
import type { DueVisit } from './due-visit.queries.ts'
import { tellsTooMuch } from './visit-rule.queries.ts'
import type { StoredRule } from './visit-rule-row.ts'

/** Shape: somebody to visit and what for. */
export interface DuePerson {
  readonly place: DuePlace
  readonly visits: readonly DueVisit[]
}

/** Without birthdays for those who may not see the day of birth: when one is due tells it. */
export function readablePeople(people: readonly DuePerson[], actor: Actor): readonly DuePerson[] {
  if (mayRead(actor, 'birthDay')) return people
  return people.map(({ place, visits }) => ({
    place,
    visits: visits.filter(({ kind }) => kind !== 'birthday'),
  }))
}

export const emptyFilter = { visitRuleId: null, buildingId: null, responsible: null } as const

export type Rules = ReadonlyMap<number, StoredRule>

/** Those of a view that pass, the most pressing first and in walking order. */
export function filtered(
  people: readonly DuePerson[],
  rules: Rules,
  { view, visitRuleId, buildingId, responsible }: DueFilter,
): DuePerson[] {
  const isIn = ({ state }: DueVisit) =>
    view === 'overdue' ? state === 'overdue' : state === 'due' || (view === 'week' && state === 'coming')
  const found = people.flatMap(({ place, visits }) => {
    if (buildingId !== null && place.buildingId !== buildingId) return []
    const inView = visits.filter(
      (visit) => isIn(visit) && (visitRuleId === null || visit.visitRuleId === visitRuleId),
    )
    if (inView.length === 0) return []
    if (responsible !== null && !responsiblesOf(inView, rules, place).has(responsible)) return []
    return [{ place, visits: inView }]
  })
  const firstDay = new Map(found.map((person) => [person, dueToOnOf(person)]))
  // Stable, so that those of one day stay in walking order.
  return found.sort((one, other) => {
    const [a, b] = [firstDay.get(one) ?? '', firstDay.get(other) ?? '']
    return a < b ? -1 : a > b ? 1 : 0
  })
}

/** The last day before it is too late for something. */
export function dueToOnOf({ visits }: DuePerson): CalendarDate {
  const days = visits.map(({ dueToOn }) => dueToOn)
  return days.reduce((first, day) => (day < first ? day : first))
}

/** Who is to go, by key; names of staff are filled in later. */
export function responsiblesOf(
  visits: readonly DueVisit[],
  rules: Rules,
  place: DuePlace,
): ReadonlyMap<string, string> {
  const found = new Map<string, string>()
  for (const { visitRuleId, staffId } of visits) {
    const rule = visitRuleId === null ? undefined : rules.get(visitRuleId)
    const [key, name] = staffId === null ? responsibleOf(rule, place) : ([`staff:${staffId}`, ''] as const)
    found.set(key, name)
  }
  return found
}

function responsibleOf(rule: StoredRule | undefined, place: DuePlace): readonly [key: string, name: string] {
  if (rule?.responsible === 'staff') return [`staff:${rule.responsibleStaffId ?? 0}`, '']
  if (rule?.responsible === 'gridWorker' && place.workerId !== null)
    return [`gridWorker:${place.workerId}`, place.workerName ?? '']
  if (rule?.responsible === 'buildingHead' && place.headId !== null)
    return [`buildingHead:${place.headId}`, place.headName ?? '']
  if (rule?.responsible === 'claimant' && place.claimantId !== null)
    return [`claimant:${place.claimantId}`, place.claimantName ?? '']
  return ['nobody', '']
}

/** The most pressing of the states. */
export function stateOf(visits: readonly DueVisit[]): DueState {
  if (visits.some(({ state }) => state === 'overdue')) return 'overdue'
  return visits.some(({ state }) => state === 'due') ? 'due' : 'coming'
}

/** Why somebody is to be visited, as this member of staff may know it. */
export function reasonOf(visit: DueVisit, rules: Rules, actor: Actor): DueReason {
  const { visitRuleId, occasionOn, dueFromOn, dueToOn, state, turning, xusui, kind } = visit
  const rule = visitRuleId === null ? undefined : rules.get(visitRuleId)
  const isHidden = rule === undefined || isHiddenFrom(rule, actor)
  return {
    visitRuleId: isHidden ? null : visitRuleId,
    name: isHidden ? '' : rule.name,
    occasionOn,
    dueFromOn,
    dueToOn,
    state,
    turning,
    xusui,
    isInterval: kind === 'interval',
  }
}

/** What is sealed is told on no list: of a stay in hospital and of a family's event only that there is a visit to make. */
export function isHiddenFrom(rule: StoredRule, actor: Actor): boolean {
  const { kind } = rule.trigger
  return kind === 'hospitalStay' || kind === 'familyEvent' || tellsTooMuch(rule, actor)
}

/** How often each of several things came up, by key. */
export type Tally = Map<string, { name: string; count: number }>

export function tally(counts: Tally, key: string, name: string): void {
  const there = counts.get(key)
  if (there === undefined) counts.set(key, { name, count: 1 })
  else there.count += 1
}

export function choicesOf(counts: Tally): { key: string; name: string; count: number }[] {
  return [...counts].map(([key, { name, count }]) => ({ key, name, count }))
}
