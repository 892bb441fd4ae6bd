import type Database from 'better-sqlite3'

/** What SQLite's own checks find wrong with a file; empty when it is sound. Throws: SqliteError. */
export function faultsOf(raw: Database.Database): string[] {
  const integrity = raw.pragma('integrity_check') as { integrity_check: string }[]
  const orphans = raw.pragma('foreign_key_check') as unknown[]
  return [
    ...integrity.map((row) => row.integrity_check).filter((text) => text !== 'ok'),
    ...(orphans.length > 0 ? [`${orphans.length} rows point nowhere`] : []),
  ]
}
