import type Database from 'better-sqlite3'
import { createHash } from 'node:crypto'
import { tableNames } from './table-digests.ts'

/** Shape: of one column its table, the key its rows are read with, and a digest of both. */
interface ColumnDigest {
  readonly table: string
  readonly column: string
  readonly key: readonly string[]
  readonly digest: string
}

/** What a migration must not lose: every column of every table. Throws: SqliteError. */
export function columnDigests(raw: Database.Database): ColumnDigest[] {
  return tableNames(raw).flatMap((table) => {
    const key = keyOf(raw, table)
    return columnsOf(raw, table).map((column) => ({
      table,
      column,
      key,
      digest: columnDigest(raw, { table, column, key }),
    }))
  })
}

/** The columns of an older ledger that this one has lost or holds otherwise, whatever its own keys are. */
export function lostColumns(
  older: readonly ColumnDigest[],
  raw: Database.Database,
  changed: readonly string[],
): string[] {
  const tables = new Map(tableNames(raw).map((table) => [table, columnsOf(raw, table)]))
  return older.flatMap((one) => {
    const columns = tables.get(one.table) ?? []
    const isThere = [one.column, ...one.key].every((column) => columns.includes(column))
    const isKept = isThere && columnDigest(raw, one) === one.digest
    const name = `${one.table}.${one.column}`
    return isKept || changed.includes(name) ? [] : [name]
  })
}

function keyOf(raw: Database.Database, table: string): string[] {
  return raw
    .prepare<[string], string>('SELECT name FROM pragma_table_info(?) WHERE pk > 0 ORDER BY pk')
    .pluck()
    .all(table)
}

function columnsOf(raw: Database.Database, table: string): string[] {
  return raw
    .prepare<[string], string>('SELECT name FROM pragma_table_info(?) ORDER BY cid')
    .pluck()
    .all(table)
}

function columnDigest(
  raw: Database.Database,
  { table, column, key: names }: Omit<ColumnDigest, 'digest'>,
): string {
  const key = names.map((name) => `"${name}"`).join(', ')
  const hash = createHash('sha256')
  const rows = raw
    .prepare<[], unknown[]>(`SELECT ${key}, "${column}" FROM main."${table}" ORDER BY ${key}`)
    .raw()
  for (const row of rows.iterate()) hash.update(JSON.stringify(row)).update('\n')
  return hash.digest('hex').slice(0, 16)
}
