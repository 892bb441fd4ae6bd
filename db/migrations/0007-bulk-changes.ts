import type { Migration } from '../migrate.ts'

/** The register of changes made to many people at once, with what each of them had before. */
export const bulkChanges: Migration = {
  version: 7,
  name: 'bulk-changes',
  statements: [
    `CREATE TABLE bulkChange (
      id INTEGER PRIMARY KEY,
      changedAt TEXT NOT NULL,
      staffId INTEGER NOT NULL,
      staffName TEXT NOT NULL,
      change TEXT NOT NULL,
      changedCount INTEGER NOT NULL,
      undoneAt TEXT
    ) STRICT`,
    `CREATE TABLE bulkChangeItem (
      bulkChangeId INTEGER NOT NULL REFERENCES bulkChange (id) ON DELETE CASCADE,
      residentId INTEGER NOT NULL REFERENCES resident (id) ON DELETE CASCADE,
      before TEXT NOT NULL,
      after TEXT NOT NULL,
      PRIMARY KEY (bulkChangeId, residentId)
    ) STRICT, WITHOUT ROWID`,
    `CREATE INDEX bulkChangeItemResidentId ON bulkChangeItem (residentId)`,
  ],
}
