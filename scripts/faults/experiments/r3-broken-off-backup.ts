import { readdirSync, readFileSync, rmSync } from 'node:fs'
import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { collectMisses, type Bench, type Experiment, type Outcome } from '../experiment.ts'
import { closeOffice } from '../office-ledger.ts'
import { randomOf } from '../random.ts'
import { readImage, writeImage } from '../shim/disk-image.ts'
import { cutPower, type AfterCut } from '../shim/power-cuts.ts'
import { readRecording } from '../shim/recording.ts'
import { backUp, makeKeptOffice, openKept, type KeptOffice } from '../work/backup-office.ts'
import type { BackupOrder } from '../work/backup-desk.ts'
import { ledgerWithKeys, offeredBackups } from '../work/backup-states.ts'
import { runProgram, startProgram } from '../work/start-program.ts'

const rounds = 4

/** Ends the program with kill -9 at a random moment of its backups. */
export const killedInBackup: Experiment = {
  id: 'R3',
  what: 'kill -9 during backups: what is offered is whole, what was kept stays',
  run: killAgainAndAgain,
}

/** Cuts the power at many points of making backups. */
export const powerCutInBackup: Experiment = {
  id: 'R2-backup',
  what: 'power cut at a point of making backups: drop, subset, torn',
  run: cutBackup,
}

async function killAgainAndAgain({ folder, size }: Bench): Promise<Outcome> {
  const { misses, expect } = collectMisses()
  const base = join(folder, 'base')
  const { key } = await makeKeptOffice(join(base, 'office.ledger'))
  const random = randomOf(61)
  const times = size({ fast: 4, ci: 40, release: 200 })
  let keptCount = 0
  for (let time = 0; time < times; time += 1) {
    const room = join(folder, `room-${time}`)
    writeImage(room, readImage(base))
    const office = { filePath: join(room, 'office.ledger'), key }
    const after = random.below(rounds * 2)
    const program = startProgram('backup-desk.ts', orderFor(office), {
      onAck: (_ack, count) => {
        if (count === after + 1) setTimeout(() => program.kill(), random.next() * 40)
      },
    })
    const { acks } = await program.end
    keptCount += acks.filter((ack) => ack.startsWith('kept')).length
    const wrong = await wrongAfter(office, acks)
    expect(wrong === null, `trial ${time}: ${String(wrong)}`)
    rmSync(room, { recursive: true })
  }
  return { triedCount: times, misses, note: `${keptCount} backups kept before the kills` }
}

/** Null when everything is as it must be. */
async function wrongAfter(office: KeptOffice, acks: readonly string[]): Promise<string | null> {
  try {
    const states = statesOf(acks)
    const before = await offeredBackups(office)
    const kept = keptIn(acks)
    // Three of a day are kept; the third may have made room for one that was not told any more.
    for (const name of kept.slice(-2)) if (!before.has(name)) return `${name} was kept and is not offered`
    if (before.size < Math.min(3, kept.length)) return `${before.size} of ${kept.length} are offered`
    if ([...before.values()].some((digest) => !states.includes(digest)))
      return 'a backup holds what the ledger never held'
    await ledgerWithKeys(office)
    const ledger = openKept(office)
    await backUp(ledger, office.key)
    closeOffice(ledger)
    const names = readdirSync(join(office.filePath, '..', 'backups'))
    return names.every((name) => name.endsWith('.llbak')) ? null : `left behind: ${names.join(' ')}`
  } catch (error) {
    return String(error)
  }
}

async function cutBackup({ folder, size }: Bench): Promise<Outcome> {
  const room = join(folder, 'room')
  const office = await makeKeptOffice(join(room, 'office.ledger'))
  const before = readImage(room)
  const log = join(folder, 'recording')
  const acks = await runProgram('backup-desk.ts', orderFor(office), { shim: { folder: room, log } })
  const kept = keptIn(acks)
  const known = new Map<string, Promise<ReadonlyMap<string, string>>>()
  const report = await cutPower({
    before,
    events: readRecording(log),
    after: readImage(room),
    pointCount: size({ fast: 40, ci: 500, release: 3000 }),
    seed: 67,
    stepOf: (ack) => (ack.startsWith('kept') ? kept.indexOf(ack.slice(5)) + 1 : null),
    inspect: async (cutFolder) => {
      const there = { filePath: join(cutFolder, 'office.ledger'), key: office.key }
      return stateAfterCut(there, kept, statesOf(acks), known)
    },
  })
  return {
    triedCount: report.pointCount,
    misses: report.lost,
    note: `${report.distinctCount} different disks`,
  }
}

async function stateAfterCut(
  office: KeptOffice,
  kept: readonly string[],
  states: readonly string[],
  known: Map<string, Promise<ReadonlyMap<string, string>>>,
): Promise<AfterCut> {
  const likeness = likenessOf(join(office.filePath, '..', 'backups'))
  const offered = await (known.get(likeness) ?? offeredBackups(office))
  known.set(likeness, Promise.resolve(offered))
  for (const [name, digest] of offered)
    if (digest !== states[kept.indexOf(name) + 1]) return { wrong: `${name} holds something else` }
  // Three of a day are kept: the older ones go when the next is there.
  const newest = Math.max(0, ...[...offered.keys()].map((name) => kept.indexOf(name) + 1))
  const expected = kept.slice(0, newest).slice(-3)
  if (!expected.every((name) => offered.has(name))) return { wrong: 'an older backup is lost' }
  await ledgerWithKeys(office)
  return { states: [newest] }
}

function likenessOf(folder: string): string {
  const hash = createHash('sha1')
  try {
    for (const name of readdirSync(folder).sort())
      if (name.endsWith('.llbak')) hash.update(name).update(readFileSync(join(folder, name)))
  } catch {
    // No folder yet.
  }
  return hash.digest('hex')
}

function orderFor({ filePath, key }: KeptOffice): BackupOrder {
  return { filePath, key: key.toString('hex'), rounds }
}

function keptIn(acks: readonly string[]): string[] {
  return acks.filter((ack) => ack.startsWith('kept')).map((ack) => ack.slice(5))
}

/** What the ledger held, in order: at first, and after each newcomer. */
function statesOf(acks: readonly string[]): string[] {
  return acks.filter((ack) => !ack.startsWith('kept')).map((ack) => ack.split(' ')[1] ?? '')
}
