import type Database from 'better-sqlite3'
import { createHash } from 'node:crypto'
import { tableNames } from './table-digests.ts'

/** A digest of each column with its key, by table.column: what a migration must not lose. */
export type ColumnDigests = ReadonlyMap<string, string>

/** Reads every column of every table, rows in the order of the primary key. Throws: SqliteError. */
export function columnDigests(raw: Database.Database): ColumnDigests {
  const digests = new Map<string, string>()
  for (const table of tableNames(raw)) {
    for (const column of columnsOf(raw, table))
      digests.set(`${table}.${column}`, columnDigest(raw, table, column))
  }
  return digests
}

/** The columns of the older ledger that the newer one has lost or holds otherwise. */
export function lostColumns(
  older: ColumnDigests,
  newer: ColumnDigests,
  changed: readonly string[],
): string[] {
  return [...older].flatMap(([column, digest]) =>
    newer.get(column) === digest || changed.includes(column) ? [] : [column],
  )
}

function columnsOf(raw: Database.Database, table: string): string[] {
  return raw
    .prepare<[string], string>('SELECT name FROM pragma_table_info(?) ORDER BY cid')
    .pluck()
    .all(table)
}

function columnDigest(raw: Database.Database, table: string, column: string): string {
  const key = raw
    .prepare<[string], string>('SELECT name FROM pragma_table_info(?) WHERE pk > 0 ORDER BY pk')
    .pluck()
    .all(table)
    .map((name) => `"${name}"`)
    .join(', ')
  const hash = createHash('sha256')
  const rows = raw
    .prepare<[], unknown[]>(`SELECT ${key}, "${column}" FROM main."${table}" ORDER BY ${key}`)
    .raw()
  for (const row of rows.iterate()) hash.update(JSON.stringify(row)).update('\n')
  return hash.digest('hex').slice(0, 16)
}
