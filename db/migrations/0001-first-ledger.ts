import type { Migration } from '../migrate.ts'

/** The tables of the first release. */
export const firstLedger: Migration = {
  version: 1,
  name: 'first-ledger',
  statements: [
    `CREATE TABLE committee (
      id INTEGER PRIMARY KEY CHECK (id = 1),
      committeeName TEXT NOT NULL,
      streetOfficeName TEXT NOT NULL,
      phone TEXT NOT NULL,
      isSample INTEGER NOT NULL DEFAULT 0 CHECK (isSample IN (0, 1))
    ) STRICT`,
    `CREATE TABLE setting (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID`,
    `CREATE TABLE building (
      id INTEGER PRIMARY KEY,
      name TEXT NOT NULL UNIQUE,
      sortKey TEXT NOT NULL
    ) STRICT`,
    `CREATE TABLE dwelling (
      id INTEGER PRIMARY KEY,
      buildingId INTEGER NOT NULL REFERENCES building (id),
      unit TEXT NOT NULL,
      room TEXT NOT NULL,
      sortKey TEXT NOT NULL,
      UNIQUE (buildingId, unit, room)
    ) STRICT`,
    `CREATE INDEX dwellingSortKey ON dwelling (sortKey)`,
    `CREATE TABLE household (
      id INTEGER PRIMARY KEY,
      dwellingId INTEGER REFERENCES dwelling (id),
      headResidentId INTEGER REFERENCES resident (id) ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED
    ) STRICT`,
    `CREATE INDEX householdDwellingId ON household (dwellingId)`,
    `CREATE INDEX householdHeadResidentId ON household (headResidentId)`,
    `CREATE TABLE resident (
      id INTEGER PRIMARY KEY,
      householdId INTEGER NOT NULL REFERENCES household (id),
      name TEXT NOT NULL CHECK (length(name) > 0),
      namePinyin TEXT NOT NULL,
      nameInitials TEXT NOT NULL,
      nameSortKey TEXT NOT NULL,
      sex TEXT NOT NULL,
      idDocumentType TEXT NOT NULL,
      idNumber TEXT,
      birthWhen TEXT,
      lunarBirthMonth INTEGER,
      lunarBirthDay INTEGER,
      lunarBirthIsLeap INTEGER,
      lunarBirthYear INTEGER,
      ethnicGroup TEXT,
      relationToHead TEXT,
      registeredAddress TEXT NOT NULL,
      currentAddress TEXT NOT NULL,
      residenceStatus TEXT NOT NULL,
      livingArrangement TEXT,
      note TEXT NOT NULL,
      revision INTEGER NOT NULL DEFAULT 1,
      createdAt TEXT NOT NULL,
      updatedAt TEXT NOT NULL
    ) STRICT`,
    `CREATE UNIQUE INDEX residentIdNumber ON resident (idDocumentType, idNumber) WHERE idNumber IS NOT NULL`,
    `CREATE INDEX residentHouseholdId ON resident (householdId)`,
    `CREATE INDEX residentNameSortKey ON resident (nameSortKey)`,
    `CREATE INDEX residentBirthWhen ON resident (birthWhen)`,
    `CREATE TABLE residentPhone (
      residentId INTEGER NOT NULL REFERENCES resident (id) ON DELETE CASCADE,
      position INTEGER NOT NULL,
      number TEXT NOT NULL,
      note TEXT NOT NULL,
      PRIMARY KEY (residentId, position)
    ) STRICT, WITHOUT ROWID`,
    `CREATE TABLE residentCareTag (
      residentId INTEGER NOT NULL REFERENCES resident (id) ON DELETE CASCADE,
      careTag TEXT NOT NULL,
      fromOn TEXT,
      toOn TEXT,
      PRIMARY KEY (residentId, careTag)
    ) STRICT, WITHOUT ROWID`,
    `CREATE INDEX residentCareTagCareTag ON residentCareTag (careTag, residentId)`,
    `CREATE TABLE visitRule (
      id INTEGER PRIMARY KEY,
      name TEXT NOT NULL,
      criterion TEXT NOT NULL,
      value TEXT NOT NULL,
      isActive INTEGER NOT NULL CHECK (isActive IN (0, 1)),
      position INTEGER NOT NULL
    ) STRICT`,
    `CREATE TABLE visitRound (
      id INTEGER PRIMARY KEY,
      name TEXT NOT NULL,
      festival TEXT NOT NULL,
      year INTEGER NOT NULL,
      festivalOn TEXT NOT NULL,
      cutoffOn TEXT NOT NULL,
      createdAt TEXT NOT NULL
    ) STRICT`,
    `CREATE TABLE visitRoundRule (
      visitRoundId INTEGER NOT NULL REFERENCES visitRound (id) ON DELETE CASCADE,
      visitRuleId INTEGER NOT NULL REFERENCES visitRule (id),
      PRIMARY KEY (visitRoundId, visitRuleId)
    ) STRICT, WITHOUT ROWID`,
    `CREATE TABLE visitTask (
      id INTEGER PRIMARY KEY,
      visitRoundId INTEGER NOT NULL REFERENCES visitRound (id) ON DELETE CASCADE,
      residentId INTEGER NOT NULL REFERENCES resident (id),
      isAddedByHand INTEGER NOT NULL CHECK (isAddedByHand IN (0, 1)),
      addedReason TEXT NOT NULL,
      isRemoved INTEGER NOT NULL CHECK (isRemoved IN (0, 1)),
      removedReason TEXT NOT NULL,
      outcome TEXT NOT NULL,
      visitedOn TEXT,
      visitor TEXT NOT NULL,
      note TEXT NOT NULL,
      revision INTEGER NOT NULL DEFAULT 1,
      UNIQUE (visitRoundId, residentId)
    ) STRICT`,
    `CREATE INDEX visitTaskResidentId ON visitTask (residentId)`,
    `CREATE TABLE visitTaskReason (
      visitTaskId INTEGER NOT NULL REFERENCES visitTask (id) ON DELETE CASCADE,
      position INTEGER NOT NULL,
      reason TEXT NOT NULL,
      PRIMARY KEY (visitTaskId, position)
    ) STRICT, WITHOUT ROWID`,
    `CREATE TABLE importRun (
      id INTEGER PRIMARY KEY,
      importedAt TEXT NOT NULL,
      fileName TEXT NOT NULL,
      addedCount INTEGER NOT NULL,
      updatedCount INTEGER NOT NULL,
      undoneAt TEXT
    ) STRICT`,
    `CREATE TABLE importChange (
      importRunId INTEGER NOT NULL REFERENCES importRun (id) ON DELETE CASCADE,
      residentId INTEGER NOT NULL,
      kind TEXT NOT NULL CHECK (kind IN ('add', 'update')),
      before TEXT NOT NULL,
      revisionAfter INTEGER NOT NULL,
      PRIMARY KEY (importRunId, residentId)
    ) STRICT, WITHOUT ROWID`,
  ],
}
