import { setImmediate } from 'node:timers/promises'
import { z } from 'zod'
import { headOfHouseholdCode } from '../../domain/codes/relation-to-head.ts'
import { FailureError } from '../../domain/failure.ts'
import { ownValuesSchema, type OwnValue } from '../../domain/own-value.ts'
import { residentDraftSchema, unsaid } from '../../domain/resident.ts'
import type { ImportUndo } from '../../domain/roster-import.ts'
import type { Ledger } from '../ledger.ts'
import { openHouseholds, settleHouseholds } from '../household/household.service.ts'
import { restoreHouseholdOwnValues, undoOwnValuesOfHomes } from '../own-field/household-own-values.service.ts'
import { changeBy, type ChangeBy } from '../resident/record-change.service.ts'
import { removeResidents, updateResidents } from '../resident/resident.service.ts'
import { inTransaction, type LedgerTransaction } from '../transaction.ts'
import {
  changesOf,
  headsOfHouseholds,
  householdIdsOf,
  householdsThere,
  lastImport,
} from './import-run.queries.ts'
import { markUndone, moveToHousehold } from './import-run.repository.ts'

const peoplePerBatch = 250

/** Imports made before a field existed say nothing about it. */
const draftSchema = z.preprocess(
  (draft) => (typeof draft === 'object' ? { ...unsaid, ...draft, phones: wholePhones(draft) } : draft),
  residentDraftSchema,
)
const beforeSchema = z.strictObject({
  householdId: z.int(),
  draft: draftSchema,
  /** What the home had in own fields, in case it has ended since. */
  householdOwnValues: ownValuesSchema.default([]),
})

function wholePhones(draft: object | null): unknown {
  const phones: unknown = draft !== null && 'phones' in draft ? draft.phones : undefined
  return Array.isArray(phones)
    ? phones.map((phone: object) => ({ owner: '', isEmergency: false, ...phone }))
    : phones
}

interface Restoration {
  readonly id: number
  readonly before: z.infer<typeof beforeSchema>
}

/** Takes the last import back; what people did since is kept and counted. Throws: nothingToUndo. */
export async function undoLastImport(ledger: Ledger): Promise<ImportUndo> {
  const run = await lastImport(ledger)
  if (run?.undoneAt !== null) throw new FailureError('nothingToUndo')
  const by = changeBy(ledger, 'importUndo')
  return inTransaction(ledger, async (trx) => {
    const changes = await changesOf(trx, run.id)
    const untouched = changes.filter(({ revision, revisionAfter }) => revision === revisionAfter)
    const removals = untouched
      // What the ledger holds on them elsewhere would be torn off.
      .filter(
        ({ kind, isVisited, isSealed, isInPost, isInWork }) =>
          kind === 'add' && Number(isVisited) + Number(isSealed) + Number(isInPost) + Number(isInWork) === 0,
      )
      .map(({ residentId }) => residentId)
    const candidates: Restoration[] = []
    for await (const batch of batches(untouched)) {
      for (const { kind, residentId, before } of batch) {
        if (kind === 'update')
          candidates.push({ id: residentId, before: beforeSchema.parse(JSON.parse(before)) })
      }
    }
    const restorations = await withoutNewHeads(trx, candidates, removals)
    const homes = await restorePeople(trx, restorations, by)
    await undoOwnValuesOfHomes(trx, { importedAt: run.importedAt, ...homes }, by)
    for await (const batch of batches(removals)) await removeResidents(trx, batch, by)
    await markUndone(trx, run.id, by.at)
    const value = {
      removedCount: removals.length,
      restoredCount: restorations.length,
      keptCount: changes.length - removals.length - restorations.length,
    }
    return {
      value,
      entries: [{ action: 'importUndone', objectType: 'rosterImport', objectId: run.id, detail: value }],
    }
  })
}

/** A former head stays as they are where somebody who is kept heads the household now: it has room for one. */
async function withoutNewHeads(
  trx: LedgerTransaction,
  candidates: readonly Restoration[],
  removals: readonly number[],
): Promise<Restoration[]> {
  const heads = await headsOfHouseholds(trx, [
    ...new Set(candidates.filter(isHead).map(({ before }) => before.householdId)),
  ])
  const going = new Set([...candidates.map(({ id }) => id), ...removals])
  return candidates.filter((candidate) => {
    const head = heads.get(candidate.before.householdId)
    return !isHead(candidate) || head === undefined || going.has(head)
  })
}

/**
 * Everybody goes home first: only then does a restored relation meet the people it belongs to.
 * Shape: the ids of those who did, and what the homes of all of them said before.
 */
async function restorePeople(
  trx: LedgerTransaction,
  restorations: readonly Restoration[],
  by: ChangeBy,
): Promise<{ movedIds: Set<number>; valuesBefore: Map<number, readonly OwnValue[]> }> {
  const homes = await formerHomes(trx, restorations)
  const touched = new Set<number>()
  const movedIds = new Set<number>()
  const valuesBefore = new Map<number, readonly OwnValue[]>()
  for await (const batch of batches(restorations)) {
    const current = await householdIdsOf(
      trx,
      batch.map(({ id }) => id),
    )
    for (const { id, before } of batch) {
      const home = homes.get(before.householdId) ?? before.householdId
      const left = current.get(id) ?? home
      if (left !== home) {
        await moveToHousehold(trx, id, home)
        movedIds.add(id)
      }
      touched.add(left).add(home)
      valuesBefore.set(home, before.householdOwnValues)
    }
  }
  for await (const batch of batches(restorations)) {
    await updateResidents(
      trx,
      batch.map(({ id, before }) => ({ id, draft: before.draft })),
      by,
    )
  }
  const headIds = restorations.filter(isHead).map(({ id }) => id)
  for await (const batch of batches([...touched])) await settleHouseholds(trx, batch, headIds, by)
  // A home that the import made hands nothing down: the former one says what it said.
  return { movedIds, valuesBefore }
}

/** The households people lived in, by their former ids; those that are gone are opened anew at their door. */
async function formerHomes(
  trx: LedgerTransaction,
  restorations: readonly Restoration[],
): Promise<Map<number, number>> {
  const dwellingOf = new Map(restorations.map(({ before }) => [before.householdId, before.draft.dwelling]))
  const valuesOf = new Map(restorations.map(({ before }) => [before.householdId, before.householdOwnValues]))
  const homes = new Map<number, number>()
  for await (const batch of batches([...dwellingOf.keys()])) {
    for (const id of await householdsThere(trx, batch)) homes.set(id, id)
    const gone = batch.filter((id) => !homes.has(id))
    const opened = await openHouseholds(
      trx,
      gone.map((id) => dwellingOf.get(id) ?? null),
    )
    for (const [index, id] of gone.entries()) {
      const home = opened[index] ?? id
      homes.set(id, home)
      await restoreHouseholdOwnValues(trx, home, valuesOf.get(id) ?? [])
    }
  }
  return homes
}

function isHead({ before }: Restoration): boolean {
  return before.draft.relationToHead === headOfHouseholdCode
}

/** Other work has its turn between two of them. */
async function* batches<T>(items: readonly T[]): AsyncGenerator<T[]> {
  for (let start = 0; start < items.length; start += peoplePerBatch) {
    if (start > 0) await setImmediate()
    yield items.slice(start, start + peoplePerBatch)
  }
}
