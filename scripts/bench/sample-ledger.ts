import { copyFileSync } from 'node:fs'
import { join } from 'node:path'
import { keyFileOf } from '../../db/key/key-file.ts'
import type { Ledger } from '../../db/ledger.ts'
import type { OperationContext } from '../../db/ledger-operations.ts'
import { signIn } from '../../db/unlocking/sign-in.ts'
import { samplePassword } from '../../domain/sample-account.ts'
import { systemClock } from '../../electron/system-clock.ts'
import { emptyFolder, ledgerWithResidents } from './samples.ts'

/** A copy of the sample ledger of about 100,000 people, open at its director's desk; for one figure alone, which may change it. */
export async function openLargeLedger(): Promise<{
  readonly ledger: Ledger
  readonly context: OperationContext
}> {
  const source = ledgerWithResidents(100_000)
  const filePath = join(emptyFolder(), 'ledger.db')
  copyFileSync(source, filePath)
  copyFileSync(keyFileOf(source), keyFileOf(filePath))
  const { ledger, key } = await signIn(
    { filePath, clock: systemClock },
    { staffId: 1, password: samplePassword },
  )
  return { ledger, context: { key, reportProgress: () => undefined, isCancelled: () => false } }
}
