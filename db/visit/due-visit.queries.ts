import { birthdaysBetween } from '../../domain/birthday.ts'
import { addDays, type CalendarDate } from '../../domain/calendar-date.ts'
import {
  askedOccasions,
  dueStateOn,
  festivalOccasions,
  intervalOccasion,
  isFulfilled,
  overdueKeptDays,
  windowOf,
  type DueState,
  type DueWindow,
} from '../../domain/due-visit.ts'
import { longestWindowDays, type VisitTriggerKind } from '../../domain/visit-rule.ts'
import { assertNever } from '../../domain/assert-never.ts'
import type { Ledger } from '../ledger.ts'
import { changeCount } from '../resident/resident-condition.queries.ts'
import {
  lastLetPass,
  occasionsLetPass,
  openEventVisits,
  peopleHere,
  peopleWithBirthdays,
  tagsBegun,
} from './due-people.queries.ts'
import { lastContacts, lastVisits, type LastContacts } from './last-contact.queries.ts'
import { storedRules } from './visit-rule.queries.ts'
import type { StoredRule } from './visit-rule-row.ts'
import { peopleOfRule } from './visit-target.queries.ts'

/** Shape: that a rule wants somebody visited for an occasion. */
export interface DueVisit extends DueWindow {
  readonly residentId: number
  /** Null for an event's visit whose rule nobody set. */
  readonly visitRuleId: number | null
  readonly kind: VisitTriggerKind
  readonly state: DueState
  /** Unit: full years reached on the birthday it is about; null for other occasions. */
  readonly turning: number | null
  readonly xusui: number | null
  /** The visit that an event opened; null where nothing is written down yet. */
  readonly visitTaskId: number | null
  /** Who was named to go; null where the rule says it. */
  readonly staffId: number | null
}

interface Asking {
  readonly ledger: Pick<Ledger, 'db' | 'raw'>
  readonly on: CalendarDate
  readonly untilOn: CalendarDate
  readonly here: ReadonlyMap<number, CalendarDate>
  readonly visits: LastContacts
  readonly contacts: () => LastContacts
  readonly isLetPass: (key: string) => boolean
}

interface Remembered {
  readonly key: string
  readonly due: readonly DueVisit[]
}
/** One list is asked for page by page; any change of the ledger makes it old. */
const remembered = new WeakMap<Ledger['raw'], Remembered>()

/**
 * Whom the rules want visited on a day: due, overdue, and coming up to `untilOn`. Nobody stands in it twice for one rule
 * and occasion; the dead, also those reported dead, and those who moved out or were removed are never in it.
 */
export async function dueVisits(
  ledger: Pick<Ledger, 'db' | 'raw'>,
  on: CalendarDate,
  untilOn: CalendarDate = on,
): Promise<readonly DueVisit[]> {
  const key = `${on} ${untilOn} ${changeCount(ledger)}`
  const known = remembered.get(ledger.raw)
  if (known?.key === key) return known.due
  const rules = (await storedRules(ledger.db)).filter(({ isActive }) => isActive)
  const due = dueByRules(ledger, rules, on, untilOn)
  remembered.set(ledger.raw, { key, due })
  return due
}

/** The same by rules that are given, saved or not. */
export function dueByRules(
  ledger: Pick<Ledger, 'db' | 'raw'>,
  rules: readonly StoredRule[],
  on: CalendarDate,
  untilOn: CalendarDate,
): DueVisit[] {
  if (rules.length === 0) return []
  const earliest = addDays(on, -overdueKeptDays - 2 * longestWindowDays)
  const letPass = occasionsLetPass(ledger, earliest)
  let contacts: LastContacts | undefined
  const asking: Asking = {
    ledger,
    on,
    untilOn,
    here: peopleHere(ledger),
    visits: lastVisits(ledger, { fromOn: earliest, toOn: on }),
    contacts: () => (contacts ??= lastContacts(ledger, on)),
    isLetPass: (occasion) => letPass.has(occasion),
  }
  return [...rules.flatMap((rule) => dueOfRule(rule, asking)), ...dueOfEvents(rules, asking)]
}

function dueOfRule(rule: StoredRule, asking: Asking): DueVisit[] {
  switch (rule.trigger.kind) {
    case 'festival':
      return dueOfFestivals({ ...rule, trigger: rule.trigger }, asking)
    case 'birthday':
      return dueOfBirthdays({ ...rule, trigger: rule.trigger }, asking)
    case 'interval':
      return dueOfInterval({ ...rule, trigger: rule.trigger }, asking)
    case 'careTag':
      return dueOfTags({ ...rule, trigger: rule.trigger }, asking)
    case 'familyEvent':
    case 'hospitalStay':
      // An event opens its visit when it is reported: see dueOfEvents.
      return []
    default:
      return assertNever(rule.trigger)
  }
}

type RuleOf<Kind extends VisitTriggerKind> = StoredRule & {
  readonly trigger: Extract<StoredRule['trigger'], { kind: Kind }>
}

function dueOfFestivals(rule: RuleOf<'festival'>, asking: Asking): DueVisit[] {
  return festivalOccasions(rule, asking.on, asking.untilOn).flatMap(({ festivalOn, cutoffOn }) => {
    const meant = meantOn(rule, asking, cutoffOn)
    const window = windowOf(rule, festivalOn)
    const found: DueVisit[] = []
    for (const residentId of meant)
      if (!asking.isLetPass(`festival ${residentId} ${festivalOn}`))
        addIfDue(found, asking, rule, residentId, window)
    return found
  })
}

function dueOfBirthdays(rule: RuleOf<'birthday'>, asking: Asking): DueVisit[] {
  const { calendar, minimumAge } = rule.trigger
  const days = askedOccasions(rule, asking.on, asking.untilOn)
  const found: DueVisit[] = []
  for (const [residentId, person] of peopleWithBirthdays(asking.ledger, days)) {
    for (const { on, turning, xusui } of birthdaysBetween(person, calendar, days.from, days.to)) {
      if ((turning ?? 0) < minimumAge) continue
      if (!rule.isRepeating) {
        const [first] = birthdaysBetween(
          person,
          calendar,
          addDays(rule.startsOn, -rule.daysAfter),
          on,
        ).filter((birthday) => (birthday.turning ?? 0) >= minimumAge)
        if (first?.on !== on) continue
      }
      addIfDue(found, asking, rule, residentId, windowOf(rule, on), { turning, xusui })
    }
  }
  // A condition is asked on the birthday itself, of the few who have one then.
  return keepMeant(rule, asking, found)
}

function dueOfTags(rule: RuleOf<'careTag'>, asking: Asking): DueVisit[] {
  const days = askedOccasions(rule, asking.on, asking.untilOn)
  const found: DueVisit[] = []
  for (const { residentId, fromOn } of tagsBegun(asking.ledger, rule.trigger.careTags, days))
    addIfDue(found, asking, rule, residentId, windowOf(rule, fromOn))
  return keepMeant(rule, asking, found)
}

function dueOfInterval(rule: RuleOf<'interval'>, asking: Asking): DueVisit[] {
  const contacts = asking.contacts()
  const letPass = lastLetPass(asking.ledger)
  const found: DueVisit[] = []
  for (const residentId of meantOn(rule, asking, asking.on)) {
    const knownSinceOn = asking.here.get(residentId)
    if (knownSinceOn === undefined) continue
    // Let pass, it comes again as if somebody had been there that day.
    const days = [contacts.get(residentId), letPass.get(`${rule.id} ${residentId}`)].filter(
      (day) => day !== undefined,
    )
    const occasionOn = intervalOccasion(rule, days.toSorted().at(-1), knownSinceOn)
    if (occasionOn === undefined) continue
    const window = windowOf(rule, occasionOn)
    if (window.dueFromOn > asking.untilOn) continue
    found.push(dueVisit(rule, residentId, window, asking.on))
  }
  return found
}

function dueOfEvents(rules: readonly StoredRule[], { ledger, on }: Asking): DueVisit[] {
  const ruleOf = new Map(rules.map((rule) => [rule.id, rule]))
  return openEventVisits(ledger).flatMap(({ visitTaskId, residentId, visitRuleId, staffId, dueToOn }) => {
    const rule = visitRuleId === null ? undefined : ruleOf.get(visitRuleId)
    const isOfEvent = rule?.trigger.kind === 'familyEvent' || rule?.trigger.kind === 'hospitalStay'
    if (!isOfEvent) return []
    const window = { dueFromOn: addDays(dueToOn, -rule.daysAfter), occasionOn: dueToOn, dueToOn }
    return [{ ...dueVisit(rule, residentId, window, on), visitTaskId, staffId }]
  })
}

/** Those who live here and are meant by a rule on a day. */
function meantOn(rule: StoredRule, { ledger, here }: Asking, on: CalendarDate): Iterable<number> {
  const meant = peopleOfRule(ledger, rule, on)
  return meant === 'everybody' ? here.keys() : [...meant].filter((residentId) => here.has(residentId))
}

function keepMeant(rule: StoredRule, { ledger }: Asking, found: readonly DueVisit[]): DueVisit[] {
  if (rule.condition === null && !rule.isOutdated) return [...found]
  const days = [...new Set(found.map(({ occasionOn }) => occasionOn))]
  const meantOf = new Map(days.map((day) => [day, peopleOfRule(ledger, rule, day)]))
  return found.filter(({ occasionOn, residentId }) => {
    const meant = meantOf.get(occasionOn)
    return meant !== undefined && meant !== 'everybody' && meant.has(residentId)
  })
}

/** Adds what nobody has done and nobody let pass; what was over before somebody's record was made is not theirs. */
function addIfDue(
  found: DueVisit[],
  { on, untilOn, here, visits, isLetPass }: Asking,
  rule: StoredRule,
  residentId: number,
  window: DueWindow,
  birthday?: Pick<DueVisit, 'turning' | 'xusui'>,
): void {
  const { dueFromOn, dueToOn, occasionOn } = window
  const knownSinceOn = here.get(residentId)
  if (knownSinceOn === undefined || knownSinceOn > dueToOn) return
  if (dueFromOn > untilOn || dueToOn < rule.startsOn || addDays(dueToOn, overdueKeptDays) < on) return
  if (isFulfilled(window, visits.get(residentId))) return
  if (isLetPass(`${rule.id} ${residentId} ${occasionOn}`)) return
  found.push({ ...dueVisit(rule, residentId, window, on), ...birthday })
}

function dueVisit(rule: StoredRule, residentId: number, window: DueWindow, on: CalendarDate): DueVisit {
  return {
    ...window,
    residentId,
    visitRuleId: rule.id,
    kind: rule.trigger.kind,
    state: dueStateOn(window, on),
    turning: null,
    xusui: null,
    visitTaskId: null,
    staffId: null,
  }
}
