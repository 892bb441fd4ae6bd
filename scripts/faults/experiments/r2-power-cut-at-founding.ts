import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { keyFileOf, readKeySlotsOfClosed } from '../../../db/key/key-file.ts'
import { keyFromPassword, keyFromRecoveryCode } from '../../../db/key/key-slots.ts'
import { toLedgerKey, type LedgerKey } from '../../../db/key/ledger-key.ts'
import type { Bench, Experiment, Outcome } from '../experiment.ts'
import { clockOn, closeOffice, firstDirector, foundOffice, openOffice } from '../office-ledger.ts'
import { faultsOf } from '../oracle/soundness.ts'
import { wholeDigest } from '../oracle/table-digests.ts'
import { readImage } from '../shim/disk-image.ts'
import { cutPower, type AfterCut } from '../shim/power-cuts.ts'
import { readRecording } from '../shim/recording.ts'
import { runProgram } from '../work/start-program.ts'

/** Cuts the power at many points while a ledger is set up: there is none, or a complete one that its keys open. */
export const powerCutAtFounding: Experiment = {
  id: 'R2-founding',
  what: 'power cut at a point of setting a ledger up, keys and all',
  run: cutFounding,
}

interface Founded {
  readonly key: LedgerKey
  readonly recoveryCode: string
  readonly digest: string
  /** What was looked at before: a password takes a third of a second. */
  readonly known: Map<string, AfterCut>
}

async function cutFounding({ folder, size }: Bench): Promise<Outcome> {
  const room = join(folder, 'room')
  mkdirSync(room)
  const before = readImage(room)
  const log = join(folder, 'recording')
  // The folder of the ledger is made with it.
  const filePath = join(room, 'data', 'office.ledger')
  const [made = ''] = await runProgram('found.ts', { filePath }, { shim: { folder: room, log } })
  const [, hex = '', recoveryCode = ''] = made.split(' ')
  const after = readImage(room)
  const key = toLedgerKey(Buffer.from(hex, 'hex'))
  const founded = { key, recoveryCode, digest: digestOf(filePath, key), known: new Map() }
  const report = await cutPower({
    before,
    events: readRecording(log),
    after,
    pointCount: size({ fast: 60, ci: 1000, release: 3000 }),
    seed: 31,
    stepOf: (ack) => (ack.startsWith('made') ? 1 : null),
    inspect: (cutFolder) => stateOf(join(cutFolder, 'data'), founded),
  })
  return {
    triedCount: report.pointCount,
    misses: report.lost,
    note: `${report.distinctCount} different disks`,
  }
}

async function stateOf(folder: string, founded: Founded): Promise<AfterCut> {
  const filePath = join(folder, 'office.ledger')
  const isThere = existsSync(filePath)
  if (isThere && digestOf(filePath, founded.key) !== founded.digest)
    return { wrong: 'a ledger that is not complete' }
  const likeness = isThere ? keyBytes(filePath) : `nothing but ${namesIn(folder)}`
  const found =
    founded.known.get(likeness) ??
    (isThere ? await openedWithKeys(filePath, founded) : await foundedAnew(filePath))
  founded.known.set(likeness, found)
  return found
}

/** By its password and by its printed code. */
async function openedWithKeys(filePath: string, { key, recoveryCode }: Founded): Promise<AfterCut> {
  const { slots } = await readKeySlotsOfClosed(filePath)
  const keys = [
    await keyFromPassword(slots, 1, firstDirector.password),
    await keyFromRecoveryCode(slots, recoveryCode),
  ]
  return keys.every((one) => one.equals(key)) ? { states: [1] } : { wrong: 'keys of another ledger' }
}

/** Whatever the power left behind, setting up again succeeds. */
async function foundedAnew(filePath: string): Promise<AfterCut> {
  closeOffice((await foundOffice(filePath)).ledger)
  return { states: [0] }
}

function keyBytes(filePath: string): string {
  return ['', '.prev']
    .map((suffix) => keyFileOf(filePath) + suffix)
    .map((path) => (existsSync(path) ? readFileSync(path).toString('hex') : ''))
    .join(' ')
}

function namesIn(folder: string): string {
  return existsSync(folder) ? readdirSync(folder).sort().join(' ') : ''
}

function digestOf(filePath: string, key: LedgerKey): string {
  const ledger = openOffice(filePath, clockOn(), key)
  try {
    return [wholeDigest(ledger.raw), ...faultsOf(ledger.raw)].join(' ')
  } finally {
    closeOffice(ledger)
  }
}
