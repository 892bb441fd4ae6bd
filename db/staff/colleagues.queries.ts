import type { StaffName } from '../../domain/staff.ts'
import type { LedgerReader } from '../ledger.ts'

/** Shape: by id; whoever answers for something, also when the account is closed by now. */
export async function workersOfRows(
  db: LedgerReader,
): Promise<ReadonlyMap<number, StaffName & { readonly isClosed: boolean }>> {
  const rows = await db.selectFrom('staff').select(['id', 'name', 'closedAt']).execute()
  return new Map(
    rows.map(({ id, name, closedAt }) => [id, { staffId: id, name, isClosed: closedAt !== null }]),
  )
}

/** Everybody whom work can be given to: open accounts that may write. */
export async function colleagues(db: LedgerReader): Promise<StaffName[]> {
  return db
    .selectFrom('staff')
    .select(['id as staffId', 'name'])
    .where('closedAt', 'is', null)
    .where('role', '!=', 'viewer')
    .orderBy('id')
    .execute()
}

/** One of them; undefined for an account that is closed, only looks or never was. */
export async function colleagueOf(db: LedgerReader, staffId: number): Promise<StaffName | undefined> {
  return (await colleagues(db)).find((one) => one.staffId === staffId)
}
