import { FailureError } from '../../domain/failure.ts'
import { rosterLimits, type SheetCell } from '../../domain/roster-import/roster-table.ts'
import { charactersIn } from './row-chunks.ts'

/**
 * Counts what a whole file holds: one long text that every cell refers to is short in the file and endless in memory.
 * Throws: fileTooLarge, once that is more than a roster can have.
 */
export function createSizeGuard(): (rows: readonly (readonly SheetCell[])[]) => void {
  let cells = 0
  let characters = 0
  return (rows) => {
    for (const row of rows) {
      cells += row.length
      characters += charactersIn(row)
      if (cells > rosterLimits.cells || characters > rosterLimits.characters)
        throw new FailureError('fileTooLarge')
    }
  }
}
