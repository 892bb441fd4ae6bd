import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { closeOffice } from '../office-ledger.ts'
import type { Random } from '../random.ts'
import { addSomebody, makeKeptOffice, openKept } from './backup-office.ts'

const pageLength = 4096
/** Unit: bytes at the start by which a ledger is told from another one. */
const markLength = 16

/** Files that belong to others. */
export interface Strangers {
  readonly ledger: Buffer
  /** What waited beside that ledger. */
  readonly ledgerWal: Buffer
  /** The same of another program. */
  readonly database: Buffer
  readonly databaseWal: Buffer
}

/** What somebody finds where the ledger was, and what they are to be told. */
export interface StartState {
  readonly name: string
  /** Before anybody types a password; `none` when nothing shows yet. */
  readonly look: readonly string[]
  /** With the key in hand; `none` when what is there is the ledger, whole. */
  readonly open: readonly string[]
}

type Spoiling = (filePath: string, random: Random, strangers: Strangers) => StartState

const missing = ['ledgerMissing']
const damaged = ['ledgerDamaged']
const foreign = ['ledgerForeign']
const hidden = ['none']
const otherLedger = ['keysOfOtherLedger']

function replaced(name: string, bytesOf: (old: Buffer, random: Random, strangers: Strangers) => Buffer) {
  return (look: readonly string[], open: readonly string[]): Spoiling =>
    (filePath, random, strangers) => {
      writeFileSync(filePath, bytesOf(readFileSync(filePath), random, strangers))
      return { name, look, open }
    }
}

function beside(name: string, bytesOf: (random: Random, strangers: Strangers) => Buffer): Spoiling {
  return (filePath, random, strangers) => {
    writeFileSync(`${filePath}-wal`, bytesOf(random, strangers))
    // What is no WAL of this file may be passed over, if all that the ledger held is there.
    return { name, look: hidden, open: ['ledgerDamaged', 'none'] }
  }
}

/** Every kind of state; where and how much is damaged is random. */
export const startStates: readonly Spoiling[] = [
  (filePath) => {
    rmSync(filePath)
    return { name: 'missing', look: missing, open: missing }
  },
  (filePath, _random, { ledgerWal }) => {
    rmSync(filePath)
    writeFileSync(`${filePath}-wal`, ledgerWal)
    return { name: 'missing beside a WAL', look: missing, open: missing }
  },
  (filePath) => {
    rmSync(filePath)
    mkdirSync(filePath)
    return { name: 'a folder', look: foreign, open: foreign }
  },
  replaced('empty', () => Buffer.alloc(0))(damaged, damaged),
  cutShort,
  oneBitTurned,
  onePageOverwritten,
  replaced('zeros', (old) => Buffer.alloc(old.length))(damaged, damaged),
  replaced('zeros from a page on', (old, random) => {
    const from = somePage(old, random)
    return Buffer.concat([old.subarray(0, from), Buffer.alloc(old.length - from)])
  })(hidden, damaged),
  replaced('a page in the place of another', (old, random) => {
    const bytes = Buffer.from(old)
    const [from, to] = [somePage(old, random), somePage(old, random)]
    // The same page twice would be no damage.
    old.copy(
      bytes,
      from === to ? (to === pageLength ? from + pageLength : pageLength) : to,
      from,
      from + pageLength,
    )
    return bytes
  })(hidden, damaged),
  replaced('random bytes', (old, random) => noise(old.length, random))(otherLedger, damaged),
  replaced('a text', () => Buffer.from('No ledger, but a text. '.repeat(500)))(foreign, foreign),
  replaced('a picture', (_old, random) =>
    Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), noise(9000, random)]),
  )(foreign, foreign),
  replaced('a database of another program', (_old, _random, { database }) => database)(foreign, foreign),
  replaced('the ledger of another office', (_old, _random, { ledger }) => ledger)(otherLedger, damaged),
  beside('a WAL of another ledger', (_random, { ledgerWal }) => ledgerWal),
  beside('a WAL of another program', (_random, { databaseWal }) => databaseWal),
  beside('a WAL of random bytes', (random) => noise(1 + random.below(60_000), random)),
  beside('a WAL cut short', (random, { ledgerWal }) => ledgerWal.subarray(0, random.below(ledgerWal.length))),
  beside('a WAL of zeros', (random) => Buffer.alloc(random.below(60_000))),
]

function cutShort(filePath: string, random: Random): StartState {
  const old = readFileSync(filePath)
  const length = 1 + random.below(random.chance(0.3) ? 2 * pageLength : old.length - 1)
  writeFileSync(filePath, old.subarray(0, length))
  // A handful of bytes may look like a text.
  const short = length < 100 ? ['ledgerDamaged', 'ledgerForeign'] : damaged
  return length < pageLength
    ? { name: `cut to ${length} bytes`, look: short, open: short }
    : { name: `cut to ${length} of ${old.length} bytes`, look: hidden, open: damaged }
}

function oneBitTurned(filePath: string, random: Random): StartState {
  const bytes = readFileSync(filePath)
  const at = random.chance(0.2) ? random.below(200) : random.below(bytes.length)
  bytes[at] = (bytes[at] ?? 0) ^ (1 << random.below(8))
  writeFileSync(filePath, bytes)
  return { name: `a bit of byte ${at} turned`, look: at < markLength ? otherLedger : hidden, open: damaged }
}

function onePageOverwritten(filePath: string, random: Random): StartState {
  const bytes = readFileSync(filePath)
  const page = random.below(bytes.length / pageLength)
  const from = page === 0 ? markLength : page * pageLength
  noise((page + 1) * pageLength - from, random).copy(bytes, from)
  writeFileSync(filePath, bytes)
  return { name: `page ${page} overwritten`, look: hidden, open: damaged }
}

/** The start of some page but the first. */
function somePage(bytes: Buffer, random: Random): number {
  return pageLength * (1 + random.below(bytes.length / pageLength - 1))
}

function noise(length: number, random: Random): Buffer {
  return Buffer.from(Array.from({ length }, () => random.below(256)))
}

/** Makes what others could have left, in a folder of its own. */
export async function makeStrangers(folder: string): Promise<Strangers> {
  const office = await makeKeptOffice(join(folder, 'other.ledger'), 131)
  const opened = openKept(office)
  for (let index = 0; index < 4; index += 1) await addSomebody(opened, index)
  const ledgerWal = readFileSync(`${office.filePath}-wal`)
  closeOffice(opened)
  const path = join(folder, 'chat.db')
  const raw = new Database(path)
  raw.exec('PRAGMA journal_mode = WAL; CREATE TABLE chat (message TEXT); PRAGMA user_version = 1')
  raw.exec(`INSERT INTO chat VALUES ('hello')`)
  const databaseWal = readFileSync(`${path}-wal`)
  raw.close()
  return { ledger: readFileSync(office.filePath), ledgerWal, database: readFileSync(path), databaseWal }
}
