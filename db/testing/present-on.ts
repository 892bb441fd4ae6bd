import type { CalendarDate } from '../../domain/calendar-date.ts'
import { populationRows } from '../count/population-sheet.queries.ts'
import type { Ledger } from '../ledger.ts'

/** Shape: the ids of everybody whom the population sheet of a day counts, in their order. */
export async function presentOn(ledger: Ledger, on: CalendarDate): Promise<number[]> {
  const period = { referenceOn: on, fromOn: on }
  const asked = { ...period, line: 'total', column: 'all', offset: 0, limit: 200 } as const
  const { rows } = await populationRows(ledger, asked)
  return rows.map(({ id }) => id).sort((one, other) => one - other)
}
