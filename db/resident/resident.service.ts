import { headOfHouseholdCode } from '../../domain/codes/relation-to-head.ts'
import { FailureError } from '../../domain/failure.ts'
import type { ResidentChange, ResidentView } from '../../domain/resident-view.ts'
import type { Resident, ResidentDraft } from '../../domain/resident.ts'
import { withoutSealed } from '../../domain/sealed-content.ts'
import { isGiven, withRealBuildings } from '../building/dwelling.service.ts'
import { endDraft } from '../draft/draft.service.ts'
import { placeInHouseholds, settleHouseholds } from '../household/household.service.ts'
import type { LedgerKey } from '../key/ledger-key.ts'
import { actorAt, type Ledger } from '../ledger.ts'
import { nextId } from '../next-id.queries.ts'
import { inTransaction, type LedgerTransaction } from '../transaction.ts'
import { changedDraft } from './resident-change.ts'
import { loadStoredResidents, residentOf } from './resident.queries.ts'
import {
  changeBy,
  differingFields,
  recordAdded,
  recordDifferences,
  type ChangeBy,
} from './record-change.service.ts'
import { insertLists, replaceLists } from './resident-lists.service.ts'
import { deleteResidents, insertResidentRows, updateResidentRows } from './resident.repository.ts'
import { residentColumns, storedDraft, type StoredResident } from './resident.table.ts'
import { sealedKindsIn, sealedPlacesOf } from '../sealed-matter/sealed-places.queries.ts'
import { refuseSealed } from '../sealed-matter/refuse-sealed.service.ts'
import { refuseImpossibleDraft } from './resident-validation.ts'
import { viewOfResident } from './resident-view.queries.ts'
import { linkSpouses } from './spouse.service.ts'

interface SaveRequest<Draft> {
  readonly id: number | null
  readonly revision: number | null
  readonly draft: Draft
  /** Whether the person wanted it put right. */
  readonly isCorrection?: true | undefined
}

/**
 * Adds a person (id null) or changes one, with household, phones and care tags, and answers what is stored now.
 * Throws: idNumberInvalid, birthDateImpossible, duplicateIdNumber, invalidInput, notFound, staleRecord, fieldSealed.
 */
export async function saveResident(ledger: Ledger, request: SaveRequest<ResidentDraft>): Promise<Resident> {
  return store(ledger, request, () => request.draft)
}

/** The same from the form, which sends no number that was not touched. Throws: the same, and notAllowed. */
export async function saveResidentChange(
  ledger: Ledger,
  request: SaveRequest<ResidentChange>,
  { key }: { readonly key: LedgerKey },
): Promise<ResidentView> {
  const actor = actorAt(ledger)
  const stored = await store(ledger, request, (before) => changedDraft(request.draft, before, { actor, key }))
  return viewOfResident(ledger, stored, key)
}

async function store(
  ledger: Ledger,
  { id, revision, isCorrection }: Omit<SaveRequest<unknown>, 'draft'>,
  draftOf: (before: Resident | null) => ResidentDraft,
): Promise<Resident> {
  const by = changeBy(ledger, isCorrection === true ? 'correction' : 'form')
  const checked = (before: Resident | null) => refuseImpossibleDraft(draftOf(before), ledger.clock.todayOn())
  return inTransaction(ledger, async (trx) => {
    if (id === null) {
      const [newId = 0] = await insertResidents(trx, [checked(null)], by)
      await endDraft(trx, ledger, { form: 'newResident' })
      return {
        value: await residentOf(trx, newId),
        entries: [{ action: 'added', objectType: 'resident', objectId: newId }],
      }
    }
    const before = await residentOf(trx, id)
    if (before.revision !== revision) throw new FailureError('staleRecord')
    const draft = checked(before)
    await refuseSealed(trx, actorAt(ledger), id, draft)
    await updateResidents(trx, [{ id, draft }], by)
    await endDraft(trx, ledger, { form: 'resident', id })
    const value = await residentOf(trx, id)
    const fields = differingFields(before, value)
    return { value, entries: [{ action: 'changed', objectType: 'resident', objectId: id, fields }] }
  })
}

/** Shape: the new ids of at most 1,000 checked drafts, in their order. Throws: SqliteError on a number that is taken. */
export async function insertResidents(
  trx: LedgerTransaction,
  drafts: readonly ResidentDraft[],
  by: ChangeBy,
): Promise<number[]> {
  if (drafts.length === 0) return []
  const householdIds = await placeInHouseholds(trx, drafts.map(placingOf))
  const firstId = await nextId(trx, 'resident')
  const people = drafts.map((draft, index) => ({
    id: firstId + index,
    draft,
    householdId: householdIds[index] ?? 0,
  }))
  await insertResidentRows(
    trx,
    people.map(({ id, draft, householdId }) => ({
      id,
      householdId,
      ...residentColumns(draft),
      revision: 1,
      createdAt: by.at,
      updatedAt: by.at,
    })),
  )
  await insertLists(trx, people)
  await recordAdded(
    trx,
    people.map(({ id }) => id),
    by,
  )
  await linkSpouses(
    trx,
    people.flatMap(({ id, draft: { spouseId } }) => (spouseId === null ? [] : [{ id, spouseId }])),
    by,
  )
  const heads = people.filter(({ draft }) => isHead(draft))
  await settleHouseholds(
    trx,
    heads.map(({ householdId }) => householdId),
    heads.map(({ id }) => id),
    by,
  )
  return people.map(({ id }) => id)
}

/** Shape: the new revisions of at most 1,000 people, in the order of the changes. Throws: notFound, SqliteError. */
export async function updateResidents(
  trx: LedgerTransaction,
  changes: readonly { readonly id: number; readonly draft: ResidentDraft }[],
  by: ChangeBy,
): Promise<number[]> {
  const ids = changes.map(({ id }) => id)
  const stored = new Map((await loadStoredResidents(trx, ids)).map((one) => [one.record.id, one]))
  // Another name of the same building is no other address.
  const dwellings = await withRealBuildings(
    trx,
    changes.map(({ draft }) => draft.dwelling),
  )
  const sealed = await sealedPlacesOf(trx, ids)
  const updates = changes.map(({ id, draft: wanted }, index) => {
    const before = stored.get(id)
    if (before === undefined) throw new FailureError('notFound')
    // What is sealed of somebody never comes back into the record, whichever way it is written.
    const draft = { ...withoutSealed(wanted, sealedKindsIn(sealed, id)), dwelling: dwellings[index] ?? null }
    return { id, draft, before, revision: before.record.revision + 1 }
  })
  const householdIds = await moveWhereNeeded(trx, updates)
  await updateResidentRows(
    trx,
    updates.map(({ id, draft, before, revision }, index) => ({
      id,
      householdId: householdIds[index] ?? before.record.householdId,
      ...residentColumns(draft),
      revision,
      createdAt: before.record.createdAt,
      updatedAt: by.at,
    })),
  )
  await replaceLists(trx, updates)
  await recordDifferences(
    trx,
    updates.map(({ id, draft, before }) => ({ id, draft, before: storedDraft(before) })),
    by,
  )
  await linkSpouses(
    trx,
    updates.flatMap(({ id, draft: { spouseId }, before }) =>
      spouseId === before.record.spouseId ? [] : [{ id, spouseId }],
    ),
    by,
  )
  const touched = updates.flatMap(({ draft, before }, index) => {
    const householdId = householdIds[index] ?? before.record.householdId
    const isSame =
      householdId === before.record.householdId && draft.relationToHead === before.record.relationToHead
    return isSame ? [] : [householdId, before.record.householdId]
  })
  const newHeads = updates.filter(({ draft, before }, index) => {
    const isNew =
      before.record.relationToHead !== headOfHouseholdCode ||
      householdIds[index] !== before.record.householdId
    return isHead(draft) && isNew
  })
  await settleHouseholds(
    trx,
    [...new Set(touched)],
    newHeads.map(({ id }) => id),
    by,
    updates.map(({ id, before: { record } }, index) => ({
      residentId: id,
      from: record.householdId,
      to: householdIds[index] ?? record.householdId,
    })),
  )
  return updates.map(({ revision }) => revision)
}

/** Takes at most 1,000 people out of the ledger, with homes that are left empty. Throws: SqliteError for people in a visit round. */
export async function removeResidents(
  trx: LedgerTransaction,
  ids: readonly number[],
  by: ChangeBy,
): Promise<void> {
  if (ids.length === 0) return
  const households = (await loadStoredResidents(trx, ids)).map(({ record }) => record.householdId)
  await deleteResidents(trx, ids)
  await settleHouseholds(trx, [...new Set(households)], [], by)
}

interface Update {
  readonly id: number
  readonly draft: ResidentDraft
  readonly before: StoredResident
}

async function moveWhereNeeded(trx: LedgerTransaction, updates: readonly Update[]): Promise<number[]> {
  const movers = updates.filter(
    ({ draft, before }) => addressKey(draft.dwelling) !== addressKey(before.dwelling),
  )
  const places =
    movers.length === 0
      ? []
      : await placeInHouseholds(
          trx,
          movers.map(({ draft }) => placingOf(draft)),
        )
  const placeOf = new Map(movers.map((mover, index) => [mover, places[index]]))
  return updates.map((update) => placeOf.get(update) ?? update.before.record.householdId)
}

function addressKey(dwelling: ResidentDraft['dwelling']): string {
  return isGiven(dwelling) ? JSON.stringify([dwelling.building, dwelling.unit, dwelling.room]) : ''
}

function placingOf(draft: ResidentDraft) {
  return { dwelling: draft.dwelling, isHead: isHead(draft), isRelative: draft.relationToHead !== null }
}

function isHead(draft: ResidentDraft): boolean {
  return draft.relationToHead === headOfHouseholdCode
}
