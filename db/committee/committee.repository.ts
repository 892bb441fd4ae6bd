import type { Committee, Settings } from '../../domain/committee.ts'
import type { LedgerTransaction } from '../transaction.ts'

export async function updateCommittee(trx: LedgerTransaction, committee: Committee): Promise<void> {
  await trx.updateTable('committee').set(committee).execute()
}

export async function upsertSettings(trx: LedgerTransaction, settings: Partial<Settings>): Promise<void> {
  const rows = Object.entries(settings).map(([key, value]) => ({ key, value: JSON.stringify(value) }))
  await trx
    .insertInto('setting')
    .values(rows)
    .onConflict((conflict) =>
      conflict.column('key').doUpdateSet(({ ref }) => ({ value: ref('excluded.value') })),
    )
    .execute()
}
