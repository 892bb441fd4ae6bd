import type { Claimant, ClaimantDraft } from '../../domain/claim.ts'
import { FailureError } from '../../domain/failure.ts'
import { isMasked } from '../../domain/mask.ts'
import type { Ledger } from '../ledger.ts'
import { presentIds } from '../resident/present-ids.queries.ts'
import { inTransaction, type LedgerTransaction } from '../transaction.ts'
import { listClaimants } from './claimant.queries.ts'
import {
  emptyClaimants,
  findClaimant,
  hasStaff,
  insertClaimant,
  isClaimantTaken,
  updateClaimant,
} from './claimant.repository.ts'
import { hasOpenClaims } from './claim.repository.ts'

interface ClaimantChange {
  readonly id: number | null
  readonly revision: number | null
  readonly draft: ClaimantDraft
}

/** Adds somebody who claims (id null) or changes what is kept of one. Throws: claimantTaken, claimantInUse, residentGone, staleRecord, notFound. */
export async function saveClaimant(
  ledger: Ledger,
  { id, revision, draft }: ClaimantChange,
): Promise<Claimant> {
  const savedId = await inTransaction(ledger, async (trx) => {
    const before = id === null ? undefined : await findClaimant(trx, id)
    if (id !== null && before === undefined) throw new FailureError('notFound')
    if (before !== undefined && before.revision !== revision) throw new FailureError('staleRecord')
    if (isMasked(draft.phone)) throw new FailureError('invalidInput', 'phone')
    if (!isSameOne(before, draft) && (await isClaimantTaken(trx, draft, id)))
      throw new FailureError('claimantTaken', 'name')
    await refuseUnknown(trx, draft, before)
    if (before?.isClosed === 0 && draft.isClosed && (await hasOpenClaims(trx, { claimantId: before.id })))
      throw new FailureError('claimantInUse', 'isClosed')
    const claimantId = before?.id ?? (await insertClaimant(trx, draft))
    if (before !== undefined) await updateClaimant(trx, claimantId, draft)
    const entry = { objectType: 'claimant', objectId: claimantId } as const
    const old: Readonly<Record<string, unknown>> = {
      ...before,
      isMentorAble: before?.isMentorAble === 1,
      isClosed: before?.isClosed === 1,
    }
    const fields = Object.entries(draft).flatMap(([name, now]) => (old[name] === now ? [] : [name]))
    return {
      value: claimantId,
      entries: [
        before === undefined ? { action: 'added', ...entry } : { action: 'changed', ...entry, fields },
      ],
    }
  })
  const saved = (await listClaimants(ledger)).find((one) => one.id === savedId)
  if (saved === undefined) throw new FailureError('notFound')
  return saved
}

/** After a merge one person may stand in the list twice; what is kept of each can still be changed. */
function isSameOne(
  before: Pick<ClaimantDraft, 'name' | 'residentId' | 'staffId'> | undefined,
  { name, residentId, staffId }: ClaimantDraft,
): boolean {
  return before?.name === name && before.residentId === residentId && before.staffId === staffId
}

/** Only those can be named anew who are there; who it was before may have gone since. */
async function refuseUnknown(
  trx: LedgerTransaction,
  { residentId, staffId }: ClaimantDraft,
  before: { readonly residentId: number | null; readonly staffId: number | null } | undefined,
): Promise<void> {
  if (residentId !== null && residentId !== before?.residentId)
    if ((await presentIds(trx, [residentId])).length === 0)
      throw new FailureError('residentGone', 'residentId')
  if (staffId !== null && staffId !== before?.staffId)
    if (!(await hasStaff(trx, staffId))) throw new FailureError('claimantUnfit', 'staffId')
}

/** Forgets who claimants were whose records go for good; what they did stays with the elders. */
export async function forgetClaimants(trx: LedgerTransaction, residentIds: readonly number[]): Promise<void> {
  await emptyClaimants(trx, residentIds)
}

/** Somebody who claims, within somebody else's transaction. Shape: the number. */
export async function addClaimant(trx: LedgerTransaction, draft: ClaimantDraft): Promise<number> {
  return insertClaimant(trx, draft)
}
