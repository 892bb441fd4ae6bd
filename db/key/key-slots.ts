import { randomBytes } from 'node:crypto'
import { z } from 'zod'
import { FailureError } from '../../domain/failure.ts'
import { formatRecoveryCode, readRecoveryCode } from '../../domain/recovery-code.ts'
import { staffNameSchema, type StaffName } from '../../domain/staff.ts'
import type { LedgerKey } from './ledger-key.ts'
import { sealedKeySchema, sealKey, unsealKey } from './sealed-key.ts'

const maximumSlots = 200

/** Shape: everything a ledger needs before it is unlocked; holds names of staff and sealed keys, nothing of residents. */
export const keySlotsSchema = z.strictObject({
  formatVersion: z.literal(1),
  /** The first 16 bytes of the ledger file as hex: which file these slots open. */
  ledgerMark: z.string().regex(/^[0-9a-f]{32}$/),
  committeeName: z.string().max(200),
  isSample: z.boolean(),
  staff: z.array(staffNameSchema.extend({ sealedKey: sealedKeySchema })).max(maximumSlots),
  recovery: z.strictObject({ isConfirmed: z.boolean(), sealedKey: sealedKeySchema }).nullable(),
})
export type KeySlots = z.infer<typeof keySlotsSchema>

/** The slots with one for this member of staff, who opens the ledger with this password from now on. */
export async function withStaffSlot(
  slots: KeySlots,
  key: LedgerKey,
  { staffId, name }: StaffName,
  password: string,
): Promise<KeySlots> {
  const sealedKey = await sealKey(key, password, staffPurpose(slots, staffId))
  const others = slots.staff.filter((slot) => slot.staffId !== staffId)
  const staff = [...others, { staffId, name, sealedKey }].sort((one, other) => one.staffId - other.staffId)
  return { ...slots, staff }
}

/** The slots without this member's: their password opens nothing any more. */
export function withoutStaffSlot(slots: KeySlots, staffId: number): KeySlots {
  return { ...slots, staff: slots.staff.filter((slot) => slot.staffId !== staffId) }
}

/** The slots with the name a member of staff is listed under changed. */
export function withStaffName(slots: KeySlots, { staffId, name }: StaffName): KeySlots {
  return { ...slots, staff: slots.staff.map((slot) => (slot.staffId === staffId ? { ...slot, name } : slot)) }
}

/** The slots with a new recovery code, and the code itself, which is kept nowhere. */
export async function withRecoverySlot(
  slots: KeySlots,
  key: LedgerKey,
): Promise<{ readonly slots: KeySlots; readonly code: string }> {
  const secret = randomBytes(16)
  const sealedKey = await sealKey(key, secret.toString('hex'), recoveryPurpose(slots))
  return {
    slots: { ...slots, recovery: { isConfirmed: false, sealedKey } },
    code: formatRecoveryCode(secret),
  }
}

/** The slots after the printed code was typed back. */
export function withConfirmedRecovery(slots: KeySlots): KeySlots {
  return slots.recovery === null ? slots : { ...slots, recovery: { ...slots.recovery, isConfirmed: true } }
}

/** Throws: passwordWrong. */
export async function keyFromPassword(
  slots: KeySlots,
  staffId: number,
  password: string,
): Promise<LedgerKey> {
  const slot = slots.staff.find((one) => one.staffId === staffId)
  if (slot === undefined) throw new FailureError('passwordWrong', 'password')
  const key = await unsealKey(slot.sealedKey, password, staffPurpose(slots, staffId))
  if (key === null) throw new FailureError('passwordWrong', 'password')
  return key
}

/** Throws: recoveryCodeMistyped when it can't be a code at all, recoveryCodeWrong when it is not this ledger's. */
export async function keyFromRecoveryCode(slots: KeySlots, typed: string): Promise<LedgerKey> {
  const reading = readRecoveryCode(typed)
  if (!reading.ok) throw new FailureError('recoveryCodeMistyped', 'recoveryCode', reading.reason)
  if (slots.recovery === null) throw new FailureError('recoveryCodeWrong', 'recoveryCode')
  const secret = Buffer.from(reading.secret).toString('hex')
  const key = await unsealKey(slots.recovery.sealedKey, secret, recoveryPurpose(slots))
  if (key === null) throw new FailureError('recoveryCodeWrong', 'recoveryCode')
  return key
}

/** A slot moved to another ledger or another member's name opens nothing. */
function staffPurpose({ ledgerMark }: KeySlots, staffId: number): string {
  return `linli-ledger 1 ${ledgerMark} staff ${String(staffId)}`
}

function recoveryPurpose({ ledgerMark }: KeySlots): string {
  return `linli-ledger 1 ${ledgerMark} recovery`
}
