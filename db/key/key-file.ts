import { FailureError } from '../../domain/failure.ts'
import { markOfLedgerFile } from '../ledger-file.ts'
import { removeQuietly } from '../remove-quietly.ts'
import { readSmallState, writeSmallStateTwice } from '../small-state-file.ts'
import { keySlotsSchema, type KeySlots } from './key-slots.ts'

/** The key slots of a ledger lie beside it and go wherever it goes. */
export function keyFileOf(ledgerFile: string): string {
  return `${ledgerFile}.keys`
}

/** The keys of a ledger that is being restored, until it has its name and they have theirs. */
export function nextKeyFileOf(ledgerFile: string): string {
  return `${keyFileOf(ledgerFile)}.next`
}

/** The slots beside a ledger, whether it is open or not. Throws: keysMissing, keysDamaged, keysBlocked. */
export async function readKeySlots(
  ledgerFile: string,
): Promise<{ readonly slots: KeySlots; readonly isFromPrevious: boolean }> {
  const state = await readSmallState(keyFileOf(ledgerFile), (value) => keySlotsSchema.parse(value))
  if (state.kind === 'absent') throw new FailureError('keysMissing')
  if (state.kind === 'blocked') throw new FailureError('keysBlocked')
  if (state.kind === 'damaged') throw new FailureError('keysDamaged')
  return { slots: state.value, isFromPrevious: state.kind === 'previous' }
}

/**
 * The slots of a ledger that this program does not have open, which is looked at as well.
 * Throws: keysOfOtherLedger, and what readKeySlots and markOfLedgerFile throw.
 */
export async function readKeySlotsOfClosed(
  ledgerFile: string,
): Promise<{ readonly slots: KeySlots; readonly isFromPrevious: boolean }> {
  const mark = markOfLedgerFile(ledgerFile)
  await adoptNextKeys(ledgerFile, mark)
  const found = await readKeySlots(ledgerFile)
  if (found.slots.ledgerMark !== mark) throw new FailureError('keysOfOtherLedger')
  return found
}

/** A restore that was cut off between the ledger and its keys left both: where those beside it fit, they count. */
async function adoptNextKeys(ledgerFile: string, mark: string): Promise<void> {
  const next = await readSmallState(nextKeyFileOf(ledgerFile), (value) => keySlotsSchema.parse(value))
  if (next.kind !== 'current' || next.value.ledgerMark !== mark) return
  const present = await readSmallState(keyFileOf(ledgerFile), (value) => keySlotsSchema.parse(value))
  if (present.kind === 'blocked') return
  const fits = 'value' in present && present.value.ledgerMark === mark
  if (!fits) await writeKeySlots(ledgerFile, next.value)
  // Later they would bring passwords back that were taken away since.
  dropNextKeys(ledgerFile)
}

/** Removes the keys of a restore that is done or given up; what can't be removed goes with the next restore. */
export function dropNextKeys(ledgerFile: string): void {
  for (const suffix of ['', '.prev']) removeQuietly(nextKeyFileOf(ledgerFile) + suffix)
}

/** Both copies say the same: an older one would still open the ledger with a password that was taken away. */
export async function writeKeySlots(ledgerFile: string, slots: KeySlots): Promise<void> {
  await writeSmallStateTwice(keyFileOf(ledgerFile), slots)
}
