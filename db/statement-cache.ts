import type Database from 'better-sqlite3'
import type { SqliteDatabase, SqliteStatement } from 'kysely'
import { FailureError } from '../domain/failure.ts'
import { closingOnDamage } from './damage.ts'

const cachedCount = 300

/**
 * Gives kysely statements that are prepared once: compiling them again costs more than running them.
 * Once the disk or the file has failed, the connection is closed and statements throw ledgerNotOpen.
 */
export function cachingDatabase(raw: Database.Database): SqliteDatabase {
  const statements = new Map<string, SqliteStatement>()
  return {
    close: () => void raw.close(),
    prepare: (text) => {
      // SQLite has already rolled back by itself when the disk is full; a second time would hide that error.
      if (text === 'rollback' && !raw.inTransaction) return nothingToDo
      if (!raw.open) throw new FailureError('ledgerNotOpen')
      const cached = statements.get(text)
      if (cached !== undefined) return cached
      const statement = watched(
        raw,
        closingOnDamage(raw, () => raw.prepare(text)),
      )
      if (statements.size >= cachedCount) statements.clear()
      statements.set(text, statement)
      return statement
    },
  }
}

function watched(raw: Database.Database, statement: Database.Statement): SqliteStatement {
  return {
    reader: statement.reader,
    all: (parameters) => closingOnDamage(raw, () => statement.all(parameters)),
    run: (parameters) => closingOnDamage(raw, () => statement.run(parameters)),
    iterate: (parameters) => statement.iterate(parameters),
  }
}

const nothingToDo = {
  reader: false,
  all: () => [],
  run: () => ({ changes: 0, lastInsertRowid: 0 }),
  iterate: () => [][Symbol.iterator](),
}
