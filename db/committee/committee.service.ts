import type { Committee, Settings } from '../../domain/committee.ts'
import { endDraft } from '../draft/draft.service.ts'
import type { Ledger } from '../ledger.ts'
import { inTransaction } from '../transaction.ts'
import { loadSettings } from './committee.queries.ts'
import { updateCommittee, upsertSettings } from './committee.repository.ts'

/** Stores the office's own name and numbers. */
export async function saveCommittee(ledger: Ledger, committee: Committee): Promise<Committee> {
  await inTransaction(ledger, async (trx) => {
    await updateCommittee(trx, committee)
    await endDraft(trx, ledger, { form: 'committee' })
    return { value: null, entries: [{ action: 'changed', objectType: 'committee' }] }
  })
  return committee
}

/** Stores what the desk has set up for itself, or a part of it. Shape: everything that is set up then. */
export async function saveSettings(ledger: Ledger, settings: Partial<Settings>): Promise<Settings> {
  return inTransaction(ledger, async (trx) => {
    await upsertSettings(trx, settings)
    return {
      value: await loadSettings(trx),
      entries: [{ action: 'changed', objectType: 'setting', fields: Object.keys(settings) }],
    }
  })
}
