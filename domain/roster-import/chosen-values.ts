import { careTagEntry } from '../codes/care-period-words.ts'
import type { ImportValue } from '../import-report.ts'
import type { OwnField } from '../own-field.ts'
import type { ImportMapping } from '../roster-import.ts'
import { parted } from './care-tag-cells.ts'
import { cellLines, statedText } from './cell-text.ts'
import type { CodeField } from './code-fields.ts'
import { codeFieldOf } from './own-columns.ts'
import type { SheetCell } from './roster-table.ts'

/** Puts the ledger's own words in the place of those a clerk has explained, and counts the rows each stands in. */
export interface ChosenValues {
  readonly applied: (cells: readonly SheetCell[]) => readonly SheetCell[]
  readonly rowCountOf: (value: ImportValue) => number
}

export function chosenValues(
  values: readonly ImportValue[],
  mapping: ImportMapping,
  ownFields: readonly OwnField[] = [],
): ChosenValues {
  const counts = new Map<ImportValue, number>()
  // A longer word may have a shorter one in it.
  const ordered = values.toSorted((one, other) => other.text.length - one.text.length)
  const columns = mapping.flatMap(({ index, field }) => {
    const ofField = ordered.filter((value) => value.field === field)
    return ofField.length === 0 ? [] : [{ index, ofField }]
  })
  const count = (value: ImportValue) => counts.set(value, (counts.get(value) ?? 0) + 1)

  return {
    applied: (cells) => {
      if (columns.length === 0) return cells
      const changed = [...cells]
      for (const { index, ofField } of columns) {
        const cell = cells[index]
        if (typeof cell !== 'string' && typeof cell !== 'number') continue
        for (const value of ofField) {
          const after = replaced(changed[index], value, codeFieldOf(value.field, ownFields))
          if (after === undefined) continue
          changed[index] = after
          count(value)
        }
      }
      return changed
    },
    rowCountOf: (value) => counts.get(value) ?? 0,
  }
}

/** Undefined where the word does not stand in the cell. */
function replaced(
  cell: SheetCell | undefined,
  { text, code }: ImportValue,
  table: CodeField | undefined,
): SheetCell | undefined {
  const word = code === null ? '' : (table?.codes[code] ?? '')
  if (table?.isList !== true) return statedText(cell) === text ? word : undefined
  if (statedText(cell) === '') return undefined
  const whole = cellLines(cell).normalize('NFKC')
  const after = whole.replace(careTagEntry, (entry) => {
    const compact = entry.replace(/\s/g, '')
    if (parted(compact, table.parse).word !== text) return entry
    // The days beside a word that means nothing mean nothing either.
    return word === '' ? '' : compact.replace(text, word)
  })
  return after === whole ? undefined : after
}
