import { headOfHouseholdCode } from '../../domain/codes/relation-to-head.ts'
import { FailureError } from '../../domain/failure.ts'
import type { HouseholdRoles, SeenHousehold } from '../../domain/household.ts'
import type { DwellingDraft, Household } from '../../domain/resident.ts'
import {
  findOrCreateDwellings,
  isGiven,
  removeEmptyDwellings,
  withRealBuildings,
} from '../building/dwelling.service.ts'
import { actorAt, type Ledger } from '../ledger.ts'
import { nextId } from '../next-id.queries.ts'
import { changeBy, recordChanges, type ChangeBy } from '../resident/record-change.service.ts'
import { loadStoredResidents } from '../resident/resident.queries.ts'
import { updateResidents } from '../resident/resident.service.ts'
import { storedDraft } from '../resident/resident.table.ts'
import { inTransaction, type LedgerTransaction } from '../transaction.ts'
import { householdIn } from './household.queries.ts'
import {
  dwellingOfHousehold,
  insertHouseholds,
  membersOf,
  moveEverybody,
  moveMembers,
  setDwellingOfHousehold,
} from './household.repository.ts'
import { openHouseholds, settleHouseholds } from './household.service.ts'

/** Another head, with what everybody is to that one. Throws: headRequired, invalidInput, notFound, staleRecord. */
export async function changeHead(
  ledger: Ledger,
  { roles, ...household }: SeenHousehold & { readonly roles: HouseholdRoles },
): Promise<Household> {
  return changeHousehold(ledger, household.householdId, 'headOfHousehold', async (trx, by) => {
    const members = await membersAsSeen(trx, household)
    refuseUnfitRoles(members, roles)
    const relations = new Map(members.map(({ id, relationToHead }) => [id, relationToHead]))
    await giveRoles(
      trx,
      roles.filter(({ residentId, relationToHead }) => relations.get(residentId) !== relationToHead),
      by,
    )
    await settleHouseholds(trx, [household.householdId], [headOf(roles)], by)
  })
}

/** Some leave for a household of their own. Throws: headRequired, invalidInput, notFound, staleRecord. */
export async function splitHousehold(
  ledger: Ledger,
  {
    staying,
    going,
    dwelling,
    ...household
  }: SeenHousehold & {
    readonly staying: HouseholdRoles
    readonly going: HouseholdRoles
    readonly dwelling: DwellingDraft | null
  },
): Promise<Household> {
  return changeHousehold(ledger, household.householdId, 'split', async (trx, by) => {
    const members = await membersAsSeen(trx, household)
    const goingIds = new Set(going.map(({ residentId }) => residentId))
    refuseUnfitRoles(
      members.filter(({ id }) => !goingIds.has(id)),
      staying,
    )
    refuseUnfitRoles(
      members.filter(({ id }) => goingIds.has(id)),
      going,
    )
    const newId = await openBeside(trx, household.householdId, dwelling)
    await recordMove(trx, [...goingIds], dwelling, by)
    await moveMembers(trx, [...goingIds], newId)
    await giveRoles(trx, [...staying, ...going], by)
    await settleHouseholds(trx, [household.householdId, newId], [headOf(staying), headOf(going)], by)
  })
}

/** Two households behind one door become one. Throws: headRequired, invalidInput, notFound, staleRecord. */
export async function mergeHouseholds(
  ledger: Ledger,
  {
    other,
    roles,
    ...household
  }: SeenHousehold & { readonly other: SeenHousehold; readonly roles: HouseholdRoles },
): Promise<Household> {
  return changeHousehold(ledger, household.householdId, 'mergedHousehold', async (trx, by) => {
    const [here, there] = [
      await dwellingOfHousehold(trx, household.householdId),
      await dwellingOfHousehold(trx, other.householdId),
    ]
    if (here === undefined || there === undefined) throw new FailureError('notFound')
    const isSameDoor = here.dwellingId === there.dwellingId && here.dwellingId !== null
    if (!isSameDoor || household.householdId === other.householdId)
      throw new FailureError('invalidInput', 'other')
    const members = [...(await membersAsSeen(trx, household)), ...(await membersAsSeen(trx, other))]
    refuseUnfitRoles(members, roles)
    const departures = other.seen.map(({ id }) => ({
      residentId: id,
      from: other.householdId,
      to: household.householdId,
    }))
    await moveEverybody(trx, other.householdId, household.householdId)
    await giveRoles(trx, roles, by)
    const touched = [household.householdId, other.householdId]
    await settleHouseholds(trx, touched, [headOf(roles)], by, departures)
  })
}

/** Everybody of a household moves to another door of the committee. Throws: invalidInput, notFound, staleRecord. */
export async function moveHousehold(
  ledger: Ledger,
  { dwelling, ...household }: SeenHousehold & { readonly dwelling: DwellingDraft },
): Promise<Household> {
  return changeHousehold(ledger, household.householdId, 'dwelling', async (trx, by) => {
    const members = await membersAsSeen(trx, household)
    if (!isGiven(dwelling)) throw new FailureError('invalidInput', 'dwelling.building')
    const before = await dwellingOfHousehold(trx, household.householdId)
    const [dwellingId = null] = await findOrCreateDwellings(trx, [dwelling])
    if (before?.dwellingId === dwellingId) throw new FailureError('invalidInput', 'dwelling.room')
    const ids = members.map(({ id }) => id)
    await recordMove(trx, ids, dwelling, by)
    await setDwellingOfHousehold(trx, household.householdId, dwellingId)
    await giveRoles(
      trx,
      members.map(({ id, relationToHead }) => ({ residentId: id, relationToHead })),
      by,
    )
    await removeEmptyDwellings(trx, typeof before?.dwellingId === 'number' ? [before.dwellingId] : [])
  })
}

type Member = Awaited<ReturnType<typeof membersOf>>[number]

async function changeHousehold(
  ledger: Ledger,
  householdId: number,
  field: string,
  change: (trx: LedgerTransaction, by: ChangeBy) => Promise<void>,
): Promise<Household> {
  return inTransaction(ledger, async (trx) => {
    await change(trx, changeBy(ledger, 'household'))
    return {
      value: await householdIn(trx, householdId, { todayOn: ledger.clock.todayOn(), actor: actorAt(ledger) }),
      entries: [{ action: 'changed', objectType: 'household', objectId: householdId, fields: [field] }],
    }
  })
}

/** The people of a household, if they are those that were on the screen. */
async function membersAsSeen(
  trx: LedgerTransaction,
  { householdId, seen }: SeenHousehold,
): Promise<Member[]> {
  const members = await membersOf(trx, householdId)
  if (members.length === 0) throw new FailureError('notFound')
  const revisions = new Map(seen.map(({ id, revision }) => [id, revision]))
  const isAsSeen =
    members.length === revisions.size && members.every(({ id, revision }) => revisions.get(id) === revision)
  if (!isAsSeen) throw new FailureError('staleRecord')
  return members
}

/** Everybody has one role, one of them is the head, and the head is here. */
function refuseUnfitRoles(members: readonly Member[], roles: HouseholdRoles): void {
  const ids = new Set(roles.map(({ residentId }) => residentId))
  const isComplete = ids.size === roles.length && ids.size === members.length
  if (!isComplete || !members.every(({ id }) => ids.has(id))) throw new FailureError('invalidInput', 'roles')
  const heads = roles.filter(({ relationToHead }) => relationToHead === headOfHouseholdCode)
  const head = members.find(({ id }) => id === heads[0]?.residentId)
  const isHere = head?.presence === 'here' || head?.presence === 'deathReported'
  if (heads.length !== 1 || !isHere) throw new FailureError('headRequired', 'roles')
}

function headOf(roles: HouseholdRoles): number {
  return roles.find(({ relationToHead }) => relationToHead === headOfHouseholdCode)?.residentId ?? 0
}

/** Writes what each is to the head; whoever has one of these people open on the screen is told that they changed. */
async function giveRoles(trx: LedgerTransaction, roles: HouseholdRoles, by: ChangeBy): Promise<void> {
  const relations = new Map(roles.map(({ residentId, relationToHead }) => [residentId, relationToHead]))
  const stored = await loadStoredResidents(trx, [...relations.keys()])
  await updateResidents(
    trx,
    stored.map((one) => ({
      id: one.record.id,
      draft: { ...storedDraft(one), relationToHead: relations.get(one.record.id) ?? null },
    })),
    by,
  )
}

async function openBeside(
  trx: LedgerTransaction,
  householdId: number,
  dwelling: DwellingDraft | null,
): Promise<number> {
  if (isGiven(dwelling)) {
    const [newId = 0] = await openHouseholds(trx, [dwelling])
    return newId
  }
  const id = await nextId(trx, 'household')
  const dwellingId = (await dwellingOfHousehold(trx, householdId))?.dwellingId ?? null
  await insertHouseholds(trx, [{ id, dwellingId }])
  return id
}

async function recordMove(
  trx: LedgerTransaction,
  ids: readonly number[],
  dwelling: DwellingDraft | null,
  by: ChangeBy,
): Promise<void> {
  if (!isGiven(dwelling)) return
  const [one] = await loadStoredResidents(trx, ids.slice(0, 1))
  const [after = dwelling] = await withRealBuildings(trx, [dwelling])
  await recordChanges(trx, ids, 'dwelling', { before: one?.dwelling ?? null, after }, by)
}
