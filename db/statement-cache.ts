import type Database from 'better-sqlite3'
import type { SqliteDatabase } from 'kysely'

const cachedCount = 300

/** Gives kysely statements that are prepared once: compiling them again costs more than running them. */
export function cachingDatabase(raw: Database.Database): SqliteDatabase {
  const statements = new Map<string, Database.Statement>()
  return {
    close: () => void raw.close(),
    prepare: (text) => {
      // SQLite has already rolled back by itself when the disk is full; a second time would hide that error.
      if (text === 'rollback' && !raw.inTransaction) return nothingToDo
      const cached = statements.get(text)
      if (cached !== undefined) return cached
      const statement = raw.prepare(text)
      if (statements.size >= cachedCount) statements.clear()
      statements.set(text, statement)
      return statement
    },
  }
}

const nothingToDo = {
  reader: false,
  all: () => [],
  run: () => ({ changes: 0, lastInsertRowid: 0 }),
  iterate: () => [][Symbol.iterator](),
}
