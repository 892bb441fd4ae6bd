import { FailureError } from '../../domain/failure.ts'
import { mayWriteField } from '../../domain/resident-field-access.ts'
import type { ResidentView } from '../../domain/resident-view.ts'
import {
  contentOf,
  fieldsAtSealed,
  withContent,
  withoutSealed,
  type SealableKind,
  type SealedContent,
} from '../../domain/sealed-content.ts'
import type { SealRequest, UnsealRequest } from '../../domain/sealed-matter.ts'
import type { StaffName } from '../../domain/staff.ts'
import { forgetPlan } from '../bulk-change/bulk-staging.ts'
import { recordsOfPerson } from '../duplicate/merged-records.queries.ts'
import type { LedgerKey } from '../key/ledger-key.ts'
import type { Ledger } from '../ledger.ts'
import { changeBy, type ChangeBy } from '../resident/record-change.service.ts'
import { draftOfResident, loadStoredResidents, residentOf } from '../resident/resident.queries.ts'
import { updateResidents } from '../resident/resident.service.ts'
import { storedDraft } from '../resident/resident.table.ts'
import { getResidentView } from '../resident/resident-view.queries.ts'
import { forgetImportPlan } from '../roster-import/roster-staging.ts'
import { inTransaction, type LedgerTransaction } from '../transaction.ts'
import { askingActor, refuseUnfitWorker, seenBy } from './sealed-matter.service.ts'
import {
  deleteSealedMatter,
  putSealedMatter,
  sealedMattersOf,
  workerOfMatters,
} from './sealed-matter.repository.ts'
import { hushTraces } from './sealed-traces.repository.ts'

/**
 * Takes a matter out of somebody's record, and out of everything that remembers it, into the sealed matters: no list,
 * search, count, paper or file can come upon it there. Records that were merged into this one lose it as well.
 * Throws: notAllowed, notFound, staleRecord, reasonRequired, nothingToSeal, invalidInput naming the field.
 */
export async function sealField(
  ledger: Ledger,
  { id, revision, kind, staffId, reason }: SealRequest,
  { key }: { readonly key: LedgerKey },
): Promise<ResidentView> {
  const actor = askingActor(ledger)
  refuseWithoutReason(reason)
  const by = changeBy(ledger, 'seal', reason)
  await inTransaction(ledger, async (trx) => {
    const person = await residentOf(trx, id)
    if (person.revision !== revision) throw new FailureError('staleRecord')
    const before = draftOfResident(person)
    const after = withoutSealed(before, [kind])
    const fields = fieldsAtSealed(before, [kind])
    if (fields.length === 0) throw new FailureError('nothingToSeal', 'kind')
    const foreign = fields.find((field) => !mayWriteField(actor, field, { before, after }))
    if (foreign !== undefined) throw new FailureError('notAllowed', 'kind')
    await refuseUnfitWorker(trx, actor, staffId, 'staffId')
    const worker = staffId === null ? null : ((await workerOfMatters(trx, staffId)) ?? null)
    const ids = await recordsOfPerson(trx, id)
    await takeOut(trx, ids, { kind, worker, by })
    await hushTraces(trx, ids, kind, key)
    return {
      value: null,
      entries: [{ action: 'sealedChanged', objectType: 'resident', objectId: id, reason }],
    }
  })
  // They remember what the record said.
  forgetPlan(ledger)
  forgetImportPlan(ledger)
  return getResidentView(ledger, id, key)
}

/**
 * Gives a record back what was sealed of it; what was noted about the matter stays sealed.
 * Throws: notAllowed, notFound, reasonRequired.
 */
export async function unsealField(
  ledger: Ledger,
  { id, kind, staffId, reason }: UnsealRequest,
  { key }: { readonly key: LedgerKey },
): Promise<ResidentView> {
  const actor = askingActor(ledger)
  refuseWithoutReason(reason)
  const by = changeBy(ledger, 'unseal', reason)
  await inTransaction(ledger, async (trx) => {
    const person = await residentOf(trx, id)
    const all = await sealedMattersOf(trx, id)
    const matter = seenBy(actor, all).find(
      (one) => one.kind === kind && (one.worker?.staffId ?? null) === staffId && one.content !== null,
    )
    if (matter?.content === undefined || matter.content === null) throw new FailureError('notFound')
    await deleteSealedMatter(trx, id, matter)
    const isNoted = matter.note !== '' || matter.fromOn !== null || matter.toOn !== null
    if (isNoted) await putSealedMatter(trx, id, { ...matter, content: null })
    const other = all.find((one) => one !== matter && one.kind === kind && one.content !== null)
    if (other?.content === undefined || other.content === null)
      await updateResidents(trx, [{ id, draft: withContent(draftOfResident(person), matter.content) }], by)
    // Somebody else keeps it sealed.
    else await putSealedMatter(trx, id, { ...other, content: withContent(other.content, matter.content) })
    return {
      value: null,
      entries: [{ action: 'sealedChanged', objectType: 'resident', objectId: id, reason }],
    }
  })
  return getResidentView(ledger, id, key)
}

async function takeOut(
  trx: LedgerTransaction,
  ids: readonly number[],
  {
    kind,
    worker,
    by,
  }: { readonly kind: SealableKind; readonly worker: StaffName | null; readonly by: ChangeBy },
): Promise<void> {
  for (const stored of await loadStoredResidents(trx, ids)) {
    const { id } = stored.record
    const draft = storedDraft(stored)
    const content = contentOf(kind, draft)
    if (fieldsAtSealed(content, [kind]).length === 0) continue
    await updateResidents(trx, [{ id, draft: withoutSealed(draft, [kind]) }], by)
    await putSealedMatter(trx, id, await sealedWith(trx, id, { kind, worker, content }))
  }
}

/** The matter with what it keeps from now on; what was noted about it before stays. */
async function sealedWith(
  trx: LedgerTransaction,
  residentId: number,
  matter: { readonly kind: SealableKind; readonly worker: StaffName | null; readonly content: SealedContent },
) {
  const known = (await sealedMattersOf(trx, residentId)).find(
    ({ kind, worker }) => kind === matter.kind && worker?.staffId === matter.worker?.staffId,
  )
  return { fromOn: null, toOn: null, note: '', ...known, ...matter }
}

function refuseWithoutReason(reason: string): void {
  if (reason.trim() === '') throw new FailureError('reasonRequired', 'reason')
}
