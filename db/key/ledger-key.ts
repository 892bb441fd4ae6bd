import type Database from 'better-sqlite3'
import { randomBytes } from 'node:crypto'
import { FailureError } from '../../domain/failure.ts'

declare const ledgerKeyBrand: unique symbol

/** The 32 random bytes that encrypt a ledger; made once, never shown, independent of every password. */
export type LedgerKey = Buffer & { readonly [ledgerKeyBrand]: true }

const keyLength = 32

export function newLedgerKey(): LedgerKey {
  return toLedgerKey(randomBytes(keyLength))
}

/** Throws: RangeError when the bytes can't be a key. */
export function toLedgerKey(bytes: Buffer): LedgerKey {
  if (bytes.length !== keyLength) throw new RangeError('a ledger key has 32 bytes')
  // The length is all that makes bytes a key.
  return bytes as LedgerKey
}

/** A copy for work that may outlast the desk, whose key is overwritten when it is left. Throws: ledgerNotOpen when it was. */
export function keptKey(key: LedgerKey): LedgerKey {
  if (key.every((byte) => byte === 0)) throw new FailureError('ledgerNotOpen')
  return toLedgerKey(Buffer.from(key))
}

/** Must be the first thing said to a connection. The format is SQLCipher 4's, which other programs read too. */
export function giveKey(raw: Database.Database, key: LedgerKey): void {
  raw.pragma(`cipher = 'sqlcipher'`)
  raw.pragma('legacy = 4')
  raw.pragma(`key = "x'${key.toString('hex')}'"`)
}

/** Encrypts a file of its own anew; never done to a ledger in use, whose power may fail meanwhile. */
export function changeKey(raw: Database.Database, key: LedgerKey): void {
  raw.pragma(`cipher = 'sqlcipher'`)
  raw.pragma('legacy = 4')
  raw.pragma(`rekey = "x'${key.toString('hex')}'"`)
}
