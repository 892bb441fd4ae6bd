import { FailureError } from '../../domain/failure.ts'
import type { Ledger } from '../ledger.ts'
import { readKeySlots, writeKeySlots } from './key-file.ts'
import type { KeySlots } from './key-slots.ts'

/**
 * Changes the slots beside an open ledger, within a transaction, so that no two changes are made at once. One that was
 * overtaken by the closing of the ledger, which would undo what goes with it, is not written.
 * Throws: ledgerNotOpen, keysMissing, keysDamaged, stateFileBlocked, diskFull, and what `change` throws.
 */
export async function changeKeySlots(
  { filePath, raw }: Pick<Ledger, 'filePath' | 'raw'>,
  change: (slots: KeySlots) => KeySlots | Promise<KeySlots>,
): Promise<void> {
  const { slots } = await readKeySlots(filePath)
  const changed = await change(slots)
  // Sealing takes a third of a second.
  if (!raw.open) throw new FailureError('ledgerNotOpen')
  await writeKeySlots(filePath, changed)
}
