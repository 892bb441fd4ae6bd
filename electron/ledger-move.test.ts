import { spawn } from 'node:child_process'
import { copyFileSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { beforeEach, describe, expect, test } from 'vitest'
import { aLedgerFolder, openTestLedger } from '../db/testing/ledger-fixture.ts'
import { keyFileOf } from '../db/key/key-file.ts'
import { closeLedger } from '../db/ledger.ts'
import { FailureError } from '../domain/failure.ts'
import { moveLedger } from './ledger-move.ts'
import { readPlaceFile, writePlaceFile } from './place-file.ts'
import { plainDoor } from './testing/plain-door.ts'

const committeeName = '幸福里社区居民委员会'
const keptName = '搬走前的台账-2026-11-25.db'

let from: string
let home: string
let folder: string
let placeFile: string
let door: ReturnType<typeof plainDoor>

beforeEach(async () => {
  const ledger = openTestLedger()
  closeLedger(ledger)
  from = ledger.filePath
  writeFileSync(keyFileOf(from), 'keys')
  home = aLedgerFolder()
  folder = join(home, '新 文件夹😀')
  mkdirSync(folder)
  placeFile = join(home, 'state', 'place.json')
  await writePlaceFile(placeFile, from)
  door = plainDoor()
  await door.ask('resume', { filePath: from })
})

interface Turns {
  readonly folder?: string
  readonly keptName?: string
  readonly placeFile?: string
  readonly onProgress?: (doneCount: number, totalCount: number) => void
  readonly signal?: AbortSignal
}

function move(turns: Turns = {}) {
  const placed = turns.placeFile ?? placeFile
  return moveLedger({
    from,
    folder: turns.folder ?? folder,
    keptName: turns.keptName ?? keptName,
    door,
    readPlace: () => readPlaceFile(placed),
    writePlace: (ledgerFile) => writePlaceFile(placed, ledgerFile),
    onProgress: turns.onProgress ?? (() => undefined),
    signal: turns.signal ?? new AbortController().signal,
  })
}

async function failureOf(turns: Turns): Promise<string> {
  try {
    await move(turns)
  } catch (error) {
    return error instanceof FailureError ? error.failure.code : String(error)
  }
  return 'none'
}

async function committeeIn(filePath: string): Promise<unknown> {
  const reply = await door.ask('resume', { filePath })
  if (!reply.ok) return reply.failure.code
  const name: unknown = door.ledger()?.raw.prepare('SELECT committeeName FROM committee').pluck().get()
  await door.ask('pause', {})
  return name
}

const placeIs = async (ledgerFile: string) =>
  expect(await readPlaceFile(placeFile)).toEqual({ kind: 'known', ledgerFile, isFromCopy: false })

describe('moving a ledger', () => {
  test('opens the copy, remembers it and keeps the old file under another name', async () => {
    const before = await committeeIn(from)
    await door.ask('resume', { filePath: from })
    const moved = await move()
    expect(moved).toEqual({
      ledgerFile: join(folder, '台账.ledger'),
      keptFile: join(dirname(from), keptName),
    })
    expect(door.ledger()?.filePath).toBe(moved.ledgerFile)
    await placeIs(moved.ledgerFile)
    expect(readFileSync(`${placeFile}.prev`, 'utf8')).not.toContain(from)
    expect(before).toBe(committeeName)
    expect(await committeeIn(moved.ledgerFile)).toBe(committeeName)
    expect(await committeeIn(moved.keptFile)).toBe(committeeName)
    expect(readdirSync(dirname(from))).toEqual([keptName, `${keptName}.keys`])
    expect(readdirSync(folder)).toEqual(['台账.ledger', '台账.ledger.keys'])
    expect(readFileSync(keyFileOf(moved.ledgerFile), 'utf8')).toBe('keys')
  })

  test('takes along what was saved a moment ago', async () => {
    door.ledger()?.raw.exec(`UPDATE committee SET committeeName = '刚改的名字'`)
    const { ledgerFile } = await move()
    expect(await committeeIn(ledgerFile)).toBe('刚改的名字')
  })

  test('never takes a name that is in use for the old file', async () => {
    writeFileSync(join(dirname(from), keptName), 'mine')
    const { keptFile } = await move()
    expect(keptFile).toBe(join(dirname(from), '搬走前的台账-2026-11-25-2.db'))
    expect(readFileSync(join(dirname(from), keptName), 'utf8')).toBe('mine')
  })

  test('is done even when the old file can’t be renamed, and says the name it has', async () => {
    const { keptFile } = await move({ keptName: join('no', 'such', 'folder.db') })
    expect(keptFile).toBe(from)
    await placeIs(join(folder, '台账.ledger'))
  })

  test.each([
    ['Chinese and emoji', ['社区 台账', '幸福里😀']],
    ['accents in two spellings', ['caf\u00e9', 'cafe\u0301']],
    ['a dot at the end', ['台账.']],
    ['84 Han characters', ['深'.repeat(84)]],
    ['a path of 240 characters', ['a'.repeat(100), 'b'.repeat(100)]],
  ])('works with %s in the path', async (_name, parts) => {
    const target = join(home, ...parts)
    mkdirSync(target, { recursive: true })
    const { ledgerFile } = await move({ folder: target })
    expect(await committeeIn(ledgerFile)).toBe(committeeName)
  })

  test('works on the longest path that is admitted', async () => {
    // 511 bytes is SQLite's limit; the longest name beside the ledger must fit.
    const room = 511 - Buffer.byteLength('/backups/台账.ledger-v9999-20261231235959.part-journal')
    const middle = join(home, 'm'.repeat(200))
    const target = join(middle, 'e'.repeat(room - Buffer.byteLength(middle) - 1))
    expect(Buffer.byteLength(target)).toBe(room)
    mkdirSync(join(target, 'backups'), { recursive: true })
    const { ledgerFile } = await move({ folder: target })
    const copy = join(target, 'backups', '台账.ledger-v9999-20261231235959.part')
    copyFileSync(ledgerFile, copy)
    expect(await committeeIn(copy)).toBe(committeeName)
    // A little longer and SQLite itself refuses: the limit is where it should be.
    const tooLong = join(middle, `${'e'.repeat(room - Buffer.byteLength(middle) - 1)}${'x'.repeat(9)}`)
    mkdirSync(join(tooLong, 'backups'), { recursive: true })
    const longCopy = join(tooLong, 'backups', '台账.ledger-v9999-20261231235959.part')
    await door.ask('pause', {})
    copyFileSync(ledgerFile, longCopy)
    expect(await committeeIn(longCopy)).toBe('ledgerReadOnly')
  })
})

describe('a move that fails', () => {
  const readOnlyPlace = '/sys/kernel/place.json'
  const stopped = () => {
    const controller = new AbortController()
    controller.abort()
    return controller.signal
  }

  test.each<readonly [string, () => Turns, string]>([
    ['into the folder it is in', () => ({ folder: dirname(from) }), 'folderUnchanged'],
    ['into a folder that is gone', () => ({ folder: join(home, 'gone') }), 'folderUnusable'],
    ['onto a file', () => ({ folder: placeFile }), 'folderUnusable'],
    ['when it is stopped', () => ({ signal: stopped() }), 'cancelled'],
    ['when the place can’t be written', () => ({ placeFile: readOnlyPlace }), 'stateFileBlocked'],
  ])('%s leaves everything as it was', async (_name, turns, code) => {
    const bytes = readFileSync(from)
    expect(await failureOf(turns())).toBe(code)
    await door.ask('pause', {})
    expect(readFileSync(from).equals(bytes)).toBe(true)
    expect(readdirSync(dirname(from))).toEqual(['台账.ledger', '台账.ledger.keys'])
    expect(readdirSync(folder)).toEqual([])
    await placeIs(from)
    expect(await committeeIn(from)).toBe(committeeName)
  })

  test('where another ledger lies touches neither', async () => {
    const there = join(folder, '台账.ledger')
    writeFileSync(there, 'another ledger')
    expect(await failureOf({})).toBe('ledgerExists')
    expect(readFileSync(there, 'utf8')).toBe('another ledger')
    await placeIs(from)
  })

  test('because the copy does not open is taken back, and the old ledger is not given up', async () => {
    await door.ask('pause', {})
    const bytes = readFileSync(from)
    // The door is closed, so it is a damaged file that is moved.
    writeFileSync(from, Buffer.from(bytes).fill(0x5a, 4096, 40_960))
    expect(await failureOf({})).toBe('ledgerDamaged')
    expect(readdirSync(folder)).toEqual([])
    expect(readdirSync(dirname(from))).toEqual(['台账.ledger', '台账.ledger.keys'])
    await placeIs(from)
  })
})

test('killed at any moment of a move, the ledger that is remembered is whole', async () => {
  await door.ask('pause', {})
  const one = dirname(from)
  let movedCount = 0
  for (let round = 0; round < 12; round += 1) {
    movedCount += await moveUntilKilled([placeFile, one, folder], 10 + ((round * 7919) % 150))
    const place = await readPlaceFile(placeFile)
    expect(place.kind).toBe('known')
    const ledgerFile = place.kind === 'known' ? place.ledgerFile : ''
    expect(await committeeIn(ledgerFile)).toBe(committeeName)
    expect(readFileSync(keyFileOf(ledgerFile), 'utf8')).toBe('keys')
    clearAway(ledgerFile, one)
    clearAway(ledgerFile, folder)
  }
  expect(movedCount).toBeGreaterThan(12)
}, 120_000)

/** What a kill leaves beside the ledger would rightly refuse the next move. */
function clearAway(ledgerFile: string, place: string): void {
  for (const name of readdirSync(place)) {
    const isKept = [ledgerFile, keyFileOf(ledgerFile)].includes(join(place, name))
    if (!isKept) rmSync(join(place, name))
  }
}

/** Answers how many moves were finished. */
async function moveUntilKilled(args: readonly string[], afterMs: number): Promise<number> {
  const script = join(import.meta.dirname, 'testing', 'ledger-mover.ts')
  const mover = spawn(process.execPath, [script, ...args], { stdio: ['ignore', 'pipe', 'inherit'] })
  let said = ''
  const ended = new Promise((resolve) => mover.on('close', resolve))
  await Promise.race([
    ended,
    new Promise<void>((resolve) => {
      mover.stdout.on('data', (bytes: Buffer) => {
        said += bytes.toString()
        resolve()
      })
    }),
  ])
  await pause(afterMs)
  mover.kill('SIGKILL')
  await ended
  return said.split('\n').length - 1
}
