import { z } from 'zod'
import { headOfHouseholdCode } from '../../domain/codes/relation-to-head.ts'
import { FailureError } from '../../domain/failure.ts'
import { residentDraftSchema } from '../../domain/resident.ts'
import type { ImportUndo } from '../../domain/roster-import.ts'
import type { Ledger } from '../ledger.ts'
import { removeResidents, updateResidents } from '../resident/resident.service.ts'
import { inTransaction, type LedgerTransaction } from '../transaction.ts'
import { moveIntoHouseholds } from './household-moves.service.ts'
import {
  changesOf,
  headsOfHouseholds,
  householdIdsOf,
  householdsThere,
  lastImport,
} from './import-run.queries.ts'
import { markUndone } from './import-run.repository.ts'

const peoplePerBatch = 500

const beforeSchema = z.strictObject({ householdId: z.int(), draft: residentDraftSchema })

interface Restoration {
  readonly id: number
  readonly before: z.infer<typeof beforeSchema>
}

/** Takes the last import back; what people did since is kept and counted. Throws: nothingToUndo. */
export async function undoLastImport(ledger: Ledger): Promise<ImportUndo> {
  const run = await lastImport(ledger)
  if (run?.undoneAt !== null) throw new FailureError('nothingToUndo')
  const now = ledger.clock.nowAt()
  return inTransaction(ledger, async (trx) => {
    const changes = await changesOf(trx, run.id)
    const untouched = changes.filter(({ revision, revisionAfter }) => revision === revisionAfter)
    const removals = untouched
      .filter(({ kind, isVisited }) => kind === 'add' && Number(isVisited) === 0)
      .map(({ residentId }) => residentId)
    const candidates = untouched.flatMap(({ kind, residentId, before }) =>
      kind === 'update' ? [{ id: residentId, before: beforeSchema.parse(JSON.parse(before)) }] : [],
    )
    const restorations = await withoutNewHeads(trx, candidates, removals)
    await restorePeople(trx, restorations, now)
    for (const batch of batches(removals)) await removeResidents(trx, batch, now)
    await markUndone(trx, run.id, now)
    return {
      removedCount: removals.length,
      restoredCount: restorations.length,
      keptCount: changes.length - removals.length - restorations.length,
    }
  })
}

/** A former head stays as they are where somebody who is kept heads the household now: it has room for one. */
async function withoutNewHeads(
  trx: LedgerTransaction,
  candidates: readonly Restoration[],
  removals: readonly number[],
): Promise<Restoration[]> {
  const isHead = ({ before }: Restoration) => before.draft.relationToHead === headOfHouseholdCode
  const heads = await headsOfHouseholds(trx, [
    ...new Set(candidates.filter(isHead).map(({ before }) => before.householdId)),
  ])
  const going = new Set([...candidates.map(({ id }) => id), ...removals])
  return candidates.filter((candidate) => {
    const head = heads.get(candidate.before.householdId)
    return !isHead(candidate) || head === undefined || going.has(head)
  })
}

async function restorePeople(
  trx: LedgerTransaction,
  restorations: readonly Restoration[],
  now: string,
): Promise<void> {
  const formerIds = [...new Set(restorations.map(({ before }) => before.householdId))]
  const successors = new Map<number, number>()
  for (const id of await householdsThere(trx, formerIds)) successors.set(id, id)
  for (const batch of batches(restorations)) {
    await updateResidents(
      trx,
      batch.map(({ id, before }) => ({ id, draft: before.draft })),
      now,
    )
    const current = await householdIdsOf(
      trx,
      batch.map(({ id }) => id),
    )
    const moves = batch.map(({ id, before }) => {
      const from = current.get(id) ?? before.householdId
      // Of a household that is gone, the first to come back makes the new one and the others follow.
      const to = successors.get(before.householdId) ?? from
      successors.set(before.householdId, to)
      return { residentId: id, from, to }
    })
    await moveIntoHouseholds(trx, moves, now)
  }
}

function batches<T>(items: readonly T[]): T[][] {
  return Array.from({ length: Math.ceil(items.length / peoplePerBatch) }, (_, index) =>
    items.slice(index * peoplePerBatch, (index + 1) * peoplePerBatch),
  )
}
