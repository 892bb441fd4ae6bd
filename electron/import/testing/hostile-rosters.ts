import { hostileArchives } from './hostile-archives.ts'
import type { HostileRoster } from './hostile-book.ts'
import { hostileSheets } from './hostile-sheets.ts'
import { hostileTexts } from './hostile-texts.ts'

/** Every hostile file that today's import can meet. */
export const hostileRosters: readonly HostileRoster[] = [
  ...hostileSheets,
  ...hostileArchives,
  ...hostileTexts,
]
