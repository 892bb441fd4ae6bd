import type { Insertable, Selectable } from 'kysely'
import type { ClaimantDraft } from '../../domain/claim.ts'
import type { LedgerSchema } from '../schema.ts'
import type { LedgerTransaction } from '../transaction.ts'

type StoredClaimant = Selectable<LedgerSchema['claimant']>

export async function findClaimant(trx: LedgerTransaction, id: number): Promise<StoredClaimant | undefined> {
  return trx.selectFrom('claimant').selectAll().where('id', '=', id).executeTakeFirst()
}

/** Whether the same resident, account or name is a claimant already. */
export async function isClaimantTaken(
  trx: LedgerTransaction,
  { name, residentId, staffId }: ClaimantDraft,
  exceptId: number | null,
): Promise<boolean> {
  const same = await trx
    .selectFrom('claimant')
    .select('id')
    .where('id', '!=', exceptId ?? 0)
    .where((eb) => {
      if (residentId !== null) return eb('residentId', '=', residentId)
      return staffId === null ? eb('name', '=', name) : eb('staffId', '=', staffId)
    })
    .executeTakeFirst()
  return same !== undefined
}

export async function hasStaff(trx: LedgerTransaction, id: number): Promise<boolean> {
  const staff = await trx
    .selectFrom('staff')
    .select('id')
    .where('id', '=', id)
    .where('closedAt', 'is', null)
    .executeTakeFirst()
  return staff !== undefined
}

export async function insertClaimant(trx: LedgerTransaction, draft: ClaimantDraft): Promise<number> {
  const { id } = await trx
    .insertInto('claimant')
    .values({ ...columnsOf(draft), revision: 1 })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

export async function updateClaimant(
  trx: LedgerTransaction,
  id: number,
  draft: ClaimantDraft,
): Promise<void> {
  await trx
    .updateTable('claimant')
    .set((eb) => ({ ...columnsOf(draft), revision: eb('revision', '+', 1) }))
    .where('id', '=', id)
    .execute()
}

/** Nothing is left in these lines of who they were. */
export async function emptyClaimants(trx: LedgerTransaction, residentIds: readonly number[]): Promise<void> {
  await trx
    .updateTable('claimant')
    .set((eb) => ({ residentId: null, note: '', isClosed: 1, revision: eb('revision', '+', 1) }))
    .where('residentId', 'in', residentIds)
    .execute()
}

function columnsOf(draft: ClaimantDraft): Omit<Insertable<LedgerSchema['claimant']>, 'revision'> {
  return { ...draft, isMentorAble: draft.isMentorAble ? 1 : 0, isClosed: draft.isClosed ? 1 : 0 }
}
