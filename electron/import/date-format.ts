import type { SheetDate } from '../../domain/roster-import/roster-table.ts'

/** Formats a Chinese spreadsheet program knows by number alone: without a day, and without a year. Source: ECMA-376 18.8.30, zh-cn. */
const monthFormats = [27, 36, 50, 52, 57]
const monthDayFormats = [28, 29, 51, 53, 54, 58]

/** Shape: number formats as the styles of a workbook declare them, for those the parser takes for American days. */
export const chineseDateFormats =
  monthFormats.map((id) => numberFormat(id, 'yyyy-mm')).join('') +
  monthDayFormats.map((id) => numberFormat(id, 'mm-dd')).join('')

function numberFormat(id: number, code: string): string {
  return `<numFmt numFmtId="${String(id)}" formatCode="${code}"/>`
}

/** What a date format shows where that is less than the day. */
export function shownByFormat(format: string | undefined, id?: number): SheetDate['shows'] {
  if (id !== undefined && monthFormats.includes(id)) return 'month'
  if (id !== undefined && monthDayFormats.includes(id)) return 'monthDay'
  // Words in quotes, escaped characters and colours or locales in brackets are no parts of the date.
  const parts = (format ?? '').replace(/"[^"]*"|\\.|\[[^\]]*\]|_./g, '').toLowerCase()
  const [section = ''] = parts.split(';')
  if (/general|[@#0]/.test(section)) return undefined
  const has = { year: /[ye]/.test(section), month: section.includes('m'), day: section.includes('d') }
  if (has.year && !has.day) return has.month ? 'month' : 'year'
  return !has.year && has.month && has.day ? 'monthDay' : undefined
}
