import type Database from 'better-sqlite3'
import { createHash } from 'node:crypto'

/** Of every table its rows in a fixed order, and the version: two ledgers with the same text hold the same. */
type TableDigests = Readonly<Record<string, string>>

/** Reads every row of every table by statements of its own. Throws: SqliteError. */
function tableDigests(raw: Database.Database): TableDigests {
  const digests: Record<string, string> = {
    version: String(raw.pragma('user_version', { simple: true })),
    applicationId: String(raw.pragma('application_id', { simple: true })),
    schema: digestOf(raw, `SELECT type, name, tbl_name, sql FROM main.sqlite_schema ORDER BY type, name`),
  }
  for (const name of tableNames(raw)) {
    const columns = columnNames(raw, name)
    const order = columns.map((_, index) => String(index + 1)).join(', ')
    const list = columns.map((column) => `"${column}"`).join(', ')
    digests[name] = digestOf(raw, `SELECT ${list} FROM main."${name}" ORDER BY ${order}`)
  }
  return digests
}

/** One short text for all of it. */
export function wholeDigest(raw: Database.Database): string {
  return shortDigest(tableDigests(raw))
}

/** The same without the audit trail, which goes on when a backup is made or restored. */
export function contentDigest(raw: Database.Database): string {
  const content = Object.entries(tableDigests(raw)).filter(([name]) => name !== 'auditEntry')
  return shortDigest(Object.fromEntries(content))
}

function shortDigest(digests: TableDigests): string {
  return createHash('sha256').update(JSON.stringify(digests)).digest('hex').slice(0, 24)
}

export function tableNames(raw: Database.Database): string[] {
  return raw
    .prepare<[], string>(
      `SELECT name FROM main.sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name`,
    )
    .pluck()
    .all()
}

function columnNames(raw: Database.Database, table: string): string[] {
  return raw
    .prepare<[string], string>(`SELECT name FROM pragma_table_info(?) ORDER BY cid`)
    .pluck()
    .all(table)
}

function digestOf(raw: Database.Database, statement: string): string {
  const hash = createHash('sha256')
  for (const row of raw.prepare<[], unknown[]>(statement).raw().iterate()) {
    hash.update(JSON.stringify(row, asText)).update('\n')
  }
  return hash.digest('hex').slice(0, 16)
}

function asText(_key: string, value: unknown): unknown {
  return typeof value === 'bigint' ? value.toString() : value
}
