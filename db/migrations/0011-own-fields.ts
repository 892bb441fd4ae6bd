import type { Migration } from '../migrate.ts'

/** Fields an office adds to residents and households by itself, and what is filled in there. */
export const ownFields: Migration = {
  version: 11,
  name: 'own-fields',
  statements: [
    `CREATE TABLE ownField (
      id INTEGER PRIMARY KEY,
      owner TEXT NOT NULL CHECK (owner IN ('resident', 'household')),
      name TEXT NOT NULL,
      kind TEXT NOT NULL CHECK (kind IN ('text', 'number', 'date', 'choice', 'yesNo')),
      position INTEGER NOT NULL,
      isRetired INTEGER NOT NULL CHECK (isRetired IN (0, 1)),
      isUsed INTEGER NOT NULL CHECK (isUsed IN (0, 1)),
      isInList INTEGER NOT NULL CHECK (isInList IN (0, 1)),
      revision INTEGER NOT NULL
    ) STRICT`,
    `CREATE TABLE ownFieldChoice (
      id INTEGER PRIMARY KEY,
      ownFieldId INTEGER NOT NULL REFERENCES ownField (id) ON DELETE CASCADE,
      position INTEGER NOT NULL,
      name TEXT NOT NULL,
      isRetired INTEGER NOT NULL CHECK (isRetired IN (0, 1))
    ) STRICT`,
    `CREATE INDEX ownFieldChoiceOwnFieldId ON ownFieldChoice (ownFieldId, position)`,
    // A field with values can't be deleted: nothing cascades from there.
    `CREATE TABLE residentOwnValue (
      residentId INTEGER NOT NULL REFERENCES resident (id) ON DELETE CASCADE,
      ownFieldId INTEGER NOT NULL REFERENCES ownField (id),
      value TEXT NOT NULL CHECK (value <> ''),
      PRIMARY KEY (residentId, ownFieldId)
    ) STRICT, WITHOUT ROWID`,
    `CREATE INDEX residentOwnValueOwnFieldId ON residentOwnValue (ownFieldId, residentId)`,
    `CREATE TABLE householdOwnValue (
      householdId INTEGER NOT NULL REFERENCES household (id) ON DELETE CASCADE,
      ownFieldId INTEGER NOT NULL REFERENCES ownField (id),
      value TEXT NOT NULL CHECK (value <> ''),
      PRIMARY KEY (householdId, ownFieldId)
    ) STRICT, WITHOUT ROWID`,
    `CREATE INDEX householdOwnValueOwnFieldId ON householdOwnValue (ownFieldId, householdId)`,
  ],
}
