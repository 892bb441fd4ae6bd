import { leapPrefix, lunarMonthNames } from '../../../domain/codes/lunar-text.ts'
import { fieldProblems } from '../../../domain/labels/field.zh.ts'
import type { ResidentFormValues } from './resident-form-schema.ts'

/** A problem of the lunar birthday, by path. Where the year is unknown any month may have 30 days. */
export async function lunarBirthProblem({
  year: typedYear,
  month,
  day,
  isLeap,
}: ResidentFormValues['lunarBirth']): Promise<Record<string, string>> {
  const year = typedYear.trim()
  if (year !== '' && !isLunarYear(year)) return { 'lunarBirth.year': fieldProblems.lunarYear }
  if (year !== '' && !isInTable(year)) return { 'lunarBirth.year': fieldProblems.lunarYearOutside }
  if (month === null && day === null)
    return year === '' ? {} : { 'lunarBirth.month': fieldProblems.lunarDate }
  if (month === null) return { 'lunarBirth.month': fieldProblems.lunarDate }
  if (day === null) return { 'lunarBirth.day': fieldProblems.lunarDate }
  if (year === '') return {}
  // The calendar is large, and few birthdays need it.
  const { daysInLunarMonth } = await import('../../../domain/lunar-date.ts')
  const dayCount = daysInLunarMonth(Number(year), Number(month), isLeap)
  if (Number(day) <= dayCount) return {}
  const monthName = `${isLeap ? leapPrefix : ''}${lunarMonthNames[Number(month) - 1] ?? ''}`
  return dayCount === 0
    ? { 'lunarBirth.month': fieldProblems.lunarMonthMissing(year, monthName) }
    : { 'lunarBirth.day': fieldProblems.lunarDayMissing(year, monthName, dayCount) }
}

function isLunarYear(text: string): boolean {
  return /^\d{4}$/.test(text)
}

/** The calendar itself is large, and is not fetched for this. Source: DOMAIN 4.2. */
function isInTable(year: string): boolean {
  return Number(year) >= 1901 && Number(year) <= 2096
}
