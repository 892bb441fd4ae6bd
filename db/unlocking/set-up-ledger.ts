import { existsSync, renameSync } from 'node:fs'
import type { Clock } from '../../domain/clock.ts'
import type { Committee } from '../../domain/committee.ts'
import { FailureError } from '../../domain/failure.ts'
import type { Actor } from '../../domain/staff.ts'
import { keyFileOf, writeKeySlots } from '../key/key-file.ts'
import { withRecoverySlot, withStaffSlot, type KeySlots } from '../key/key-slots.ts'
import { newLedgerKey, type LedgerKey } from '../key/ledger-key.ts'
import { markOfLedgerFile } from '../ledger-file.ts'
import { makePartialLedger, nameLedgerFile, removePartialLedger } from '../ledger-making.ts'
import { closeLedger, ledgerFor, openLedger, type Ledger } from '../ledger.ts'
import { retryWhileBlocked } from '../retry-while-busy.ts'
import { refuseGuessable } from '../staff/password-check.ts'
import { actorOf } from '../staff/staff.queries.ts'
import { insertFirstDirector } from '../staff/staff.service.ts'
import { inTransaction } from '../transaction.ts'

/** The first account of a ledger. */
export interface FirstDirector {
  readonly name: string
  readonly password: string
}

/** An open ledger, what opens it, and who works on it. */
export interface SignedInLedger {
  readonly ledger: Ledger
  readonly key: LedgerKey
  readonly actor: Actor
}

/**
 * Makes a new encrypted ledger with its first director and its recovery code, which is kept nowhere.
 * A sample has no recovery code: there is nothing in it to recover.
 * Throws: ledgerExists, passwordWeak, folderUnusable, stateFileBlocked, diskFull; at most keys that open nothing stay then.
 */
export async function setUpLedger(options: {
  readonly filePath: string
  readonly clock: Clock
  readonly committee: Committee
  readonly isSample: boolean
  readonly director: FirstDirector
}): Promise<SignedInLedger & { readonly recoveryCode: string | null }> {
  const { filePath, clock, committee, isSample, director } = options
  if (existsSync(filePath) || existsSync(`${filePath}-wal`)) throw new FailureError('ledgerExists')
  if (!isSample) await refuseGuessable(director.password, [director.name, committee.committeeName])
  const key = newLedgerKey()
  const partial = makePartialLedger({ ...options, key })
  try {
    const staffId = await withFirstDirector({ filePath: partial, key, clock }, director, 'ledgerCreated')
    const { slots, recoveryCode } = await firstSlots(partial, key, { ...options, staffId })
    await putKeysInPlace(filePath, slots)
    nameLedgerFile(partial, filePath)
    return { ...(await openAs({ filePath, key, clock }, staffId)), recoveryCode }
  } finally {
    removePartialLedger(partial)
  }
}

/** Puts the first account into a ledger that nobody has open, and closes it again. Shape: the account's id. */
export async function withFirstDirector(
  place: { readonly filePath: string; readonly key: LedgerKey; readonly clock: Clock },
  { name }: FirstDirector,
  action: 'ledgerCreated' | 'ledgerConverted',
): Promise<number> {
  const ledger = openLedger(place)
  try {
    return await inTransaction(ledger, async (trx) => {
      const value = await insertFirstDirector(trx, name, ledger.clock.nowAt())
      const added = {
        action: 'added',
        objectType: 'staff',
        objectId: value,
        detail: { role: 'director' },
      } as const
      return { value, entries: [{ action, objectType: 'ledger' }, added] }
    })
  } finally {
    closeLedger(ledger)
  }
}

/** The slots of a new ledger: its director's and, unless it is a sample, the recovery code's. */
export async function firstSlots(
  partial: string,
  key: LedgerKey,
  office: {
    readonly committee: Committee
    readonly isSample: boolean
    readonly director: FirstDirector
    readonly staffId: number
  },
): Promise<{ readonly slots: KeySlots; readonly recoveryCode: string | null }> {
  const { committee, isSample, director, staffId } = office
  const none: KeySlots = {
    formatVersion: 1,
    ledgerMark: markOfLedgerFile(partial),
    committeeName: committee.committeeName,
    isSample,
    staff: [],
    recovery: null,
  }
  const slots = await withStaffSlot(none, key, { staffId, name: director.name }, director.password)
  if (isSample) return { slots, recoveryCode: null }
  const recovery = await withRecoverySlot(slots, key)
  return { slots: recovery.slots, recoveryCode: recovery.code }
}

/** Keys that were left without a ledger may open one that was carried away: they are set aside, not replaced. */
export async function putKeysInPlace(filePath: string, slots: KeySlots): Promise<void> {
  for (const name of [keyFileOf(filePath), `${keyFileOf(filePath)}.prev`]) {
    const kept = `${name}.${slots.ledgerMark.slice(0, 8)}`
    if (existsSync(name)) await retryWhileBlocked(() => renameSync(name, kept))
  }
  await writeKeySlots(filePath, slots)
}

/** Opens a ledger for an account whose key is known. Throws: notAllowed, and what openLedger throws. */
export async function openAs(
  place: { readonly filePath: string; readonly key: LedgerKey; readonly clock: Clock },
  staffId: number,
): Promise<SignedInLedger> {
  const ledger = openLedger(place)
  try {
    const actor = await actorOf(ledger, staffId)
    return { ledger: ledgerFor(ledger, actor), key: place.key, actor }
  } catch (error) {
    closeLedger(ledger)
    throw error
  }
}
