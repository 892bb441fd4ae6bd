import { copyFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { collectMisses, type Bench, type Experiment, type Outcome } from '../experiment.ts'
import { readKeySlotsOfClosed } from '../../../db/key/key-file.ts'
import { markOfLedgerFile } from '../../../db/ledger-file.ts'
import { closeOffice } from '../office-ledger.ts'
import { randomOf } from '../random.ts'
import { readImage, writeImage } from '../shim/disk-image.ts'
import { calls, liftFault, makeControlFile, setFault } from '../shim/fault-control.ts'
import { cutPower, type AfterCut } from '../shim/power-cuts.ts'
import { readRecording } from '../shim/recording.ts'
import {
  addSomebody,
  backUp,
  contentOf,
  makeKeptOffice,
  openKept,
  restoreKept,
  type KeptOffice,
} from '../work/backup-office.ts'
import { halfDone, ledgerWithKeys, offeredBackups } from '../work/backup-states.ts'
import type { RestoreOrder } from '../work/restore-desk.ts'
import { runProgram, startProgram } from '../work/start-program.ts'

const anyCall = calls.write + calls.sync + calls.openForWriting + calls.truncate + calls.name + calls.remove

/** Whose backup is restored: one's own, whose keys fit already, or another office's, whose keys come with it. */
type Whose = 'own' | 'other'
const words: Readonly<Record<Whose, string>> = { own: '', other: ' of another office' }
const ids: Readonly<Record<Whose, string>> = { own: '', other: '-other' }

/** Ends the program with kill -9 while it restores: half of the times at a call, half at a moment. */
export function killedInRestore(whose: Whose): Experiment {
  return {
    id: `R5${ids[whose]}`,
    what: `kill -9 during a restore${words[whose]}: the old ledger or the restored one, and it can be taken back`,
    run: (bench) => killAgainAndAgain(bench, whose),
  }
}

/** Cuts the power at many points of a restore. */
export function powerCutInRestore(whose: Whose): Experiment {
  return {
    id: `R2-restore${ids[whose]}`,
    what: `power cut at a point of a restore${words[whose]}: drop, subset, torn`,
    run: (bench) => cutRestore(bench, whose),
  }
}

interface RestoreCase {
  readonly base: string
  readonly source: string
  readonly key: KeptOffice['key']
  /** What the backup is encrypted with. */
  readonly sourceKey: KeptOffice['key']
  readonly sourceMark: string
  readonly oldDigest: string
  readonly restoredDigest: string
}

async function restoreCase(folder: string, whose: Whose): Promise<RestoreCase> {
  const base = join(folder, 'base')
  const office = await makeKeptOffice(join(base, 'office.ledger'))
  const from = whose === 'own' ? office : await makeKeptOffice(join(folder, 'other', 'office.ledger'))
  const restoredDigest = contentOf(from)
  const sourceMark = markOfLedgerFile(from.filePath)
  const lender = openKept(from)
  const source = join(folder, 'source.llbak')
  const made = await backUp(lender, from.key)
  copyFileSync(made, source)
  rmSync(made)
  closeOffice(lender)
  const ledger = openKept(office)
  await addSomebody(ledger, 1)
  closeOffice(ledger)
  const { key } = office
  return { base, source, key, sourceKey: from.key, sourceMark, oldDigest: contentOf(office), restoredDigest }
}

async function killAgainAndAgain({ folder, size }: Bench, whose: Whose): Promise<Outcome> {
  const { misses, expect } = collectMisses()
  const restore = await restoreCase(folder, whose)
  const random = randomOf(71)
  const times = size({ fast: 6, ci: 40, release: 200 })
  const callCount = await countCalls(folder, restore)
  let restoredCount = 0
  for (let time = 0; time < times; time += 1) {
    const office = roomFor(folder, `room-${time}`, restore)
    const control = join(folder, 'control')
    makeControlFile(control)
    const atCall = time % 2 === 0 ? Math.floor(((time + random.next()) / times) * callCount) + 1 : 0
    if (atCall > 0) setFault(control, { calls: anyCall, error: 'dies', failAt: atCall, isSticky: false })
    const program = startProgram('restore-desk.ts', orderFor(office, restore), {
      shim: { folder: join(office.filePath, '..'), control },
      onAck: (_ack, count) => {
        if (count === 1 && atCall === 0) setTimeout(() => program.kill(), random.next() * 150)
      },
    })
    const { acks } = await program.end
    const state = await stateOf(office, restore, acks.includes('restored'))
    expect('states' in state, `trial ${time}, call ${atCall}: ${'wrong' in state ? state.wrong : ''}`)
    if ('states' in state && state.states.includes(1)) restoredCount += 1
    rmSync(join(office.filePath, '..'), { recursive: true })
  }
  return { triedCount: times, misses, note: `${restoredCount} were restored already` }
}

async function countCalls(folder: string, restore: RestoreCase): Promise<number> {
  const office = roomFor(folder, 'count', restore)
  const control = join(folder, 'count-control')
  makeControlFile(control)
  setFault(control, { calls: anyCall, error: 'dies', failAt: 0, isSticky: false })
  const shim = { folder: join(office.filePath, '..'), control }
  await runProgram('restore-desk.ts', orderFor(office, restore), { shim })
  return liftFault(control).seenCount
}

async function cutRestore({ folder, size }: Bench, whose: Whose): Promise<Outcome> {
  const restore = await restoreCase(folder, whose)
  const office = roomFor(folder, 'room', restore)
  const room = join(office.filePath, '..')
  const before = readImage(room)
  const log = join(folder, 'recording')
  await runProgram('restore-desk.ts', orderFor(office, restore), { shim: { folder: room, log } })
  const report = await cutPower({
    before,
    events: readRecording(log),
    after: readImage(room),
    pointCount: size({ fast: 40, ci: 500, release: 3000 }),
    seed: 73,
    stepOf: (ack) => (ack === 'restored' ? 1 : null),
    inspect: (cutFolder) =>
      stateOf({ filePath: join(cutFolder, 'office.ledger'), key: restore.key }, restore, false),
  })
  return {
    triedCount: report.pointCount,
    misses: report.lost,
    note: `${report.distinctCount} different disks`,
  }
}

/** Old or restored, with its keys; restored, it can be taken back; and a next restore comes to its end. */
async function stateOf(office: KeptOffice, restore: RestoreCase, isDone: boolean): Promise<AfterCut> {
  try {
    const restored = { ...office, key: restore.sourceKey }
    const { digest, isRestored } = await eitherLedger(office, restored, restore)
    const state = isRestored ? 1 : 0
    if (digest !== (isRestored ? restore.restoredDigest : restore.oldDigest))
      return { wrong: 'neither the old ledger nor the restored one' }
    if (isDone && state === 0) return { wrong: 'said to be restored, but the old ledger is there' }
    const offered = await offeredBackups(office)
    const kept = [...offered].find(([, one]) => one === restore.oldDigest)?.[0]
    if (state === 1 && kept === undefined) return { wrong: 'restored, and the old ledger is not kept' }
    const present = isRestored ? restored : office
    if (kept !== undefined) {
      await restoreKept(join(office.filePath, '..', 'backups', kept), present, openKept(present), office.key)
      if ((await ledgerWithKeys(office)) !== restore.oldDigest) return { wrong: 'it can not be taken back' }
    }
    const before = kept === undefined ? present : office
    await restoreKept(restore.source, before, openKept(before), restored.key)
    if ((await ledgerWithKeys(restored)) !== restore.restoredDigest)
      return { wrong: 'the next restore leaves another ledger' }
    const left = halfDone(office)
    return left.length === 0 ? { states: [state] } : { wrong: `left behind: ${left.join(' ')}` }
  } catch (error) {
    return { wrong: String(error) }
  }
}

/** What is under the ledger's name; the keys beside it are the file's own, or this throws. */
async function eitherLedger(office: KeptOffice, restored: KeptOffice, restore: RestoreCase) {
  const { slots } = await readKeySlotsOfClosed(office.filePath)
  if (!restored.key.equals(office.key)) {
    const isRestored = slots.ledgerMark === restore.sourceMark
    return { digest: contentOf(isRestored ? restored : office), isRestored }
  }
  const digest = contentOf(office)
  return { digest, isRestored: digest !== restore.oldDigest }
}

function roomFor(folder: string, name: string, { base, key }: RestoreCase): KeptOffice {
  const room = join(folder, name)
  writeImage(room, readImage(base))
  return { filePath: join(room, 'office.ledger'), key }
}

function orderFor({ filePath, key }: KeptOffice, { source, sourceKey }: RestoreCase): RestoreOrder {
  return { filePath, key: key.toString('hex'), source, sourceKey: sourceKey.toString('hex') }
}
