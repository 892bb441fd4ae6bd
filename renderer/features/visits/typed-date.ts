import { type CalendarDate, parseTypedDate } from '../../../domain/calendar-date.ts'

/** The day a clerk typed in any of the usual ways, or null when it is none. */
export function parseDateText(text: string): CalendarDate | null {
  const typed = parseTypedDate(text)
  return typed.ok ? typed.date : null
}
