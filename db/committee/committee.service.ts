import type { Committee, Settings } from '../../domain/committee.ts'
import type { Ledger } from '../ledger.ts'
import { inTransaction } from '../transaction.ts'
import { updateCommittee, upsertSettings } from './committee.repository.ts'

/** Stores the office's own name and numbers. */
export async function saveCommittee(ledger: Ledger, committee: Committee): Promise<Committee> {
  await inTransaction(ledger, async (trx) => {
    await updateCommittee(trx, committee)
    return { value: null, entries: [{ action: 'changed', objectType: 'committee' }] }
  })
  return committee
}

/** Stores what the desk has set up for itself. */
export async function saveSettings(ledger: Ledger, settings: Settings): Promise<Settings> {
  await inTransaction(ledger, async (trx) => {
    await upsertSettings(trx, settings)
    return {
      value: null,
      entries: [{ action: 'changed', objectType: 'setting', fields: Object.keys(settings) }],
    }
  })
  return settings
}
