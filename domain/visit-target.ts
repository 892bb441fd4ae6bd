import { ageOn } from './age.ts'
import { completeDate } from './calendar-date.ts'
import type { CalendarDate, PartialDate } from './calendar-date.ts'
import { assertNever } from './assert-never.ts'
import type { VisitRule } from './visit.ts'

/** What a rule looks at. */
export interface VisitSubject {
  readonly birthWhen: PartialDate | null
  readonly livingArrangement: string | null
  readonly careTags: readonly {
    readonly careTag: string
    readonly fromOn: CalendarDate | null
    readonly toOn: CalendarDate | null
  }[]
}

/** Answers whether a rule picks somebody on the cut-off date; an incomplete birth date never reaches an age. */
export function isTargetOf(
  rule: Pick<VisitRule, 'criterion' | 'value'>,
  subject: VisitSubject,
  cutoffOn: CalendarDate,
): boolean {
  switch (rule.criterion) {
    case 'minimumAge': {
      const birthOn = completeDate(subject.birthWhen)
      return birthOn !== undefined && ageOn(birthOn, cutoffOn) >= Number(rule.value)
    }
    case 'careTag':
      return subject.careTags.some(
        ({ careTag, fromOn, toOn }) =>
          careTag === rule.value &&
          (fromOn === null || fromOn <= cutoffOn) &&
          (toOn === null || toOn >= cutoffOn),
      )
    case 'livingArrangement':
      return subject.livingArrangement === rule.value
    default:
      return assertNever(rule.criterion)
  }
}
