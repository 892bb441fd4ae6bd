import { copyFileSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { keyFileOf, readKeySlots, readKeySlotsOfClosed } from '../../../db/key/key-file.ts'
import { readPlaceFile } from '../../../electron/place-file.ts'
import { collectMisses, type Bench, type Experiment, type Outcome } from '../experiment.ts'
import { codeOfRejection } from '../oracle/failure-code.ts'
import { randomOf } from '../random.ts'
import { readImage } from '../shim/disk-image.ts'
import { cutPower, type AfterCut } from '../shim/power-cuts.ts'
import { readRecording } from '../shim/recording.ts'
import { makeKeptOffice } from '../work/backup-office.ts'
import { nameOfRound } from '../work/round-name.ts'
import type { SmallFileOrder } from '../work/small-file-desk.ts'
import { runProgram, startProgram } from '../work/start-program.ts'

const rounds = 6

/** Key slots and place of the ledger under power cuts and kills. */
export const brokenOffSmallFiles: Experiment = {
  id: 'R6-writing',
  what: 'power cut and kill -9 while key slots and place are written',
  run: async (bench) => {
    const room = await aRoom(bench.folder)
    const cuts = await cutWriting(bench, room)
    const kills = await killWriting(bench, room)
    return {
      triedCount: cuts.triedCount + kills.triedCount,
      misses: [...cuts.misses, ...kills.misses],
      note: `${cuts.note ?? ''}, ${kills.triedCount} kills`,
    }
  },
}

/** Key slots that lie there damaged: the copy answers, or it is said that they are damaged. */
export const damagedKeySlots: Experiment = {
  id: 'X1-keys',
  what: 'key slots cut at every byte, one bit turned in every byte, filled with zeros',
  run: damageKeySlots,
}

function orderFor(room: string): SmallFileOrder {
  return { ledgerFile: join(room, 'office.ledger'), placeFile: join(room, 'place.json'), rounds }
}

async function aRoom(folder: string): Promise<string> {
  const room = join(folder, 'room')
  await makeKeptOffice(join(room, 'office.ledger'))
  return room
}

async function cutWriting({ folder, size }: Bench, room: string): Promise<Outcome> {
  const before = readImage(room)
  const log = join(folder, 'recording')
  await runProgram('small-file-desk.ts', orderFor(room), { shim: { folder: room, log } })
  const report = await cutPower({
    before,
    events: readRecording(log),
    after: readImage(room),
    pointCount: size({ fast: 60, ci: 600, release: 3000 }),
    seed: 79,
    stepOf: Number,
    inspect: roundIn,
  })
  return {
    triedCount: report.pointCount,
    misses: report.lost,
    note: `${report.distinctCount} different disks`,
  }
}

/** The slots are written before the place, each whole; the round under way may be in the slots only. */
async function roundIn(room: string): Promise<AfterCut> {
  const { ledgerFile, placeFile } = orderFor(room)
  const { slots } = await readKeySlotsOfClosed(ledgerFile)
  const place = await readPlaceFile(placeFile)
  const inSlots = roundNamed(slots.committeeName)
  const inPlace = place.kind === 'none' ? 0 : place.kind === 'known' ? roundNamed(place.ledgerFile) : null
  if (inPlace === null) return { wrong: 'the place is damaged' }
  if (inSlots !== inPlace && inSlots !== inPlace + 1)
    return { wrong: `the slots are of round ${inSlots}, the place of ${inPlace}` }
  return { states: [inPlace] }
}

function roundNamed(name: string): number {
  return (
    Array.from({ length: rounds + 1 }, (_, round) => round).find((round) => nameOfRound(round) === name) ?? 0
  )
}

async function killWriting({ size }: Bench, room: string): Promise<Outcome> {
  const { misses, expect } = collectMisses()
  const random = randomOf(83)
  const times = size({ fast: 3, ci: 40, release: 300 })
  for (let time = 0; time < times; time += 1) {
    rmSync(join(room, 'place.json'), { force: true })
    rmSync(join(room, 'place.json.prev'), { force: true })
    const after = random.below(rounds - 1) + 1
    const program = startProgram('small-file-desk.ts', orderFor(room), {
      onAck: (_ack, count) => {
        if (count === after) setTimeout(() => program.kill(), random.next() * 4)
      },
    })
    const done = (await program.end).acks.length
    const found = await roundIn(room)
    const isRight = 'states' in found && found.states.some((round) => round === done || round === done + 1)
    expect(isRight, `kill ${time}: after round ${done} ${JSON.stringify(found)}`)
  }
  return { triedCount: times, misses }
}

async function damageKeySlots({ folder, size }: Bench): Promise<Outcome> {
  const { misses, expect } = collectMisses()
  const room = await aRoom(folder)
  const { ledgerFile } = orderFor(room)
  const file = keyFileOf(ledgerFile)
  const whole = readFileSync(file)
  let triedCount = 0
  const attempt = async (what: string, bytes: Buffer) => {
    triedCount += 1
    writeFileSync(file, bytes)
    copyFileSync(file, `${file}.prev`)
    const both = await codeOfRejection(() => readKeySlots(ledgerFile))
    expect(both === 'keysDamaged', `${what}, and so its copy: ${both}`)
    writeFileSync(`${file}.prev`, whole)
    const { isFromPrevious } = await readKeySlots(ledgerFile)
    expect(isFromPrevious, `${what}: nobody hears that the copy answers`)
  }
  const step = size({ fast: 5, ci: 1, release: 1 })
  for (let length = 0; length < whole.length; length += step)
    await attempt(`cut to ${length} bytes`, whole.subarray(0, length))
  for (let at = 0; at < whole.length; at += step) {
    const spoilt = Buffer.from(whole)
    spoilt[at] = (spoilt[at] ?? 0) ^ (1 << (at % 8))
    await attempt(`byte ${at} altered`, spoilt)
  }
  await attempt('zeros', Buffer.alloc(whole.length))
  await attempt('half zeros', Buffer.concat([whole.subarray(0, 100), Buffer.alloc(whole.length - 100)]))
  rmSync(file)
  expect((await readKeySlots(ledgerFile)).isFromPrevious, 'without its file the copy does not answer')
  rmSync(`${file}.prev`)
  const missing = await codeOfRejection(() => readKeySlots(ledgerFile))
  expect(missing === 'keysMissing', `without both: ${missing}`)
  mkdirSync(file)
  const folderThere = await codeOfRejection(() => readKeySlots(ledgerFile))
  expect(folderThere === 'keysDamaged', `a folder of that name: ${folderThere}`)
  expect(existsSync(ledgerFile), 'the ledger is gone')
  return { triedCount: triedCount + 3, misses }
}
