import type { Roster, RosterList } from '../../domain/roster.ts'
import type { HasGlyph } from './missing-glyphs.ts'

/** Whose row can't be printed in full, each once, in the list's order: by name, else by the text with the missing character. */
export function rosterNamesWithMissingGlyphs(
  { columns }: Roster,
  { rows }: RosterList,
  hasGlyph: HasGlyph,
): readonly string[] {
  const nameIndex = columns.findIndex(({ field }) => field === 'name')
  const names = rows.flatMap(({ cells }) => {
    const lacking = cells.find((cell) => Array.from(cell).some((character) => !hasGlyph(character)))
    return lacking === undefined ? [] : [cells[nameIndex] ?? lacking]
  })
  return [...new Set(names)]
}
