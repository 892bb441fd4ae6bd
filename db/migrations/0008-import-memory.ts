import type { Migration } from '../migrate.ts'

/** What an import learnt about the lists of an office: their columns, their words, and which files have been here. */
export const importMemory: Migration = {
  version: 8,
  name: 'import-memory',
  statements: [
    `CREATE TABLE importLayout (
      fingerprint TEXT PRIMARY KEY,
      mapping TEXT NOT NULL,
      usedAt TEXT NOT NULL
    ) STRICT, WITHOUT ROWID`,
    `CREATE TABLE importValue (
      fingerprint TEXT NOT NULL REFERENCES importLayout (fingerprint) ON DELETE CASCADE,
      field TEXT NOT NULL,
      text TEXT NOT NULL,
      code TEXT,
      PRIMARY KEY (fingerprint, field, text)
    ) STRICT, WITHOUT ROWID`,
    `CREATE TABLE importFile (
      importRunId INTEGER PRIMARY KEY REFERENCES importRun (id) ON DELETE CASCADE,
      sha256 TEXT NOT NULL
    ) STRICT`,
    `CREATE INDEX importFileSha256 ON importFile (sha256)`,
  ],
}
