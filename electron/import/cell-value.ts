import type * as XLSX from '@e965/xlsx'
import type { SheetCell, SheetDate } from '../../domain/roster-import/roster-table.ts'
import { shownByFormat } from './date-format.ts'

/** What the parser read, as a roster has it. */
export function cellValue(cell: XLSX.CellObject): SheetCell {
  const value = cell.v
  if (value instanceof Date)
    return dateCell(value.getTime(), shownByFormat(formatOf(cell), numberOfFormat(cell)))
  if (typeof value === 'string') return value === '' ? null : value
  if (typeof value === 'boolean') return String(value)
  if (typeof value !== 'number') return null
  if (!Number.isFinite(value)) return String(value)
  if (cell.t === 'e') return cell.w ?? '#N/A'
  return numberCell(value, cell.w)
}

/** A number shown as 0101 by its format is the text the clerk sees. */
export function numberCell(value: number, shown: string | undefined): SheetCell {
  return shown !== undefined && /^0\d+$/.test(shown) ? shown : value
}

const dayMs = 86_400_000

/**
 * How early a midnight may have been written: fractions fall short of it, and programs that reckon with the clock of
 * Shanghai before 1928, 8:05:43 ahead of Greenwich, are off by those 343 seconds, or by 43 where they know whole minutes
 * alone. Unit: milliseconds.
 */
const earlyMidnightsMs = [0, 43_000, 343_000]
const roundingMs = 1000

/** Unit: milliseconds since 1970; calendars of programs end there. */
const lastMoment = 8.64e15

/** The civil day of a moment; nothing for a number that is too large for one. Unit: milliseconds since 1970. */
export function dateCell(time: number, shows: SheetDate['shows']): SheetCell {
  if (!(Math.abs(time) < lastMoment)) return null
  const nextMidnight = Math.ceil(time / dayMs) * dayMs
  const isMidnight = earlyMidnightsMs.some((ms) => Math.abs(nextMidnight - time - ms) <= roundingMs)
  const dateOn = new Date(isMidnight ? nextMidnight : time).toISOString().slice(0, 10)
  return shows === undefined ? { dateOn } : { dateOn, shows }
}

function formatOf({ z }: XLSX.CellObject): string | undefined {
  return typeof z === 'string' ? z : undefined
}

/** Only old workbooks give it; the parser's types do not know of it. */
function numberOfFormat(cell: XLSX.CellObject & { readonly XF?: { readonly numFmtId?: number } }) {
  return cell.XF?.numFmtId
}
