import type { Committee, Settings } from '../../domain/committee.ts'
import { FailureError } from '../../domain/failure.ts'
import { endDraft } from '../draft/draft.service.ts'
import type { Ledger } from '../ledger.ts'
import { inTransaction, type LedgerTransaction } from '../transaction.ts'
import { committeeIn, loadSettings } from './committee.queries.ts'
import { updateCommittee, upsertSetting, upsertSettings } from './committee.repository.ts'

/** Stores the office's own name and numbers. Throws: staleRecord when they are not what was changed. */
export async function saveCommittee(
  ledger: Ledger,
  { before, committee }: { readonly before: Committee; readonly committee: Committee },
): Promise<Committee> {
  await inTransaction(ledger, async (trx) => {
    const stored = await committeeIn(trx)
    const names = Object.keys(committee) as (keyof Committee)[]
    if (names.some((name) => stored[name] !== before[name])) throw new FailureError('staleRecord')
    await updateCommittee(trx, committee)
    await endDraft(trx, ledger, { form: 'committee' })
    const fields = names.filter((name) => stored[name] !== committee[name])
    return { value: null, entries: [{ action: 'changed', objectType: 'committee', fields }] }
  })
  return committee
}

/** One more setting, of whatever else an office decides; its value is kept as JSON. */
export async function storeSetting(trx: LedgerTransaction, key: string, value: unknown): Promise<void> {
  await upsertSetting(trx, key, value)
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
