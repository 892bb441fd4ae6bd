import { existsSync } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import { basename, dirname, extname, join } from 'node:path'
import { FailureError } from '../domain/failure.ts'
import { keyFileOf } from '../db/key/key-file.ts'
import { retryWhileBusy } from '../db/retry-while-busy.ts'
import { copyVerified } from '../db/verified-copy.ts'
import type { LedgerDoor } from './ledger/ledger-door.ts'
import type { LedgerPlace } from './place-file.ts'

interface MoveRequest {
  readonly from: string
  readonly folder: string
  /** How the old file is to be called where it stays. */
  readonly keptName: string
  readonly door: Pick<LedgerDoor, 'ask'>
  readonly readPlace: () => Promise<LedgerPlace>
  readonly writePlace: (ledgerFile: string) => Promise<void>
  /** Unit: bytes. */
  readonly onProgress: (doneCount: number, totalCount: number) => void
  readonly signal: AbortSignal
}

interface MovedLedger {
  readonly ledgerFile: string
  readonly keptFile: string
}

/**
 * Moves the open ledger: a verified copy is opened and checked before it is used, and the old file stays under another name.
 * Leaves the ledger closed after a failure, with file and place as they were.
 * Throws: folderUnchanged, and what copying, opening and remembering throw.
 */
export async function moveLedger(request: MoveRequest): Promise<MovedLedger> {
  const { from, folder, door } = request
  const to = join(folder, basename(from))
  if (to === from) throw new FailureError('folderUnchanged')
  if (existsSync(to) || existsSync(`${to}-wal`)) throw new FailureError('ledgerExists')
  await closed(door, from)
  await copyVerified({ from, to, onProgress: request.onProgress, signal: request.signal })
  // Without them nothing opens the copy.
  await copyVerified({
    from: keyFileOf(from),
    to: keyFileOf(to),
    onProgress: () => undefined,
    signal: request.signal,
  })
  try {
    await adopt(request, to)
  } catch (error) {
    await door.ask('pause', {})
    // What went wrong first is what the user must hear.
    await removeCopy(to).catch(() => undefined)
    throw error
  }
  return { ledgerFile: to, keptFile: await keepUnderOtherName(request) }
}

async function closed(door: MoveRequest['door'], from: string): Promise<void> {
  const reply = await door.ask('pause', {})
  if (!reply.ok) throw failureOf(reply.failure)
  // On a full disk what was saved last still waits beside the file, and a copy would miss it.
  if (existsSync(`${from}-wal`)) throw new FailureError('diskFull')
}

async function adopt({ door, readPlace, writePlace }: MoveRequest, to: string): Promise<void> {
  const reply = await door.ask('resume', { filePath: to })
  if (!reply.ok) throw failureOf(reply.failure)
  try {
    await writePlace(to)
  } catch (error) {
    // Whichever ledger the place names is the one that must stay.
    const place = await readPlace()
    if (place.kind !== 'known' || place.ledgerFile !== to) throw error
  }
}

async function removeCopy(to: string): Promise<void> {
  for (const suffix of ['', '-wal', '-shm', '.keys', '.keys.prev']) await rm(to + suffix, { force: true })
}

/** The move is done by now: an old file that somebody holds keeps its name. */
async function keepUnderOtherName({ from, keptName }: MoveRequest): Promise<string> {
  const kept = freeName(dirname(from), keptName)
  try {
    await retryWhileBusy(() => rename(from, kept))
    await retryWhileBusy(() => rename(keyFileOf(from), keyFileOf(kept)))
    return kept
  } catch {
    // Whoever reads the answer is told the name it has.
    return from
  }
}

function freeName(folder: string, name: string): string {
  const extension = extname(name)
  const stem = basename(name, extension)
  for (let count = 1; ; count += 1) {
    const path = join(folder, count === 1 ? name : `${stem}-${count}${extension}`)
    if (!existsSync(path)) return path
  }
}

function failureOf({ code, field, detail }: FailureError['failure']): FailureError {
  return new FailureError(code, field, detail)
}
