import { z } from 'zod'
import type { CalendarDate } from './calendar-date.ts'
import { festivalOn, type Festival } from './lunar-date.ts'

/** The festivals before which people are visited, in the order of a year; their days come from the lunar table. */
export const visitFestivals = [
  'newYearsDay',
  'laba',
  'layueNian',
  'springFestival',
  'lanternFestival',
  'dragonBoat',
  'midAutumn',
  'doubleNinth',
] as const satisfies readonly Festival[]
export const visitFestivalSchema = z.enum(visitFestivals)
export type VisitFestival = z.infer<typeof visitFestivalSchema>

/** Shape: one festival of one year with the day up to which people count as what they are then. */
export interface FestivalDay {
  readonly festival: VisitFestival
  readonly year: number
  readonly festivalOn: CalendarDate
  /** The eve for Spring Festival, else the day itself. */
  readonly cutoffOn: CalendarDate
}

/** A festival of a Gregorian year. Source: DOMAIN 4.3. Throws: RangeError outside the lunar table. */
export function festivalDay(festival: VisitFestival, year: number): FestivalDay {
  const on = festivalOn(festival, year)
  const cutoffOn = festival === 'springFestival' ? festivalOn('newYearsEve', year) : on
  return { festival, year, festivalOn: on, cutoffOn }
}
