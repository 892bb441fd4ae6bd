import Database from 'better-sqlite3'

/** What a file may be asked before its schema is known to be the program's own. */
const allowedBefore = [
  /^PRAGMA (cipher|legacy|key|locking_mode|query_only|trusted_schema|mmap_size|cell_size_check|cache_size)\b/,
  /^PRAGMA (quick_check|application_id|user_version)$/,
  // A lock for writing, taken and given back.
  /^(BEGIN IMMEDIATE|ROLLBACK)$/,
  /^SELECT type, name, tbl_name, sql FROM sqlite_schema ORDER BY type, name$/,
]

/** Keeps every statement that this process says to one file, from now on. */
export function recordStatements(filePath: string) {
  const statements: string[] = []
  const { prototype } = Database
  const { prepare, exec, pragma } = prototype
  const note = (raw: Database.Database, text: string) => {
    if (raw.name === filePath) statements.push(text.trim())
  }
  Object.assign(prototype, {
    prepare(this: Database.Database, text: string) {
      note(this, text)
      return prepare.call(this, text)
    },
    exec(this: Database.Database, text: string) {
      note(this, text)
      return exec.call(this, text)
    },
    pragma(this: Database.Database, text: string, options?: Database.PragmaOptions) {
      note(this, `PRAGMA ${text}`)
      return pragma.call(this, text, options)
    },
  })
  return {
    /** Those since the last time that somebody asked. */
    taken: () => statements.splice(0),
    end: () => void Object.assign(prototype, { prepare, exec, pragma }),
  }
}

/** The statements that a file with somebody else's schema must never get. */
export function hastyAmong(statements: readonly string[]): readonly string[] {
  return statements.filter((text) => !allowedBefore.some((allowed) => allowed.test(text)))
}
