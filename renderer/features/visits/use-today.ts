import { type CalendarDate, calendarDateSchema } from '../../../domain/calendar-date.ts'
import { useReadyState } from '../../ledger/app-state.ts'

/** The civil date at the desk; undefined until the ledger is open. */
export function useToday(): CalendarDate | undefined {
  const today = calendarDateSchema.safeParse(useReadyState()?.todayOn)
  return today.success ? today.data : undefined
}
