import { naturalSortKey } from '../../domain/address.ts'
import type { DwellingDraft } from '../../domain/resident.ts'
import type { LedgerTransaction } from '../transaction.ts'
import {
  deleteEmptyDwellings,
  findBuildings,
  findDwellings,
  insertBuildings,
  insertDwellings,
} from './dwelling.repository.ts'

/** Lower than every character of a key, so that a shorter building name never reaches into the unit. */
const keySeparator = '\u0001'

/** Shape: one id for each of at most 1,000 dwellings; null where no part of the dwelling is given. */
export async function findOrCreateDwellings(
  trx: LedgerTransaction,
  dwellings: readonly (DwellingDraft | null)[],
): Promise<(number | null)[]> {
  const given = dwellings.filter(isGiven)
  if (given.length === 0) return dwellings.map(() => null)
  const buildingIds = await findOrCreateBuildings(trx, [...new Set(given.map(({ building }) => building))])
  const keyOf = (dwelling: DwellingDraft) =>
    dwellingKey(buildingIds.get(dwelling.building) ?? 0, dwelling.unit, dwelling.room)
  const known = new Map<string, number>()
  const rooms = [...new Set(given.map(({ room }) => room))]
  for (const { id, buildingId, unit, room } of await findDwellings(trx, [...buildingIds.values()], rooms)) {
    known.set(dwellingKey(buildingId, unit, room), id)
  }
  const missing = new Map(
    given.filter((dwelling) => !known.has(keyOf(dwelling))).map((one) => [keyOf(one), one]),
  )
  if (missing.size > 0) {
    const rows = [...missing.values()].map((dwelling) => ({
      buildingId: buildingIds.get(dwelling.building) ?? 0,
      unit: dwelling.unit,
      room: dwelling.room,
      sortKey: dwellingSortKey(dwelling),
    }))
    for (const { id, buildingId, unit, room } of await insertDwellings(trx, rows)) {
      known.set(dwellingKey(buildingId, unit, room), id)
    }
  }
  return dwellings.map((dwelling) => (isGiven(dwelling) ? (known.get(keyOf(dwelling)) ?? null) : null))
}

/** Removes those of the dwellings where nobody lives any more, and buildings left without dwellings. */
export async function removeEmptyDwellings(
  trx: LedgerTransaction,
  dwellingIds: readonly number[],
): Promise<void> {
  if (dwellingIds.length > 0) await deleteEmptyDwellings(trx, dwellingIds)
}

/** False for no dwelling and for one whose parts are all empty. */
export function isGiven(dwelling: DwellingDraft | null): dwelling is DwellingDraft {
  return dwelling !== null && `${dwelling.building}${dwelling.unit}${dwelling.room}` !== ''
}

async function findOrCreateBuildings(
  trx: LedgerTransaction,
  names: readonly string[],
): Promise<Map<string, number>> {
  const ids = new Map<string, number>()
  for (const { id, name } of await findBuildings(trx, names)) ids.set(name, id)
  const missing = names.filter((name) => !ids.has(name))
  if (missing.length > 0) {
    const rows = missing.map((name) => ({ name, sortKey: naturalSortKey(name) }))
    for (const { id, name } of await insertBuildings(trx, rows)) ids.set(name, id)
  }
  return ids
}

function dwellingKey(buildingId: number, unit: string, room: string): string {
  return JSON.stringify([buildingId, unit, room])
}

function dwellingSortKey({ building, unit, room }: DwellingDraft): string {
  return [building, unit, room].map(naturalSortKey).join(keySeparator)
}
