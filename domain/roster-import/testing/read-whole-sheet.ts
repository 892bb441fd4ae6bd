import { readSheets, type SheetReading } from '../read-sheets.ts'
import type { RosterSheet } from '../roster-table.ts'

/** A sheet read to its end, as nobody else has anything to do meanwhile. */
export function readWholeSheet(sheet: RosterSheet, ...how: ReadingOf<typeof readSheets>): SheetReading {
  return readWholeSheets([sheet], ...how)
}

type ReadingOf<Read> = Read extends (sheets: never, ...how: infer How) => unknown ? How : never

export function readWholeSheets(...how: Parameters<typeof readSheets>): SheetReading {
  const work = readSheets(...how)
  for (;;) {
    const { done, value } = work.next()
    if (done === true) return value
  }
}
