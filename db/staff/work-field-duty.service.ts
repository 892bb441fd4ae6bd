import type { DutyKind } from '../duty/duty-kind.ts'
import type { LedgerReader } from '../ledger.ts'
import { addWorkFields } from './staff.repository.ts'

/** The fields of work of the office; those of a closed account stay with it as its history. */
export const workFieldDuty: DutyKind = {
  countOf: async (db, staffId) => (await workFieldsOf(db, staffId)).length,
  handOver: async (trx, from, to) => {
    const workFields = await workFieldsOf(trx, from)
    if (workFields.length > 0) await addWorkFields(trx, to, workFields)
  },
}

async function workFieldsOf(db: LedgerReader, staffId: number): Promise<string[]> {
  const rows = await db
    .selectFrom('staffWorkField')
    .select('workField')
    .where('staffId', '=', staffId)
    .execute()
  return rows.map(({ workField }) => workField)
}
