import { createHash, createHmac, hkdfSync } from 'node:crypto'
import { z } from 'zod'
import { backupReasons } from '../../domain/backup.ts'
import { calendarDateSchema } from '../../domain/calendar-date.ts'
import { FailureError } from '../../domain/failure.ts'
import { keySlotsSchema } from '../key/key-slots.ts'
import type { LedgerKey } from '../key/ledger-key.ts'

const hex64 = z.string().regex(/^[0-9a-f]{64}$/)
const count = z.int().min(0)
const instant = z.string().regex(/^\d{4}-\d{2}-\d{2}T[\d:.]{8,12}Z$/)

/** Shape: what a database says of itself, equal in a ledger and in every sound copy of it. */
const databaseFactsSchema = z.strictObject({
  applicationId: z.int(),
  schemaVersion: z.int().min(1).max(100_000),
  /** Of the text of every table, index and trigger. */
  schemaDigest: hex64,
  counts: z.array(z.tuple([z.string().regex(/^[A-Za-z][A-Za-z0-9]{0,62}$/), count])).max(200),
  auditHead: z.strictObject({ seq: count, hash: hex64 }),
  /** The last change: what kind it was, and nobody's name. */
  lastAction: z
    .strictObject({ seq: count, hash: hex64, action: z.string().regex(/^[A-Za-z]{1,60}$/), at: instant })
    .nullable(),
})
export type DatabaseFacts = z.infer<typeof databaseFactsSchema>

/** Shape: the plain part of a backup file. Beside sizes and times it holds the key slots, which name the staff. */
const backupHeaderSchema = z.strictObject({
  madeAt: instant,
  madeOn: calendarDateSchema,
  reason: z.enum(backupReasons),
  /** The account that made it; null when the program did. */
  madeBy: z.int().nullable(),
  programVersion: z.string().max(40),
  facts: databaseFactsSchema,
  database: z.strictObject({ byteCount: z.int().min(4096), sha256: hex64 }),
  /** Null when the ledger had lost its own: then only its key, still in memory, opens the backup. */
  keySlots: keySlotsSchema.nullable(),
})
export type BackupHeader = z.infer<typeof backupHeaderSchema>

const magic = Buffer.from('LINLIBAK', 'latin1')
const formatVersion = 1
const fixedLength = magic.length + 8
const digestLength = 32

/** Unit: bytes. Two hundred key slots need a fifth of it. */
const longestHeader = 512 * 1024

/** Shape: the start of a backup file, whose own digest is right; who wrote it, only its key can tell. */
export interface BackupHead {
  readonly header: BackupHeader
  /** Unit: bytes before the database. */
  readonly length: number
  readonly signed: Buffer
  readonly seal: Buffer
}

/** Magic, version, length, header, then a digest for damage and a seal for forgery. */
export function encodeHead(header: BackupHeader, key: LedgerKey): Buffer {
  const text = Buffer.from(canonical(header), 'utf8')
  if (text.length > longestHeader) throw new RangeError('a header is bounded')
  const fixed = Buffer.alloc(fixedLength)
  magic.copy(fixed)
  fixed.writeUInt32BE(formatVersion, magic.length)
  fixed.writeUInt32BE(text.length, magic.length + 4)
  const signed = Buffer.concat([fixed, text])
  return Buffer.concat([signed, digestOf(signed), sealOf(signed, key)])
}

/** Unit: bytes to read before the length of the whole head is known. */
export const headStartLength = fixedLength

/** Throws: backupForeign, backupNewer, backupDamaged. */
export function headLengthIn(start: Buffer): number {
  if (!start.subarray(0, magic.length).equals(magic)) throw new FailureError('backupForeign')
  if (start.length < fixedLength) throw new FailureError('backupDamaged')
  if (start.readUInt32BE(magic.length) > formatVersion) throw new FailureError('backupNewer')
  const length = start.readUInt32BE(magic.length + 4)
  if (length > longestHeader) throw new FailureError('backupDamaged')
  return fixedLength + length + 2 * digestLength
}

/** Throws: backupDamaged for anything but the very bytes that encodeHead writes. */
export function decodeHead(bytes: Buffer): BackupHead {
  const length = headLengthIn(bytes)
  if (bytes.length !== length) throw new FailureError('backupDamaged')
  const signed = bytes.subarray(0, length - 2 * digestLength)
  const digest = bytes.subarray(signed.length, signed.length + digestLength)
  if (!digestOf(signed).equals(digest)) throw new FailureError('backupDamaged')
  return {
    header: parseHeader(signed.toString('utf8', fixedLength)),
    length,
    signed,
    seal: bytes.subarray(signed.length + digestLength),
  }
}

/** Whether the backup was made by somebody who has this key. */
export function isSealedWith({ signed, seal }: Pick<BackupHead, 'signed' | 'seal'>, key: LedgerKey): boolean {
  return sealOf(signed, key).equals(seal)
}

function parseHeader(text: string): BackupHeader {
  try {
    const header = backupHeaderSchema.parse(JSON.parse(text))
    // One way to write each header: nothing rides along in doubled names or spaces.
    if (canonical(header) === text) return header
  } catch {
    // Whatever is wrong with it, it is not what the program writes.
  }
  throw new FailureError('backupDamaged')
}

function canonical(header: BackupHeader): string {
  return JSON.stringify(backupHeaderSchema.parse(header))
}

function digestOf(bytes: Buffer): Buffer {
  return createHash('sha256').update(bytes).digest()
}

function sealOf(bytes: Buffer, key: LedgerKey): Buffer {
  const sealKey = Buffer.from(hkdfSync('sha256', key, '', 'linli-ledger backup 1', 32))
  return createHmac('sha256', sealKey).update(bytes).digest()
}
