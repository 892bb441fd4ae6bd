import { ageOn } from '../../domain/age.ts'
import { completeDate, type CalendarDate } from '../../domain/calendar-date.ts'
import { FailureError } from '../../domain/failure.ts'
import { checkDocumentNumber } from '../../domain/id-number.ts'
import { daysInLunarMonth, isWithinLunarTable } from '../../domain/lunar-date.ts'
import type { ResidentDraft } from '../../domain/resident.ts'

/** Unit: full years. */
const oldestAge = 130

/**
 * The draft with its document number as it is stored.
 * Throws: idNumberInvalid (detail: what is wrong with it), birthDateImpossible, invalidInput.
 */
export function refuseImpossibleDraft(draft: ResidentDraft, todayOn: CalendarDate): ResidentDraft {
  const reading = checkDocumentNumber(draft.idDocumentType, draft.idNumber, todayOn)
  if (!reading.ok) throw new FailureError('idNumberInvalid', 'idNumber', reading.reason)
  refuseImpossibleBirth(draft, todayOn)
  refuseImpossibleLunarBirth(draft)
  refuseBackwardPeriods(draft)
  return { ...draft, idNumber: reading.idNumber }
}

function refuseImpossibleBirth({ birthWhen }: ResidentDraft, todayOn: CalendarDate): void {
  if (birthWhen === null || birthWhen.startsWith('XXXX')) return
  const birthOn = completeDate(birthWhen)
  const isFuture = birthWhen > todayOn.slice(0, birthWhen.length)
  const isTooOld =
    birthOn === undefined
      ? Number(todayOn.slice(0, 4)) - Number(birthWhen.slice(0, 4)) > oldestAge + 1
      : ageOn(birthOn, todayOn) > oldestAge
  if (isFuture || isTooOld) throw new FailureError('birthDateImpossible', 'birthWhen')
}

function refuseImpossibleLunarBirth({ lunarBirth }: ResidentDraft): void {
  if (lunarBirth === null || lunarBirth.year === null) return
  // Beyond these years no table is sure of the days.
  if (!isWithinLunarTable(lunarBirth.year)) throw new FailureError('birthDateImpossible', 'lunarBirth')
  const dayCount = daysInLunarMonth(lunarBirth.year, lunarBirth.month, lunarBirth.isLeap)
  if (lunarBirth.day > dayCount) throw new FailureError('birthDateImpossible', 'lunarBirth')
}

function refuseBackwardPeriods({ careTags }: ResidentDraft): void {
  for (const [index, { fromOn, toOn }] of careTags.entries()) {
    if (fromOn !== null && toOn !== null && toOn < fromOn) {
      throw new FailureError('invalidInput', `careTags.${index}.toOn`)
    }
  }
}
