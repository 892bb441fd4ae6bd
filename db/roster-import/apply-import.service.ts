import { setImmediate } from 'node:timers/promises'
import { FailureError } from '../../domain/failure.ts'
import type { ImportRun } from '../../domain/roster-import.ts'
import type { OwnValue } from '../../domain/own-value.ts'
import type { Ledger } from '../ledger.ts'
import type { OperationContext } from '../ledger-operations.ts'
import { householdOwnValues } from '../own-field/household-own-values.queries.ts'
import { changeHouseholdOwnValues } from '../own-field/household-own-values.service.ts'
import { changeBy, type ChangeBy } from '../resident/record-change.service.ts'
import { insertResidents, updateResidents } from '../resident/resident.service.ts'
import { inTransaction, type LedgerTransaction } from '../transaction.ts'
import { changeRecorder, type ChangeRecorder } from './change-recorder.service.ts'
import { joinHouseholds } from './household-moves.service.ts'
import { insertImportRun } from './import-run.repository.ts'
import { householdIdsOf, revisionsOf } from './import-run.queries.ts'
import { mergeOwnValues } from './merge-draft.ts'
import { layoutFingerprint } from './import-memory.queries.ts'
import { rememberFile, rememberLayout } from './import-memory.repository.ts'
import type { ImportPlan, PlannedRow } from './plan-import.ts'
import type { StagedRoster } from './roster-staging.ts'

const rowsPerBatch = 500

/** A roster that was read and planned. */
type PlannedRoster = Omit<StagedRoster, 'isApplied' | 'plan' | 'handle'> & { readonly plan: ImportPlan }

/**
 * Writes a whole plan or nothing of it.
 * Throws: nothingToImport, cancelled, handleExpired when the ledger is no longer the one the plan was made on.
 */
export async function applyImport(
  ledger: Ledger,
  roster: PlannedRoster,
  context: OperationContext,
): Promise<ImportRun> {
  const { plan } = roster
  if (plan.counts.add + plan.counts.update === 0) throw new FailureError('nothingToImport')
  try {
    return await inTransaction(ledger, async (trx) => {
      const run = await writePlan(trx, roster, context, changeBy(ledger, 'import'))
      const { id, addedCount, updatedCount } = run
      const detail = { addedCount, updatedCount }
      return {
        value: run,
        entries: [{ action: 'imported', objectType: 'rosterImport', objectId: id, detail }],
      }
    })
  } catch (error) {
    // Somebody took one of the numbers after the preview.
    const isTaken = error instanceof FailureError && error.failure.code === 'duplicateIdNumber'
    throw isTaken ? new FailureError('handleExpired') : error
  }
}

async function writePlan(
  trx: LedgerTransaction,
  { fileName, plan: { rows, counts }, ...roster }: PlannedRoster,
  context: OperationContext,
  by: ChangeBy,
): Promise<ImportRun> {
  const work = rows.filter(({ verdict }) => verdict === 'add' || verdict === 'update')
  await refuseStalePlan(trx, work)
  const recorder = changeRecorder()
  const idOfRow = new Map(rows.map(({ rowNumber, residentId }) => [rowNumber, residentId]))
  for (let start = 0; start < work.length; start += rowsPerBatch) {
    if (context.isCancelled()) throw new FailureError('cancelled')
    const batch = work.slice(start, start + rowsPerBatch)
    await addPeople(trx, batch, idOfRow, recorder, by)
    await changePeople(trx, batch, recorder, by)
    context.reportProgress({ task: 'importApply', doneCount: start + batch.length, totalCount: work.length })
    // Lets a cancel through between batches.
    await setImmediate()
  }
  await joinHouseholds(trx, familyMoves(work, idOfRow), by)
  await writeHomes(trx, work, idOfRow, by)
  const run = await insertImportRun(trx, {
    importedAt: by.at,
    fileName,
    addedCount: counts.add,
    updatedCount: counts.update,
    undoneAt: null,
  })
  await recorder.write(trx, run.id)
  await remember(trx, run.id, roster, by.at)
  return run
}

/**
 * What rows say of homes goes to the homes their people live in by now; of two that say otherwise the last one counts,
 * and what one leaves empty goes only if none says anything.
 */
async function writeHomes(
  trx: LedgerTransaction,
  work: readonly PlannedRow[],
  idOfRow: ReadonlyMap<number, number | null>,
  by: ChangeBy,
): Promise<void> {
  const said = work.flatMap(({ rowNumber, homeValues, emptiedOfHome }) => {
    const id = idOfRow.get(rowNumber) ?? null
    return id === null || homeValues.length + emptiedOfHome.length === 0
      ? []
      : [{ id, homeValues, emptiedOfHome }]
  })
  for (let start = 0; start < said.length; start += rowsPerBatch) {
    const batch = said.slice(start, start + rowsPerBatch)
    const homes = await householdIdsOf(
      trx,
      batch.map(({ id }) => id),
    )
    for (const [householdId, rows] of Map.groupBy(batch, ({ id }) => homes.get(id) ?? 0))
      await laySaidOver(
        trx,
        householdId,
        {
          values: rows.map(({ homeValues }) => homeValues),
          emptied: new Set(rows.flatMap((row) => row.emptiedOfHome)),
        },
        by,
      )
  }
}

async function laySaidOver(
  trx: LedgerTransaction,
  householdId: number,
  said: { readonly values: readonly (readonly OwnValue[])[]; readonly emptied: ReadonlySet<number> },
  by: ChangeBy,
): Promise<void> {
  const before = (await householdOwnValues(trx, [householdId])).get(householdId) ?? []
  const kept = before.filter(({ ownFieldId }) => !said.emptied.has(ownFieldId))
  const after = said.values.reduce<readonly OwnValue[]>(mergeOwnValues, kept)
  await changeHouseholdOwnValues(trx, householdId, { before, after }, by)
}

/** The next list of this layout is read as this one was. */
async function remember(
  trx: LedgerTransaction,
  importRunId: number,
  { read, sha256 }: Pick<PlannedRoster, 'read' | 'sha256'>,
  now: string,
): Promise<void> {
  if (sha256 !== null) await rememberFile(trx, importRunId, sha256)
  const [fingerprint = null] = (read?.sheets ?? []).map(layoutFingerprint)
  if (read === undefined || fingerprint === null) return
  const { columns: mapping, choices } = read
  await rememberLayout(trx, { fingerprint, mapping, values: choices.values }, now)
}

async function refuseStalePlan(trx: LedgerTransaction, work: readonly PlannedRow[]): Promise<void> {
  const planned = new Map(
    work.flatMap(({ residentId, revision }) => (residentId === null ? [] : [[residentId, revision]])),
  )
  const revisions = await revisionsOf(trx, [...planned.keys()])
  for (const [id, revision] of planned) {
    if (revisions.get(id) !== revision) throw new FailureError('handleExpired')
  }
}

async function addPeople(
  trx: LedgerTransaction,
  batch: readonly PlannedRow[],
  idOfRow: Map<number, number | null>,
  recorder: ChangeRecorder,
  by: ChangeBy,
): Promise<void> {
  const rows = batch.filter(({ verdict }) => verdict === 'add')
  const ids = await insertResidents(
    trx,
    rows.map(({ draft }) => draft),
    by,
  )
  for (const [index, { rowNumber }] of rows.entries()) idOfRow.set(rowNumber, ids[index] ?? null)
  recorder.added(ids)
}

async function changePeople(
  trx: LedgerTransaction,
  batch: readonly PlannedRow[],
  recorder: ChangeRecorder,
  by: ChangeBy,
): Promise<void> {
  const changes = batch.flatMap(({ verdict, residentId, draft }) =>
    verdict === 'update' && residentId !== null ? [{ id: residentId, draft }] : [],
  )
  if (changes.length === 0) return
  await recorder.beforeUpdate(trx, changes)
  await updateResidents(trx, changes, by)
}

function familyMoves(work: readonly PlannedRow[], idOfRow: ReadonlyMap<number, number | null>) {
  return work.flatMap(({ rowNumber, headRowNumber, headResidentId }) => {
    const residentId = idOfRow.get(rowNumber) ?? null
    const hostId = headRowNumber === null ? headResidentId : (idOfRow.get(headRowNumber) ?? null)
    return residentId === null || hostId === null ? [] : [{ residentId, hostId }]
  })
}
