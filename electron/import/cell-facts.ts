import * as XLSX from '@e965/xlsx'
import type { SheetCell } from '../../domain/roster-import/roster-table.ts'
import { dateCell, numberCell } from './cell-value.ts'
import { shownByFormat } from './date-format.ts'

/** What the cells of a packed workbook refer to. */
export interface CellFacts {
  /** Shape: the shared texts; undefined for one that is none. */
  readonly strings: readonly (string | undefined)[]
  /** What a number means in a cell of a style; undefined where only the parser can tell. */
  readonly numberIn: (style: number, value: number) => SheetCell | undefined
}

type NumberReader = (value: number) => SheetCell | undefined

/** The facts as the parser has them of a workbook; its types leave most of them out. */
export function cellFacts(workbook: XLSX.WorkBook): CellFacts {
  const { Strings, Styles, SSF } = workbook as XLSX.WorkBook & {
    readonly Strings: readonly { readonly t?: string }[]
    readonly Styles: { readonly CellXf?: readonly { readonly numFmtId?: number }[] }
    readonly SSF: Readonly<Record<number, string>>
  }
  const isFrom1904 = workbook.Workbook?.WBProps?.date1904 === true
  const readers: NumberReader[] = []
  const readerOf = (style: number) =>
    numberReader(SSF[Styles.CellXf?.[style]?.numFmtId ?? 0], isFrom1904 ? daysTo1904 : 0)
  return {
    strings: Strings.map(({ t }) => t),
    numberIn: (style, value) => (readers[style] ??= readerOf(style))(value),
  }
}

const onlyParser: NumberReader = () => undefined

function numberReader(format: string | undefined, daysBefore: number): NumberReader {
  if (format === undefined) return onlyParser
  // None of these puts a nought before a number.
  if (['General', '0', '@'].includes(format)) return (value) => value
  if (!parser.is_date(format)) return (value) => numberCell(value, shownAs(format, value))
  const shows = shownByFormat(format)
  return (value) => {
    const time = timeOfDay(value + daysBefore)
    return time === undefined ? undefined : dateCell(time, shows)
  }
}

// The parser's types leave its formats open.
const parser = XLSX.SSF as {
  readonly is_date: (format: string) => boolean
  readonly format: (format: string, value: number) => string
}

function shownAs(format: string, value: number): string | undefined {
  try {
    return parser.format(format, value)
  } catch {
    // What a format can't show stands there as the number.
    return undefined
  }
}

const dayMs = 86_400_000
const dayNoughtMs = Date.UTC(1899, 11, 30)
const daysTo1904 = 1462

/** Spreadsheet programs believe in a 29th of February 1900, which is no day: undefined for that. */
function timeOfDay(value: number): number | undefined {
  if (value >= 60 && value < 61) return undefined
  return (value > 60 ? value : value + 1) * dayMs + dayNoughtMs
}
