import type { Committee, Settings } from '../../domain/committee.ts'
import type { LedgerTransaction } from '../transaction.ts'

export async function updateCommittee(trx: LedgerTransaction, committee: Committee): Promise<void> {
  await trx.updateTable('committee').set(committee).execute()
}

export async function upsertSettings(trx: LedgerTransaction, settings: Partial<Settings>): Promise<void> {
  for (const [key, value] of Object.entries(settings)) await upsertSetting(trx, key, value)
}

/** One setting; its value is kept as JSON. */
export async function upsertSetting(trx: LedgerTransaction, key: string, value: unknown): Promise<void> {
  await trx
    .insertInto('setting')
    .values({ key, value: JSON.stringify(value) })
    .onConflict((conflict) =>
      conflict.column('key').doUpdateSet(({ ref }) => ({ value: ref('excluded.value') })),
    )
    .execute()
}
