import { FailureError } from '../../domain/failure.ts'
import { staffSchema, type Actor, type Staff } from '../../domain/staff.ts'
import type { StaffAccount } from '../../domain/staff-account.ts'
import type { Ledger, LedgerReader } from '../ledger.ts'

/** Shape: open accounts first, each group by id. */
export async function listStaff(ledger: Pick<Ledger, 'db'>): Promise<Staff[]> {
  return staffIn(ledger.db)
}

/** The same with when each of them last signed in. */
export async function listAccounts({ db }: Pick<Ledger, 'db'>): Promise<StaffAccount[]> {
  const signIns = await db
    .selectFrom('auditEntry')
    .select(['objectId', ({ fn }) => fn.max('at').as('lastAt')])
    .where('objectType', '=', 'staff')
    .where('action', 'in', ['signedIn', 'recoveryCodeUsed', 'ledgerCreated'])
    .groupBy('objectId')
    .execute()
  const lastOf = new Map(signIns.map(({ objectId, lastAt }) => [objectId, lastAt]))
  return (await staffIn(db)).map((staff) => ({ ...staff, lastSignedInAt: lastOf.get(staff.id) ?? null }))
}

/** Throws: notFound. */
export async function staffOf(db: LedgerReader, id: number): Promise<Staff> {
  const found = (await staffIn(db)).find((staff) => staff.id === id)
  if (found === undefined) throw new FailureError('notFound')
  return found
}

/** Throws: notAllowed for an account that is closed or was never in this ledger. */
export async function actorOf(ledger: Pick<Ledger, 'db'>, staffId: number): Promise<Actor> {
  const staff = (await staffIn(ledger.db)).find(({ id }) => id === staffId)
  if (staff === undefined || staff.isClosed) throw new FailureError('notAllowed')
  const { id, name, role, workFields, isInSealedCircle } = staff
  return { staffId: id, name, role, workFields, isInSealedCircle }
}

/** Whether this account could be taken away and still leave somebody who may do everything. */
export async function hasOtherDirector(db: LedgerReader, id: number): Promise<boolean> {
  return (await staffIn(db)).some((one) => one.id !== id && one.role === 'director' && !one.isClosed)
}

async function staffIn(db: LedgerReader): Promise<Staff[]> {
  const rows = await db.selectFrom('staff').selectAll().orderBy('id').execute()
  const fields = await db.selectFrom('staffWorkField').selectAll().execute()
  const staff = rows.map(({ pinHash, closedAt, isInSealedCircle, ...row }) =>
    staffSchema.parse({
      ...row,
      isInSealedCircle: isInSealedCircle === 1,
      workFields: fields.filter(({ staffId }) => staffId === row.id).map(({ workField }) => workField),
      isClosed: closedAt !== null,
      hasPin: pinHash !== null,
      closedAt,
    }),
  )
  return [...staff.filter((one) => !one.isClosed), ...staff.filter((one) => one.isClosed)]
}
