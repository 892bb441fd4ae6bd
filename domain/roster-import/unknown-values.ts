import type { ImportValueFound } from '../import-report.ts'
import type { OwnField } from '../own-field.ts'
import { codeFieldOf } from './own-columns.ts'
import type { RosterRow } from './read-row.ts'

/** A column of the wrong kind has thousands of words that no table knows. */
export const mostValues = 300

/** Unit: characters; a longer text is no word of a table. */
const longestWord = 60

/** The words of all rows that no code table knows, those in most rows first. */
export function unknownValues(
  rows: readonly RosterRow[],
  ownFields: readonly OwnField[],
): ImportValueFound[] {
  const found = new Map<string, { readonly value: ImportValueFound; rowCount: number }>()
  for (const { field, value: text } of rows.flatMap(({ issues }) => issues)) {
    if (text === undefined || text === '' || text.length > longestWord) continue
    if (codeFieldOf(field, ownFields) === undefined) continue
    const key = JSON.stringify([field, text])
    const known = found.get(key)
    if (known !== undefined) known.rowCount += 1
    else found.set(key, { value: { field, text, code: null, rowCount: 0, isDecided: false }, rowCount: 1 })
  }
  return [...found.values()]
    .sort((one, other) => other.rowCount - one.rowCount)
    .map(({ value, rowCount }) => ({ ...value, rowCount }))
}
