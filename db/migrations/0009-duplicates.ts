import type { Migration } from '../migrate.ts'

/** Pairs of records that somebody looked at: those of two people, and those that were merged into one. */
export const duplicates: Migration = {
  version: 9,
  name: 'duplicates',
  statements: [
    `CREATE TABLE distinctPair (
      firstResidentId INTEGER NOT NULL REFERENCES resident (id) ON DELETE CASCADE,
      secondResidentId INTEGER NOT NULL REFERENCES resident (id) ON DELETE CASCADE,
      reason TEXT NOT NULL CHECK (length(reason) > 0),
      evidence TEXT NOT NULL,
      decidedAt TEXT NOT NULL,
      staffId INTEGER NOT NULL,
      PRIMARY KEY (firstResidentId, secondResidentId),
      CHECK (firstResidentId < secondResidentId)
    ) STRICT, WITHOUT ROWID`,
    `CREATE INDEX distinctPairSecondResidentId ON distinctPair (secondResidentId)`,
    `CREATE TABLE residentMerge (
      id INTEGER PRIMARY KEY,
      keptResidentId INTEGER NOT NULL REFERENCES resident (id) ON DELETE CASCADE,
      mergedResidentId INTEGER NOT NULL REFERENCES resident (id) ON DELETE CASCADE,
      mergedAt TEXT NOT NULL,
      staffId INTEGER NOT NULL,
      undoneAt TEXT,
      keptHome TEXT NOT NULL,
      mergedHome TEXT NOT NULL
    ) STRICT`,
    `CREATE INDEX residentMergeKeptResidentId ON residentMerge (keptResidentId)`,
    `CREATE INDEX residentMergeMergedResidentId ON residentMerge (mergedResidentId)`,
    `CREATE TABLE residentMergeItem (
      residentMergeId INTEGER NOT NULL REFERENCES residentMerge (id) ON DELETE CASCADE,
      position INTEGER NOT NULL,
      tableName TEXT NOT NULL,
      before TEXT NOT NULL,
      after TEXT NOT NULL,
      PRIMARY KEY (residentMergeId, position)
    ) STRICT, WITHOUT ROWID`,
    // What is kept about a record, to be told or taken back, must never be read as somebody else's.
    `CREATE TABLE retiredId (tableName TEXT PRIMARY KEY, highestId INTEGER NOT NULL) STRICT, WITHOUT ROWID`,
    ...['resident', 'household'].map(
      (table) => `CREATE TRIGGER ${table}RetiresId AFTER DELETE ON ${table} BEGIN
        INSERT INTO retiredId VALUES ('${table}', OLD.id)
        ON CONFLICT (tableName) DO UPDATE SET highestId = max(highestId, excluded.highestId);
      END`,
    ),
  ],
}
