import Database from 'better-sqlite3'
import { existsSync, renameSync, rmSync } from 'node:fs'
import { dirname } from 'node:path'
import { readyRulesStartOn, readyVisitRules } from '../domain/codes/ready-visit-rules.ts'
import type { Committee } from '../domain/committee.ts'
import { FailureError } from '../domain/failure.ts'
import { failureOfLedgerError } from './constraint-failure.ts'
import { failureOfFolderError, folderUnusable } from './file-failure.ts'
import { giveKey, type LedgerKey } from './key/ledger-key.ts'
import { ledgerApplicationId } from './ledger-connection.ts'
import { makeFolder } from './make-folder.ts'
import { migrateLedger } from './migrate.ts'
import { migrations } from './migration-list.ts'
import { retryWhileBlockedSync } from './retry-while-busy.ts'
import { syncFolder } from './sync-folder.ts'
import { ruleColumns } from './visit/visit-rule-row.ts'

/**
 * Writes a complete new ledger under another name and answers that name; `nameLedgerFile` gives it its own.
 * Throws: folderUnusable, diskFull.
 */
export function makePartialLedger(options: {
  readonly filePath: string
  readonly key: LedgerKey
  readonly committee: Committee
  readonly isSample: boolean
}): string {
  const partial = partialOf(options.filePath)
  try {
    makeFolder(dirname(options.filePath))
    removeUnfinished(partial)
    fillNewFile(partial, options)
    return partial
  } catch (error) {
    removePartialLedger(partial)
    throw makingFailure(error)
  }
}

/** With what SQLite puts beside a file it is writing. */
function removeUnfinished(partial: string): void {
  for (const suffix of ['', '-journal', '-wal', '-shm']) rmSync(partial + suffix, { force: true })
}

/** Its own failure would hide why the ledger was not made; the next attempt removes what is left. */
export function removePartialLedger(partial: string): void {
  try {
    removeUnfinished(partial)
  } catch {
    // See above.
  }
}

/** The name a ledger has until it is complete. */
export function partialOf(filePath: string): string {
  return `${filePath}.new`
}

/** There is never half a ledger under its own name. Throws: ledgerExists, folderUnusable. */
export function nameLedgerFile(partial: string, filePath: string): void {
  // Renaming would replace what another program put there meanwhile.
  try {
    if (existsSync(filePath)) throw new FailureError('ledgerExists')
    retryWhileBlockedSync(() => renameSync(partial, filePath))
    syncFolder(dirname(filePath))
  } catch (error) {
    removePartialLedger(partial)
    throw makingFailure(error)
  }
}

function fillNewFile(
  filePath: string,
  options: {
    readonly key: LedgerKey
    readonly committee: Committee
    readonly isSample: boolean
  },
): void {
  const raw = new Database(filePath)
  try {
    giveKey(raw, options.key)
    raw.pragma('synchronous = FULL')
    raw.pragma(`application_id = ${ledgerApplicationId}`)
    migrateLedger(raw, migrations, nothingToKeep)
    raw.transaction(() => {
      insertCommittee(raw, options.committee, options.isSample)
      insertReadyVisitRules(raw)
    })()
    raw.pragma('journal_mode = WAL')
  } finally {
    raw.close()
  }
}

/** A file that was just made holds nothing to keep a copy of. */
function nothingToKeep(): void {}

function insertCommittee(raw: Database.Database, committee: Committee, isSample: boolean): void {
  raw
    .prepare(
      `INSERT INTO committee (id, committeeName, streetOfficeName, phone, isSample)
       VALUES (1, @committeeName, @streetOfficeName, @phone, @isSample)`,
    )
    .run({ ...committee, isSample: isSample ? 1 : 0 })
}

function insertReadyVisitRules(raw: Database.Database): void {
  const insert = raw.prepare(
    `INSERT INTO visitRule (name, triggerKind, triggerDetail, condition, daysBefore, daysAfter,
       responsible, startsOn, isRepeating, isActive, position, revision)
     VALUES (@name, @triggerKind, @triggerDetail, @condition, @daysBefore, @daysAfter,
       'nobody', @startsOn, 1, 1, @position, 1)`,
  )
  for (const [position, rule] of readyVisitRules.entries()) {
    const { name, daysBefore, daysAfter } = rule
    const columns = ruleColumns(rule)
    insert.run({ name, daysBefore, daysAfter, ...columns, startsOn: readyRulesStartOn, position })
  }
}

function makingFailure(error: unknown): unknown {
  // The tables of a new ledger come from the migrations, but there is nothing that could be migrated.
  if (error instanceof FailureError && error.failure.code === 'migrationFailed')
    return makingFailure(error.cause)
  const known = failureOfFolderError(failureOfLedgerError(error))
  const isDiskToBlame =
    known instanceof FailureError && ['ledgerReadOnly', 'ledgerDamaged'].includes(known.failure.code)
  return isDiskToBlame ? folderUnusable(error) : known
}
