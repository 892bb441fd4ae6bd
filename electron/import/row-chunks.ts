import type { SheetCell } from '../../domain/roster-import/roster-table.ts'
import { messageLimits } from './reader-messages.ts'

type Row = readonly SheetCell[]

/** Cuts rows into pieces that fit a message; a row that is one too many by itself travels alone. */
export function* rowChunks(rows: readonly Row[]): Generator<Row[]> {
  let chunk: Row[] = []
  let cells = 0
  let characters = 0
  for (const row of rows) {
    const text = charactersIn(row)
    const isFull =
      chunk.length === messageLimits.rows ||
      cells + row.length > messageLimits.cells ||
      characters + text > messageLimits.characters
    if (isFull && chunk.length > 0) {
      yield chunk
      chunk = []
      cells = 0
      characters = 0
    }
    chunk.push(row)
    cells += row.length
    characters += text
  }
  if (chunk.length > 0) yield chunk
}

/** Unit: UTF-16 code units of all text in a row. */
export function charactersIn(row: Row): number {
  let count = 0
  for (const cell of row) if (typeof cell === 'string') count += cell.length
  return count
}
