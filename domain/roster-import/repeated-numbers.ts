import type { RosterRow } from './read-row.ts'
import { isRefused } from './row-issues.ts'

/**
 * Refuses what a file says twice under one number: the first row goes in where all bear the same name,
 * none of them where nobody can tell whose number it is.
 */
export function refuseRepeatedNumbers(rows: readonly RosterRow[]): RosterRow[] {
  const byNumber = Map.groupBy(
    rows.filter((row) => row.draft.idNumber !== '' && !isRefused(row)),
    ({ draft }) => draft.idNumber,
  )
  const refused = new Set<RosterRow>()
  for (const same of byNumber.values()) {
    const isOnePerson = same.every(({ draft }) => draft.name === same[0]?.draft.name)
    for (const row of isOnePerson ? same.slice(1) : same) if (same.length > 1) refused.add(row)
  }
  return rows.map((row) =>
    refused.has(row)
      ? { ...row, issues: [...row.issues, { code: 'idTwiceInFile', field: 'idNumber', isRefusal: true }] }
      : row,
  )
}
