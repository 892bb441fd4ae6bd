import type { OfficeProfile } from '../../domain/office-profile.ts'
import type { LedgerReader } from '../ledger.ts'
import type { LedgerTransaction } from '../transaction.ts'

export async function storedOfficeProfile(db: LedgerReader | LedgerTransaction) {
  return db
    .selectFrom('officeProfile')
    .select(['divisionCode', 'address', 'areaHundredthsKm2', 'officeTenure', 'officeAreaTenthsM2'])
    .select(['yearlyFundsFen', 'revision'])
    .executeTakeFirstOrThrow()
}

export async function updateOfficeProfile(trx: LedgerTransaction, profile: OfficeProfile): Promise<void> {
  await trx.updateTable('officeProfile').set(profile).execute()
}
