import type { Migration } from '../migrate.ts'

/** Matters name the worker who answers for them, and keep what was taken out of the record. */
export const sealedFields: Migration = {
  version: 13,
  name: 'sealed-fields',
  statements: [
    `CREATE TABLE sealedMatterOfWorker (
      residentId INTEGER NOT NULL REFERENCES resident (id),
      kind TEXT NOT NULL,
      staffId INTEGER NOT NULL,
      fromOn TEXT,
      toOn TEXT,
      note TEXT NOT NULL,
      content TEXT NOT NULL,
      PRIMARY KEY (residentId, kind, staffId)
    ) STRICT, WITHOUT ROWID`,
    `INSERT INTO sealedMatterOfWorker
      SELECT residentId, kind, 0, fromOn, toOn, note, '' FROM sealedMatter`,
    `DROP TABLE sealedMatter`,
    `ALTER TABLE sealedMatterOfWorker RENAME TO sealedMatter`,
  ],
}
