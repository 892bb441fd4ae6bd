import { naturalSortKey } from '../../domain/address.ts'
import type { DwellingDraft } from '../../domain/resident.ts'
import type { LedgerTransaction } from '../transaction.ts'
import { findNameOwners } from './building.repository.ts'
import {
  deleteEmptyDwellings,
  dwellingsOfBuilding,
  findDwellings,
  insertBuildings,
  insertDwellings,
  moveHouseholdsOfDwelling,
  updateDwellings,
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
  const buildings = await findOrCreateBuildings(trx, [...new Set(given.map(({ building }) => building))])
  const buildingIdOf = ({ building }: DwellingDraft) => buildings.get(building)?.id ?? 0
  const keyOf = (dwelling: DwellingDraft) => dwellingKey(buildingIdOf(dwelling), dwelling.unit, dwelling.room)
  const known = new Map<string, number>()
  const rooms = [...new Set(given.map(({ room }) => room))]
  const buildingIds = [...new Set(given.map(buildingIdOf))]
  for (const { id, buildingId, unit, room } of await findDwellings(trx, buildingIds, rooms)) {
    known.set(dwellingKey(buildingId, unit, room), id)
  }
  const missing = new Map(
    given.filter((dwelling) => !known.has(keyOf(dwelling))).map((one) => [keyOf(one), one]),
  )
  if (missing.size > 0) {
    const rows = [...missing.values()].map((dwelling) => ({
      buildingId: buildingIdOf(dwelling),
      unit: dwelling.unit,
      room: dwelling.room,
      sortKey: dwellingSortKey(withRealName(dwelling, buildings)),
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

/** The same dwellings with each building under the name it has today, where another name of it was given. */
export async function withRealBuildings(
  trx: Pick<LedgerTransaction, 'selectFrom'>,
  dwellings: readonly (DwellingDraft | null)[],
): Promise<(DwellingDraft | null)[]> {
  const names = [...new Set(dwellings.flatMap((dwelling) => dwelling?.building ?? []))]
  const found = names.length === 0 ? new Map<string, FoundBuilding>() : await knownBuildings(trx, names)
  return dwellings.map((dwelling) => (dwelling === null ? null : withRealName(dwelling, found)))
}

const dwellingsPerWrite = 500

/** Puts the doors of a building into their places again after it got another name. */
export async function sortDwellingsAnew(
  trx: LedgerTransaction,
  buildingId: number,
  building: string,
): Promise<void> {
  const dwellings = await dwellingsOfBuilding(trx, buildingId)
  const sorted = dwellings.map((dwelling) => ({
    ...dwelling,
    sortKey: dwellingSortKey({ ...dwelling, building }),
  }))
  for (let start = 0; start < sorted.length; start += dwellingsPerWrite)
    await updateDwellings(trx, sorted.slice(start, start + dwellingsPerWrite))
}

/** All doors of one building become another's; where it has the same door, the households move in there. */
export async function moveDwellings(
  trx: LedgerTransaction,
  fromId: number,
  to: { readonly id: number; readonly name: string },
): Promise<void> {
  const there = new Map(
    (await dwellingsOfBuilding(trx, to.id)).map(({ id, unit, room }) => [dwellingKey(to.id, unit, room), id]),
  )
  const emptied: number[] = []
  const moved: { id: number; buildingId: number; unit: string; room: string; sortKey: string }[] = []
  for (const { id, unit, room } of await dwellingsOfBuilding(trx, fromId)) {
    const sameDoor = there.get(dwellingKey(to.id, unit, room))
    if (sameDoor === undefined) {
      const sortKey = dwellingSortKey({ building: to.name, unit, room })
      moved.push({ id, buildingId: to.id, unit, room, sortKey })
    } else {
      await moveHouseholdsOfDwelling(trx, id, sameDoor)
      emptied.push(id)
    }
  }
  for (let start = 0; start < moved.length; start += dwellingsPerWrite)
    await updateDwellings(trx, moved.slice(start, start + dwellingsPerWrite))
  for (let start = 0; start < emptied.length; start += dwellingsPerWrite)
    await deleteEmptyDwellings(trx, emptied.slice(start, start + dwellingsPerWrite))
}

interface FoundBuilding {
  readonly id: number
  readonly name: string
}

/** By the name that was asked for, which may be another name of the building. */
async function knownBuildings(
  trx: Pick<LedgerTransaction, 'selectFrom'>,
  names: readonly string[],
): Promise<Map<string, FoundBuilding>> {
  const owners = await findNameOwners(trx, names)
  return new Map(owners.map(({ asked, id, name }) => [asked, { id, name }]))
}

async function findOrCreateBuildings(
  trx: LedgerTransaction,
  names: readonly string[],
): Promise<Map<string, FoundBuilding>> {
  const found = await knownBuildings(trx, names)
  const missing = names.filter((name) => !found.has(name))
  if (missing.length > 0) {
    const rows = missing.map((name) => ({ name, sortKey: naturalSortKey(name) }))
    for (const { id, name } of await insertBuildings(trx, rows)) found.set(name, { id, name })
  }
  return found
}

function withRealName(dwelling: DwellingDraft, buildings: ReadonlyMap<string, FoundBuilding>): DwellingDraft {
  return { ...dwelling, building: buildings.get(dwelling.building)?.name ?? dwelling.building }
}

function dwellingKey(buildingId: number, unit: string, room: string): string {
  return JSON.stringify([buildingId, unit, room])
}

function dwellingSortKey({ building, unit, room }: DwellingDraft): string {
  return [building, unit, room].map(naturalSortKey).join(keySeparator)
}
