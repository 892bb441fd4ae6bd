import { ownFieldKey } from '../../domain/own-field.ts'
import type { OwnValue } from '../../domain/own-value.ts'
import type { DwellingDraft } from '../../domain/resident.ts'
import type { FamilyRow } from '../../domain/roster-import/join-families.ts'

/** Shape: the ids of the own fields that a list says something of, by home and by door. */
export interface SaidOfHomes {
  readonly homes: ReadonlyMap<number, ReadonlySet<number>>
  readonly doors: ReadonlyMap<string, ReadonlySet<number>>
}

/** What the rows of a list say of homes, each in the row of somebody who lives there. */
export function saidOfHomes(
  rows: readonly FamilyRow[],
  homeOf: (row: FamilyRow) => number | undefined,
): SaidOfHomes {
  const homes = new Map<number, Set<number>>()
  const doors = new Map<string, Set<number>>()
  for (const row of rows) {
    const home = homeOf(row)
    for (const { ownFieldId } of row.householdOwnValues) {
      if (home !== undefined) homes.set(home, (homes.get(home) ?? new Set()).add(ownFieldId))
      const door = doorOf(row.draft.dwelling)
      if (door !== null) doors.set(door, (doors.get(door) ?? new Set()).add(ownFieldId))
    }
  }
  return { homes, doors }
}

interface HomeThere {
  readonly householdId: number
  readonly dwelling: DwellingDraft | null
  readonly ownValues: readonly OwnValue[]
}

/** The own fields of a home that somebody's row leaves empty, while no row of those who live there says anything else. */
export function emptiedOfHome(
  { emptyFields }: FamilyRow,
  { householdId, dwelling, ownValues }: HomeThere,
  { homes, doors }: SaidOfHomes,
): number[] {
  const empty = new Set(emptyFields)
  const said = [homes.get(householdId), doors.get(doorOf(dwelling) ?? '')]
  return ownValues
    .map(({ ownFieldId }) => ownFieldId)
    .filter((id) => empty.has(ownFieldKey(id)) && !said.some((ids) => ids?.has(id) === true))
}

function doorOf(dwelling: DwellingDraft | null): string | null {
  return dwelling === null ? null : JSON.stringify([dwelling.building, dwelling.unit, dwelling.room])
}
