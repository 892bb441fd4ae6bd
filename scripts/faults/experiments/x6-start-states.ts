import { mkdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { backupFolderOf, listBackups } from '../../../db/backup/backup-folder.ts'
import { readKeySlotsOfClosed } from '../../../db/key/key-file.ts'
import { refuseHeldLedger } from '../../../db/ledger-file.ts'
import { writePlaceFile } from '../../../electron/place-file.ts'
import { ledgerFileIn } from '../app/app-office.ts'
import { collectMisses, type Bench, type Experiment, type Outcome } from '../experiment.ts'
import { clockOn, closeOffice, firstDirector, foundOffice, openOffice } from '../office-ledger.ts'
import { codeOfFailing, codeOfRejection } from '../oracle/failure-code.ts'
import { randomOf, type Random } from '../random.ts'
import { differingPaths, readImage, writeImage } from '../shim/disk-image.ts'
import type { DiskImage } from '../shim/recorded-disk.ts'
import type { TroubleReport } from '../work/app-trouble.ts'
import {
  addSomebody,
  backUp,
  contentOf,
  makeKeptOffice,
  openKept,
  type KeptOffice,
} from '../work/backup-office.ts'
import { makeStrangers, startStates, type StartState } from '../work/start-states.ts'
import { runProgram } from '../work/start-program.ts'

const backupCount = 2
/** What else the machine does meanwhile is no figure of ours: one start in four tells. Unit: milliseconds. */
const slowestMs = 5000
/** Longer than any other work makes a start, and shorter than one that waits for something. */
const hangingMs = 30_000

/** Whatever lies where the ledger was: it is said to be, no byte changes, and no empty ledger comes into being. */
export const startStatesOpened: Experiment = {
  id: 'X6-open',
  what: 'ledger missing, empty, cut, foreign, damaged anywhere, beside a strange WAL: opened',
  run: (bench) => tryStates(bench, { fast: 40, ci: 400, release: 6000 }, openThere),
}

/** The same at the start of the built app: the page of what is wrong, with the backups that can be restored. */
export const startStatesInTheApp: Experiment = {
  id: 'X6-app',
  what: 'the same at a start of the app: the right page, with every backup',
  run: (bench) => tryStates(bench, { fast: 3, ci: 20, release: 200 }, startThere),
}

/** What is there before anything is spoilt. */
interface Scene {
  readonly userData: string
  readonly office: KeptOffice
  readonly base: DiskImage
  readonly content: string
}

/** What somebody was told. */
interface Told {
  readonly look: string
  readonly open: string
  readonly backups: number
  readonly tookMs: number
}

type Attempt = (scene: Scene, state: StartState, expect: Expect) => Promise<Told>
type Expect = (holds: boolean, sentence: string) => void

async function tryStates(
  { folder, size }: Bench,
  sizes: Parameters<Bench['size']>[0],
  attempt: Attempt,
): Promise<Outcome> {
  const { misses, expect } = collectMisses()
  const scene = await aScene(join(folder, 'user'))
  const strangers = await makeStrangers(join(folder, 'others'))
  const random = randomOf(137)
  const order = inRandomOrder(random)
  const times: number[] = []
  let openedCount = 0
  const rounds = size(sizes)
  for (let round = 0; round < rounds; round += 1) {
    const spoil = order(round)
    const told = await tryOne(scene, (filePath) => spoil(filePath, random, strangers), attempt, expect)
    if (told.open === 'none') openedCount += 1
    times.push(told.tookMs)
  }
  times.sort((one, other) => one - other)
  const usual = times[Math.floor(times.length / 4)] ?? Infinity
  const longest = times.at(-1) ?? Infinity
  expect(usual < slowestMs, `it takes ${usual.toFixed(0)} ms`)
  expect(longest < hangingMs, `once it takes ${longest.toFixed(0)} ms`)
  expect(openedCount < rounds / 2, `${openedCount} of ${rounds} were opened, so that little was proved`)
  return { triedCount: rounds, misses, note: `${openedCount} whole, in ${usual.toFixed(0)} ms` }
}

async function tryOne(
  scene: Scene,
  spoil: (filePath: string) => StartState,
  attempt: Attempt,
  expectThat: Expect,
): Promise<Told> {
  const { userData, office, base, content } = scene
  writeImage(userData, base)
  const state = spoil(office.filePath)
  const expect: Expect = (holds, sentence) => expectThat(holds, `${state.name}: ${sentence}`)
  const room = dirname(office.filePath)
  const before = readImage(room)
  const told = await attempt(scene, state, expect)
  expect(state.look.includes(told.look), `at the first look: ${told.look}`)
  expect(state.open.includes(told.open), `opened: ${told.open}`)
  if (told.open === 'none') {
    expect(contentIfAny(office) === content, 'it opens, and something else is in it')
  } else {
    const changed = differingPaths(before, readImage(room))
    expect(changed.length === 0, `changed: ${changed.join(' ')}`)
    expect(told.backups === backupCount, `${told.backups} of ${backupCount} backups are offered`)
  }
  return told
}

function contentIfAny(office: KeptOffice): string {
  try {
    return contentOf(office)
  } catch (error) {
    return String(error)
  }
}

/** By the functions that the app calls. */
async function openThere({ office }: Scene, state: StartState, expect: Expect): Promise<Told> {
  const { filePath, key } = office
  const startedAt = performance.now()
  let look = await codeOfRejection(() => readKeySlotsOfClosed(filePath))
  if (look === 'none') look = codeOfFailing(() => refuseHeldLedger(filePath))
  const open = codeOfFailing(() => closeOffice(openOffice(filePath, clockOn(), key)))
  if (!state.look.includes('ledgerMissing') || state.name.includes('WAL')) {
    const founding = await codeOfRejection(() => foundOffice(filePath))
    expect(founding === 'ledgerExists', `a new ledger in its place: ${founding}`)
  }
  const backups = listBackups(backupFolderOf(filePath)).length
  return { look, open, backups, tookMs: performance.now() - startedAt }
}

async function startThere({ userData }: Scene): Promise<Told> {
  const [ack = '{}'] = await runProgram('app-trouble.ts', { userData, password: firstDirector.password })
  // Written by app-trouble.ts alone.
  const { look = '', open = '', backups = 0, tookMs = Infinity } = JSON.parse(ack) as Partial<TroubleReport>
  // The page that says more once the key is there never says less before.
  return { look, open: look === 'keysOfOtherLedger' ? 'ledgerDamaged' : open, backups, tookMs }
}

async function aScene(userData: string): Promise<Scene> {
  mkdirSync(userData, { recursive: true })
  const filePath = ledgerFileIn(userData)
  const office = await makeKeptOffice(filePath)
  await writePlaceFile(join(userData, 'place.json'), filePath)
  const ledger = openKept(office)
  for (let index = 0; index < backupCount; index += 1) {
    await addSomebody(ledger, index)
    await backUp(ledger, office.key)
  }
  closeOffice(ledger)
  return { userData, office, base: readImage(userData), content: contentOf(office) }
}

/** Every kind once, in a random order, then again. */
function inRandomOrder(random: Random) {
  const kinds = [...startStates]
  for (let at = kinds.length - 1; at > 0; at -= 1) {
    const other = random.below(at + 1)
    const [one, two] = [kinds[at], kinds[other]]
    if (one !== undefined && two !== undefined) [kinds[at], kinds[other]] = [two, one]
  }
  return (round: number): (typeof startStates)[number] => {
    const spoil = kinds[round % kinds.length]
    if (spoil === undefined) throw new Error('there are no states to try')
    return spoil
  }
}
