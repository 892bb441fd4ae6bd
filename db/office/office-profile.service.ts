import { FailureError } from '../../domain/failure.ts'
import {
  officeProfileDraftSchema,
  officeProfileSchema,
  type OfficeProfile,
  type OfficeProfileDraft,
} from '../../domain/office-profile.ts'
import type { Ledger } from '../ledger.ts'
import { inTransaction } from '../transaction.ts'
import { storedOfficeProfile, updateOfficeProfile } from './office-profile.repository.ts'

/** What the office says of itself beyond its name. */
export async function getOfficeProfile(ledger: Ledger): Promise<OfficeProfile> {
  return officeProfileSchema.parse(await storedOfficeProfile(ledger.db))
}

/** Stores it. Throws: staleRecord. */
export async function saveOfficeProfile(
  ledger: Ledger,
  { revision, draft }: { readonly revision: number; readonly draft: OfficeProfileDraft },
): Promise<OfficeProfile> {
  return inTransaction(ledger, async (trx) => {
    const before = officeProfileSchema.parse(await storedOfficeProfile(trx))
    if (before.revision !== revision) throw new FailureError('staleRecord')
    await updateOfficeProfile(trx, { ...draft, revision: revision + 1 })
    const fields = officeProfileDraftSchema.keyof().options.filter((name) => before[name] !== draft[name])
    return {
      value: officeProfileSchema.parse(await storedOfficeProfile(trx)),
      entries: [{ action: 'changed', objectType: 'officeProfile', fields }],
    }
  })
}
