import { copyFileSync, mkdirSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { firstSlots } from '../../../db/unlocking/set-up-ledger.ts'
import { writeKeySlots } from '../../../db/key/key-file.ts'
import { sampleCommittee } from '../../seed/sample-committee.ts'
import { ledgerFileIn, openAfterwards } from '../app/app-office.ts'
import { collectMisses, type Bench, type Experiment } from '../experiment.ts'
import { closeOffice, firstDirector, officeKey, openOfficeAsItIs } from '../office-ledger.ts'
import { faultsOf } from '../oracle/soundness.ts'
import { wholeDigest } from '../oracle/table-digests.ts'
import { randomOf, type Random } from '../random.ts'
import { releasedVersions } from '../released/released-ledgers.ts'
import { differingPaths, readImage } from '../shim/disk-image.ts'
import { calls, makeControlFile, readCounts, setFault } from '../shim/fault-control.ts'
import { readRecording } from '../shim/recording.ts'
import { makeKeptOffice } from '../work/backup-office.ts'
import { runProgram, startProgram } from '../work/start-program.ts'
import { upgradeCase, type UpgradeCase } from '../work/upgrade-case.ts'

type Expect = (holds: boolean, sentence: string) => void

/** What the second account is told at each of its tries; a ledger that is free would answer otherwise. */
const expectedAnswers = [
  'start\tledgerLocked',
  'signing in\tledgerLocked',
  'retrying\tledgerLocked',
  'opening it\tledgerLocked',
  'setting up in its folder\tledgerExists',
  'giving it a key\tledgerNotOpen',
  'restoring over it\tnotAllowed',
  'starting over\tnotFound',
  'ended',
]
const changes = calls.write + calls.sync + calls.openForWriting + calls.truncate + calls.name
const peopleCount = 600

/** While one account works with a ledger, another one writes nothing to it and is told why. */
export const secondAccount: Experiment = {
  id: 'O1-account',
  what: 'another account starts on a ledger that is saved to, halted in a backup, halted in a migration; two at once',
  run: async (bench) => {
    const { misses, expect } = collectMisses()
    const random = randomOf(71)
    const times = bench.size({ fast: 1, ci: 3, release: 15 })
    const upgrade = upgradeCase(bench.folder, releasedVersions.at(-1) ?? 1, peopleCount)
    let savedCount = 0
    for (let time = 0; time < times; time += 1) {
      savedCount += await whileSaving(room(bench, `saving-${time}`), expect)
      await whileBackingUp(room(bench, `backup-${time}`), random, expect)
      await whileMigrating(room(bench, `migration-${time}`), upgrade, random, expect)
      await bothAtOnce(room(bench, `race-${time}`), expect)
    }
    return { triedCount: times * 4, misses, note: `${savedCount} people saved meanwhile` }
  },
}

function room({ folder }: Bench, name: string): string {
  const made = join(folder, name)
  mkdirSync(made)
  return made
}

/** Answers how many people the first account saved while the second tried. */
async function whileSaving(folder: string, expect: Expect): Promise<number> {
  const ledgerFile = ledgerFileIn(join(folder, 'user'))
  let second: Promise<void> | undefined
  const first = startProgram(
    'app-closing.ts',
    { folder },
    {
      onAck: (ack) => {
        if (ack !== 'ready') return
        second = trySecond(folder, ledgerFile, 'while saving', expect).finally(() => first.signal('SIGUSR2'))
      },
    },
  )
  const { acks, errorText } = await first.end
  await second
  expect(
    acks.some((ack) => ack.startsWith('ended')),
    `while saving: the first account is gone: ${errorText}`,
  )
  for (const ack of acks.filter((one) => one.startsWith('refused'))) expect(false, `while saving: ${ack}`)
  const saved = acks.flatMap((ack) => (ack.startsWith('saved') ? [Number(ack.split(' ')[1])] : []))
  const { ledger } = await openAfterwards(join(folder, 'user'))
  const there = new Set(ledger.raw.prepare<[], number>('SELECT id FROM resident').pluck().all())
  for (const fault of faultsOf(ledger.raw)) expect(false, `while saving: ${fault}`)
  closeOffice(ledger)
  const lost = saved.filter((id) => !there.has(id)).length
  expect(saved.length > 0 && lost === 0, `while saving: ${lost} of ${saved.length} saved people are lost`)
  rmSync(folder, { recursive: true })
  return saved.length
}

async function whileBackingUp(folder: string, random: Random, expect: Expect): Promise<void> {
  const ledgerFile = ledgerFileIn(join(folder, 'user'))
  mkdirSync(dirname(ledgerFile), { recursive: true })
  const control = join(folder, 'control')
  makeControlFile(control)
  const first = startProgram(
    'app-backing-up.ts',
    { folder },
    {
      shim: { folder: dirname(ledgerFile), control },
      onAck: (ack) => {
        if (ack !== 'ready') return
        setFault(control, { calls: changes, error: 'stops', failAt: 1 + random.below(40), isSticky: false })
        first.signal('SIGUSR2')
      },
    },
  )
  await tryWhileHalted(folder, ledgerFile, control, 'in a backup', expect)
  first.signal('SIGCONT')
  const { acks, errorText } = await first.end
  expect(
    acks.some((ack) => ack.startsWith('backed up')),
    `in a backup: it is never made: ${errorText}`,
  )
  rmSync(folder, { recursive: true })
}

async function whileMigrating(
  folder: string,
  upgrade: UpgradeCase,
  random: Random,
  expect: Expect,
): Promise<void> {
  const ledgerFile = join(folder, 'ledger', 'linli-ledger.db')
  mkdirSync(dirname(ledgerFile))
  copyFileSync(upgrade.seedFile, ledgerFile)
  const account = { committee: sampleCommittee, isSample: false, director: firstDirector, staffId: 1 }
  await writeKeySlots(ledgerFile, (await firstSlots(ledgerFile, officeKey, account)).slots)
  const control = join(folder, 'control')
  makeControlFile(control)
  // Before them the ledger is copied, which takes some ninety calls.
  setFault(control, { calls: changes, error: 'stops', failAt: 20 + random.below(150), isSticky: false })
  const order = { filePath: ledgerFile, fromVersion: upgrade.version, next: upgrade.next }
  const first = startProgram('upgrade.ts', order, { shim: { folder: dirname(ledgerFile), control } })
  await tryWhileHalted(folder, ledgerFile, control, 'in a migration', expect)
  first.signal('SIGCONT')
  const { acks, errorText } = await first.end
  expect(acks.includes('migrated'), `in a migration: it never ends: ${errorText}`)
  const raw = openOfficeAsItIs(ledgerFile)
  expect(wholeDigest(raw) === upgrade.newDigest, 'in a migration: it leaves another ledger')
  raw.close()
  rmSync(folder, { recursive: true })
}

/** Nothing of the folder changes while its owner is halted, so that every byte of it can be compared. */
async function tryWhileHalted(
  folder: string,
  ledgerFile: string,
  control: string,
  where: string,
  expect: Expect,
): Promise<void> {
  for (let tries = 0; readCounts(control).failedCount === 0; tries += 1) {
    if (tries > 2000) throw new Error(`${where}: the first account never came so far`)
    await pause(10)
  }
  await pause(50)
  const before = readImage(dirname(ledgerFile))
  await trySecond(folder, ledgerFile, where, expect)
  const changed = differingPaths(before, readImage(dirname(ledgerFile)))
  expect(changed.length === 0, `${where}: ${changed.join(' ')} changed under its owner`)
}

async function trySecond(folder: string, ledgerFile: string, where: string, expect: Expect): Promise<void> {
  const log = join(folder, 'log')
  const order = { folder: join(folder, 'other'), ledgerFile }
  mkdirSync(join(order.folder, 'user'), { recursive: true })
  const answers = await runProgram('app-second.ts', order, { shim: { folder: dirname(ledgerFile), log } })
  for (const [index, expected] of expectedAnswers.entries())
    expect(answers[index] === expected, `${where}: ${answers[index] ?? 'nothing'} instead of ${expected}`)
  for (const event of readRecording(log))
    if (event.kind !== 'ack') expect(false, `${where}: the second account did ${event.kind} at ${event.path}`)
}

async function bothAtOnce(folder: string, expect: Expect): Promise<void> {
  const ledgerFile = join(folder, 'ledger', 'linli-ledger.db')
  await makeKeptOffice(ledgerFile)
  let ackCount = 0
  const programs = ['one', 'other'].map((name) => {
    const own = join(folder, name)
    mkdirSync(join(own, 'user'), { recursive: true })
    // Both are ready, later both have their answer.
    const onAck = () => {
      ackCount += 1
      if (ackCount % 2 === 0) for (const program of programs) program.signal('SIGUSR2')
    }
    return startProgram('app-racing.ts', { folder: own, ledgerFile }, { onAck })
  })
  const answers = (await Promise.all(programs.map(({ end }) => end))).map(({ acks }) => acks[1] ?? 'nothing')
  const outcome = answers.sort().join(' and ')
  const expected = ['ledgerLocked', 'recoveryCode'].join(' and ')
  expect(outcome === expected, `both at once: ${outcome} instead of ${expected}`)
  rmSync(folder, { recursive: true })
}
