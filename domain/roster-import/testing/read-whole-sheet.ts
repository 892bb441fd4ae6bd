import { readSheet, type SheetReading } from '../read-sheet.ts'

/** A sheet read to its end, as nobody else has anything to do meanwhile. */
export function readWholeSheet(...how: Parameters<typeof readSheet>): SheetReading {
  const work = readSheet(...how)
  for (;;) {
    const { done, value } = work.next()
    if (done === true) return value
  }
}
