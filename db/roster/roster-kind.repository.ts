import type { RosterKind } from '../../domain/roster.ts'
import type { LedgerTransaction } from '../transaction.ts'

type KeptKind = Pick<RosterKind, 'name' | 'roster'> & { readonly changedAt: string }

function columnsOf({ name, roster, changedAt }: KeptKind) {
  return { name, content: JSON.stringify(roster), changedAt }
}

/** Answers the id of the new kind. */
export async function insertRosterKind(trx: LedgerTransaction, kind: KeptKind): Promise<number> {
  const { id } = await trx
    .insertInto('rosterKind')
    .values({ ...columnsOf(kind), revision: 1 })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** Whether the kind was still at that revision, and so is the new one now. */
export async function updateRosterKind(
  trx: LedgerTransaction,
  at: { readonly id: number; readonly revision: number },
  kind: KeptKind,
): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('rosterKind')
    .set({ ...columnsOf(kind), revision: at.revision + 1 })
    .where('id', '=', at.id)
    .where('revision', '=', at.revision)
    .executeTakeFirstOrThrow()
  return numUpdatedRows > 0n
}

/** Whether the kind was still at that revision, and so is gone now. */
export async function deleteRosterKind(
  trx: LedgerTransaction,
  { id, revision }: { readonly id: number; readonly revision: number },
): Promise<boolean> {
  const { numDeletedRows } = await trx
    .deleteFrom('rosterKind')
    .where('id', '=', id)
    .where('revision', '=', revision)
    .executeTakeFirstOrThrow()
  return numDeletedRows > 0n
}
