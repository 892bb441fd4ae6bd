import type Database from 'better-sqlite3'
import { closeSync, fstatSync, openSync } from 'node:fs'
import { FailureError } from '../domain/failure.ts'

/*
 * Closing a file takes every lock of this process on it away, SQLite's too. Therefore the bytes of an open ledger are
 * read through one descriptor that is kept until the connection itself is closed.
 */
interface OpenBytes {
  readonly descriptor: number
  isFrozen: boolean
  isLetGo: boolean
}

const openBytes = new WeakMap<Database.Database, OpenBytes>()

/** SQLite's own default. Unit: pages of the WAL. */
const usualCheckpoint = 1000

/** Shape: bytes of an open ledger that nobody changes until it is thawed. */
export interface FrozenFile {
  readonly descriptor: number
  readonly byteCount: number
}

/**
 * Moves everything written so far into the ledger's own file and leaves the file as it is from then on: what is
 * written meanwhile waits in the WAL. No transaction may be open. Throws: SqliteError, ledgerLocked when it is frozen already.
 */
export function freezeFile(raw: Database.Database): FrozenFile {
  const bytes = openBytesOf(raw)
  if (bytes.isFrozen) throw new FailureError('ledgerLocked')
  raw.pragma('wal_autocheckpoint = 0')
  bytes.isFrozen = true
  try {
    raw.pragma('wal_checkpoint(TRUNCATE)')
    return { descriptor: bytes.descriptor, byteCount: fstatSync(bytes.descriptor).size }
  } catch (error) {
    thawFile(raw)
    throw error
  }
}

/** Ends the standstill and answers whether it held: a ledger that was closed meanwhile wrote into its file. */
export function thawFile(raw: Database.Database): boolean {
  const bytes = openBytesOf(raw)
  bytes.isFrozen = false
  if (bytes.isLetGo) {
    forget(raw, bytes)
    return false
  }
  raw.pragma(`wal_autocheckpoint = ${usualCheckpoint}`)
  return true
}

/** Whether the file must stand still just now: then nobody empties the WAL. */
export function isFrozen(raw: Database.Database): boolean {
  return openBytes.get(raw)?.isFrozen ?? false
}

/** To be called once the connection is closed, and not before. */
export function letGoOfFile(raw: Database.Database): void {
  const bytes = openBytes.get(raw)
  if (bytes === undefined || raw.open) return
  bytes.isLetGo = true
  // Whoever still reads would else read from the next file that gets the same number.
  if (!bytes.isFrozen) forget(raw, bytes)
}

function openBytesOf(raw: Database.Database): OpenBytes {
  const known = openBytes.get(raw)
  if (known !== undefined) return known
  const bytes = { descriptor: openSync(raw.name, 'r'), isFrozen: false, isLetGo: false }
  openBytes.set(raw, bytes)
  return bytes
}

function forget(raw: Database.Database, { descriptor }: OpenBytes): void {
  openBytes.delete(raw)
  closeSync(descriptor)
}
