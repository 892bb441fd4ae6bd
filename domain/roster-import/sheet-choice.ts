import type { ImportFile } from '../roster-import.ts'

type Sheets = ImportFile['sheets']

/** Shape: positions of sheets that can be read together, group by group; a sheet that is no roster is alone. */
export function sheetGroups(sheets: Sheets): number[][] {
  const positions = [...sheets.keys()]
  const groups = Map.groupBy(positions, (index) => sheets[index]?.layout ?? `alone ${index}`)
  return [...groups.values()]
}

/** The sheets that are offered first: those whose headings most rows stand under. */
export function usualSheets(sheets: Sheets): number[] {
  const rowCount = (group: readonly number[]) =>
    group.reduce((count, index) => count + (sheets[index]?.rowCount ?? 0), 0)
  const rosters = sheetGroups(sheets).filter(([first = 0]) => sheets[first]?.layout !== null)
  const [most = [0]] = rosters.toSorted((one, other) => rowCount(other) - rowCount(one))
  return most
}

/** Why a sheet can't be read together with those that are chosen. */
export type SheetObstacle = 'noHeading' | 'otherLayout'

/** Null where it can, and for those that are chosen. */
export function sheetObstacle(
  sheets: Sheets,
  chosen: readonly number[],
  index: number,
): SheetObstacle | null {
  const [first] = chosen
  if (first === undefined || chosen.includes(index)) return null
  const layout = sheets[index]?.layout ?? null
  if (layout === null) return 'noHeading'
  return layout === sheets[first]?.layout ? null : 'otherLayout'
}
