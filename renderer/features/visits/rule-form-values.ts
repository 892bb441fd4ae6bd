import type { CareTag } from '../../../domain/codes/care-tag.ts'
import type { VisitFestival } from '../../../domain/festival.ts'
import { visitRuleLabels } from '../../../domain/labels/visit-rule.zh.ts'
import type { BirthdayCalendar } from '../../../domain/birthday.ts'
import {
  longestWindowDays,
  visitRuleDraftSchema,
  type VisitRule,
  type VisitRuleDraft,
  type VisitTrigger,
  type VisitTriggerKind,
} from '../../../domain/visit-rule.ts'
import { conditionOf, draftOf, isUnfinished, type GroupDraft } from '../../ui/condition/condition-draft.ts'
import { parseDateText } from './typed-date.ts'

const { problems, conditionMissing } = visitRuleLabels.form

/** Shape: what the fields of a rule hold while they are filled in. */
export interface RuleValues {
  readonly name: string
  readonly kind: VisitTriggerKind
  readonly festivals: readonly VisitFestival[]
  readonly calendar: BirthdayCalendar
  readonly minimumAge: string
  readonly days: string
  readonly careTags: readonly CareTag[]
  readonly isForEverybody: boolean
  readonly condition: GroupDraft
  readonly daysBefore: string
  readonly daysAfter: string
  /** A kind of responsible, or `staff:` and whose account it is. */
  readonly responsible: string
  readonly startsOn: string
  readonly isRepeating: boolean
  readonly isActive: boolean
}

export type RuleProblems = Readonly<Partial<Record<keyof RuleValues, string>>>

/** The fields of a rule that is there, or of a new one. */
export function valuesOfRule(rule: VisitRule | null, today: string): RuleValues {
  const trigger = rule?.trigger ?? ({ kind: 'interval', days: 30 } as const)
  return {
    name: rule?.name ?? '',
    kind: trigger.kind,
    festivals: trigger.kind === 'festival' ? trigger.festivals : [],
    calendar: trigger.kind === 'birthday' ? trigger.calendar : 'own',
    minimumAge: trigger.kind === 'birthday' ? String(trigger.minimumAge) : '80',
    days: trigger.kind === 'interval' ? String(trigger.days) : '30',
    careTags: trigger.kind === 'careTag' ? trigger.careTags : [],
    isForEverybody: rule !== null && rule.condition === null && rule.state === 'usable',
    condition: draftOf(rule?.condition ?? null),
    daysBefore: String(rule?.daysBefore ?? 0),
    daysAfter: String(rule?.daysAfter ?? 7),
    responsible:
      rule?.responsible === 'staff'
        ? `staff:${rule.responsibleStaffId ?? 0}`
        : (rule?.responsible ?? 'nobody'),
    startsOn: rule?.startsOn ?? today,
    isRepeating: rule?.isRepeating ?? true,
    isActive: rule?.isActive ?? true,
  }
}

/** The rule that is filled in, or what is wrong at each field. */
export function ruleOfValues(
  values: RuleValues,
): { readonly draft: VisitRuleDraft } | { readonly problems: RuleProblems } {
  const found = problemsOf(values)
  const startsOn = parseDateText(values.startsOn)
  if (Object.keys(found).length > 0 || startsOn === null) return { problems: found }
  const isStaff = values.responsible.startsWith('staff:')
  const draft = visitRuleDraftSchema.parse({
    name: values.name.trim(),
    trigger: triggerOf(values),
    condition: values.isForEverybody ? null : conditionOf(values.condition),
    daysBefore: wholeOf(values.daysBefore),
    daysAfter: wholeOf(values.daysAfter),
    responsible: isStaff ? 'staff' : values.responsible,
    responsibleStaffId: isStaff ? Number(values.responsible.slice('staff:'.length)) : null,
    startsOn,
    isRepeating: values.isRepeating,
    isActive: values.isActive,
  })
  return { draft }
}

function problemsOf(values: RuleValues): RuleProblems {
  const { kind, name, festivals, minimumAge, days, condition } = values
  const isLacking = !values.isForEverybody && (conditionOf(condition) === null || isUnfinished(condition))
  return {
    ...(name.trim() === '' || [...name.trim()].length > 60 ? { name: problems.name } : {}),
    ...(kind === 'festival' && festivals.length === 0 ? { festivals: problems.festivals } : {}),
    ...(kind === 'birthday' && !isWhole(minimumAge, 0, 130) ? { minimumAge: problems.minimumAge } : {}),
    ...(kind === 'interval' && !isWhole(days, 1, 3660) ? { days: problems.days } : {}),
    ...(isLacking ? { condition: conditionMissing } : {}),
    ...(isWhole(values.daysBefore, 0, longestWindowDays) ? {} : { daysBefore: problems.window }),
    ...(isWhole(values.daysAfter, 0, longestWindowDays) ? {} : { daysAfter: problems.window }),
    ...(parseDateText(values.startsOn) === null ? { startsOn: problems.startsOn } : {}),
  }
}

function triggerOf({ kind, festivals, calendar, minimumAge, days, careTags }: RuleValues): VisitTrigger {
  if (kind === 'festival') return { kind, festivals: [...festivals] }
  if (kind === 'birthday') return { kind, calendar, minimumAge: wholeOf(minimumAge) }
  if (kind === 'interval') return { kind, days: wholeOf(days) }
  return kind === 'careTag' ? { kind, careTags: [...careTags] } : { kind }
}

function isWhole(text: string, least: number, most: number): boolean {
  const number = wholeOf(text)
  return number >= least && number <= most
}

/** What was typed, in full width as well; not a number where it is none. */
function wholeOf(text: string): number {
  const typed = text.normalize('NFKC').trim()
  return /^\d{1,4}$/.test(typed) ? Number(typed) : Number.NaN
}
