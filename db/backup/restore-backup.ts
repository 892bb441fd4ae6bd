import { FailureError } from '../../domain/failure.ts'
import type { LedgerKey } from '../key/ledger-key.ts'
import { closeLedger, type Ledger } from '../ledger.ts'
import { makeBackup } from './make-backup.ts'
import { putInPlace, type RestoreRequest } from './put-in-place.ts'

/** The open ledger that a backup takes the place of. */
export interface PresentLedger {
  readonly ledger: Ledger
  readonly key: LedgerKey
}

/**
 * Restores a checked backup over the present ledger, of which a backup is made first; it is closed by that.
 * Answers the name of that backup: null when there was no ledger that could be opened and kept in that way.
 * Throws: what making a backup and putting it in place throw; the present ledger is then as it was.
 */
export async function restoreBackup(
  request: Omit<RestoreRequest, 'keptAs'> & { readonly present: PresentLedger | null },
): Promise<string | null> {
  const { present, ...rest } = request
  const keptAs = present === null ? null : await keepPresent(present, rest)
  if (present !== null) closeLedger(present.ledger)
  await putInPlace({ ...rest, keptAs })
  return keptAs
}

/** One that is damaged can't be kept as a backup: it is set aside as it is. */
async function keepPresent(
  { ledger, key }: PresentLedger,
  { hands }: Pick<RestoreRequest, 'hands'>,
): Promise<string | null> {
  try {
    const options = { key, reason: 'beforeRestore', ...(hands === undefined ? {} : { hands }) } as const
    return (await makeBackup(ledger, options)).fileName
  } catch (error) {
    const codes = ['backupNotVerified', 'ledgerDamaged']
    if (error instanceof FailureError && codes.includes(error.failure.code)) return null
    throw error
  }
}
