import { headOfHouseholdCode } from '../../domain/codes/relation-to-head.ts'
import { findOrCreateDwellings, removeEmptyDwellings } from '../building/dwelling.service.ts'
import type { DwellingDraft } from '../../domain/resident.ts'
import { nextId } from '../next-id.queries.ts'
import { handDownOwnValues, type Departure } from '../own-field/household-own-values.service.ts'
import { recordChanges, type ChangeBy } from '../resident/record-change.service.ts'
import type { LedgerTransaction } from '../transaction.ts'
import {
  deleteEmptyHouseholds,
  findHeads,
  findHouseholdsOfDwellings,
  forgetRelationToHead,
  insertHouseholds,
  refreshHeads,
} from './household.repository.ts'

/** Shape: somebody who needs a household in a dwelling. */
export interface Placing {
  readonly dwelling: DwellingDraft | null
  readonly isHead: boolean
  /** True when the person is known to belong to the family of a head. */
  readonly isRelative: boolean
}

interface HouseholdThere {
  readonly id: number
  hasHead: boolean
}

/**
 * One household for each of at most 1,000 people, in their order: the one already in the dwelling or a new one.
 * A second head starts a household of their own; relatives join the head listed last, as rosters list families.
 */
export async function placeInHouseholds(
  trx: LedgerTransaction,
  placings: readonly Placing[],
): Promise<number[]> {
  const dwellingIds = await findOrCreateDwellings(
    trx,
    placings.map(({ dwelling }) => dwelling),
  )
  const householdsAt = await loadHouseholds(trx, dwellingIds)
  const created: { readonly id: number; readonly dwellingId: number | null }[] = []
  let newId = await nextId(trx, 'household')
  const householdIds = placings.map((placing, index) => {
    const dwellingId = dwellingIds[index] ?? null
    const there = dwellingId === null ? [] : (householdsAt.get(dwellingId) ?? [])
    const chosen = chooseHousehold(there, placing) ?? { id: newId, hasHead: false }
    if (chosen.id === newId) {
      newId += 1
      created.push({ id: chosen.id, dwellingId })
      if (dwellingId !== null) householdsAt.set(dwellingId, [...there, chosen])
    }
    chosen.hasHead ||= placing.isHead
    return chosen.id
  })
  if (created.length > 0) await insertHouseholds(trx, created)
  return householdIds
}

/** Shape: the ids of new empty households, one for each of at most 1,000 dwellings, in their order; settle them once people are in. */
export async function openHouseholds(
  trx: LedgerTransaction,
  dwellings: readonly (DwellingDraft | null)[],
): Promise<number[]> {
  if (dwellings.length === 0) return []
  const dwellingIds = await findOrCreateDwellings(trx, dwellings)
  const firstId = await nextId(trx, 'household')
  const created = dwellingIds.map((dwellingId, index) => ({ id: firstId + index, dwellingId }))
  await insertHouseholds(trx, created)
  return created.map(({ id }) => id)
}

/**
 * After people came, went or changed their relation: one head per household, the one named last or else the one it has,
 * and no empty homes; what those had in own fields goes along with those who left.
 */
export async function settleHouseholds(
  trx: LedgerTransaction,
  householdIds: readonly number[],
  newHeadIds: readonly number[],
  by: ChangeBy,
  departures: readonly Departure[] = [],
): Promise<void> {
  if (householdIds.length === 0) return
  await keepOneHead(trx, householdIds, newHeadIds, by)
  await refreshHeads(trx, householdIds)
  await handDownOwnValues(trx, departures, by)
  const deleted = await deleteEmptyHouseholds(trx, householdIds)
  await removeEmptyDwellings(
    trx,
    deleted.flatMap(({ dwellingId }) => dwellingId ?? []),
  )
}

async function loadHouseholds(
  trx: LedgerTransaction,
  dwellingIds: readonly (number | null)[],
): Promise<Map<number, HouseholdThere[]>> {
  const householdsAt = new Map<number, HouseholdThere[]>()
  const distinct = [...new Set(dwellingIds.flatMap((id) => id ?? []))]
  if (distinct.length === 0) return householdsAt
  for (const { id, dwellingId, headResidentId } of await findHouseholdsOfDwellings(trx, distinct)) {
    if (dwellingId === null) continue
    const there = householdsAt.get(dwellingId) ?? []
    householdsAt.set(dwellingId, [...there, { id, hasHead: headResidentId !== null }])
  }
  return householdsAt
}

function chooseHousehold(there: readonly HouseholdThere[], placing: Placing): HouseholdThere | undefined {
  if (placing.isHead) return there.length === 1 && there[0]?.hasHead === false ? there[0] : undefined
  if (placing.isRelative) return there.at(-1)
  return there.length === 1 ? there[0] : undefined
}

async function keepOneHead(
  trx: LedgerTransaction,
  householdIds: readonly number[],
  newHeadIds: readonly number[],
  by: ChangeBy,
): Promise<void> {
  const rank = new Map(newHeadIds.map((id, index) => [id, index + 1]))
  const headOf = new Map<number, number>()
  const formerHeads: number[] = []
  for (const { id, householdId } of await findHeads(trx, householdIds)) {
    const other = headOf.get(householdId)
    const isStronger = other === undefined || (rank.get(id) ?? 0) > (rank.get(other) ?? 0)
    if (isStronger) headOf.set(householdId, id)
    if (other !== undefined) formerHeads.push(isStronger ? other : id)
  }
  if (formerHeads.length === 0) return
  await forgetRelationToHead(trx, formerHeads, by.at)
  await recordChanges(trx, formerHeads, 'relationToHead', { before: headOfHouseholdCode, after: null }, by)
}
