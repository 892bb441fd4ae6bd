import Database from 'better-sqlite3'
import { calendarDateSchema } from '../../domain/calendar-date.ts'
import type { Clock } from '../../domain/clock.ts'
import type { Actor } from '../../domain/staff.ts'
import { failureOfLedgerError } from '../../db/constraint-failure.ts'
import { connectLedgerFile } from '../../db/ledger-connection.ts'
import { giveKey, toLedgerKey } from '../../db/key/ledger-key.ts'
import { inspectLedgerFile, markOfLedgerFile } from '../../db/ledger-file.ts'
import { makePartialLedger, nameLedgerFile } from '../../db/ledger-making.ts'
import { closeLedger, ledgerFor, openLedger, type Ledger } from '../../db/ledger.ts'
import { migrateLedger, type Migration } from '../../db/migrate.ts'
import { copyBeforeMigration } from '../../db/migration-copy.ts'
import { setUpLedger } from '../../db/unlocking/set-up-ledger.ts'
import { signIn } from '../../db/unlocking/sign-in.ts'
import { openPlain } from '../plain/plain-ledger.ts'
import { sampleCommittee } from '../seed/sample-committee.ts'

/*
 * Every opening of a ledger in the experiments is in this file and nowhere else.
 */

const officeDay = '2026-11-25'

/** The raw key: a password would cost a third of a second at each of thousands of openings. */
export const officeKey = toLedgerKey(Buffer.alloc(32, 11))

/** Nothing is answered to nobody; the account itself is no matter of these experiments. */
const officeActor: Actor = {
  staffId: 1,
  name: 'director',
  role: 'director',
  workFields: [],
  isInSealedCircle: false,
}

/** A clock that stands still on the given day. */
export function clockOn(day = officeDay): Clock {
  const todayOn = calendarDateSchema.parse(day)
  return { nowAt: () => `${day}T01:00:00.000Z`, todayOn: () => todayOn }
}

/** The first account of the office. */
export const firstDirector = { name: 'Director', password: 'luohua-tixiang-58' }

/** Sets a new ledger up, with its first account, its keys and its recovery code. Throws: FailureError. */
export function foundOffice(filePath: string, clock: Clock = clockOn()) {
  const office = { filePath, clock, committee: sampleCommittee, isSample: false, director: firstDirector }
  return setUpLedger(office)
}

/** Opens a ledger with the password of the first account. Throws: FailureError. */
export function signInToOffice(filePath: string, clock: Clock = clockOn()) {
  return signIn({ filePath, clock }, { staffId: 1, password: firstDirector.password })
}

/** Makes a ledger without an account, for work that needs none. Throws: FailureError. */
export function createOffice(filePath: string): Ledger {
  const office = { filePath, key: officeKey, committee: sampleCommittee, isSample: false }
  nameLedgerFile(makePartialLedger(office), filePath)
  return openOffice(filePath)
}

/** Opens a ledger as the program does at its start, with somebody at the desk. Throws: FailureError. */
export function openOffice(filePath: string, clock: Clock = clockOn(), key = officeKey): Ledger {
  return ledgerFor(openLedger({ filePath, key, clock }), officeActor)
}

/** The same without encryption, for comparing. Throws: SqliteError. */
export function openPlainOffice(filePath: string, clock: Clock): Ledger {
  return openPlain(filePath, clock, officeActor)
}

export function closeOffice(ledger: Pick<Ledger, 'raw'>): void {
  closeLedger(ledger)
}

/** What `openOffice` does, by a program with other migrations than this one. Throws: FailureError. */
export function openOfficeAt(
  filePath: string,
  migrations: readonly Migration[],
  clock: Clock = clockOn(),
): Database.Database {
  try {
    markOfLedgerFile(filePath)
    inspectLedgerFile(filePath, officeKey, migrations.length)
    const raw = connectLedgerFile(filePath, officeKey)
    try {
      migrateLedger(raw, migrations, keepingCopy(raw, clock))
      return raw
    } catch (error) {
      raw.close()
      throw error
    }
  } catch (error) {
    throw failureOfLedgerError(error)
  }
}

/** What the program does before it migrates. */
export function keepingCopy(raw: Database.Database, clock: Clock = clockOn()) {
  return (version: number) => copyBeforeMigration(raw, officeKey, version, clock.nowAt())
}

/** A file with the tables of the given migrations, and nothing else in it. */
export function makeOfficeAt(
  filePath: string,
  migrations: readonly Migration[],
  applicationId: number,
): Database.Database {
  const raw = new Database(filePath)
  giveKey(raw, officeKey)
  raw.pragma(`application_id = ${applicationId}`)
  migrateLedger(raw, migrations, () => undefined)
  raw.pragma('journal_mode = WAL')
  return raw
}

/** Opens a ledger without bringing it to another version. Throws: FailureError, SqliteError. */
export function openOfficeAsItIs(filePath: string, key = officeKey): Database.Database {
  return connectLedgerFile(filePath, key)
}

/** For a look at a ledger that nobody has open, changing nothing. Throws: SqliteError. */
export function lookAtOffice(filePath: string): Database.Database {
  const raw = new Database(filePath, { readonly: true, fileMustExist: true })
  giveKey(raw, officeKey)
  return raw
}
