import type { Committee, Settings } from '../../domain/committee.ts'
import type { Ledger } from '../ledger.ts'
import { inTransaction } from '../transaction.ts'
import { updateCommittee, upsertSettings } from './committee.repository.ts'

/** Stores the office's own name and numbers. */
export async function saveCommittee(ledger: Ledger, committee: Committee): Promise<Committee> {
  await inTransaction(ledger, (trx) => updateCommittee(trx, committee))
  return committee
}

/** Stores what the desk has set up for itself. */
export async function saveSettings(ledger: Ledger, settings: Settings): Promise<Settings> {
  await inTransaction(ledger, (trx) => upsertSettings(trx, settings))
  return settings
}
