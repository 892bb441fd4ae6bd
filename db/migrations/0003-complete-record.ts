import type { Migration } from '../migrate.ts'

const residentColumns = [
  `formerName TEXT NOT NULL DEFAULT ''`,
  `otherName TEXT NOT NULL DEFAULT ''`,
  `ownPinyin TEXT NOT NULL DEFAULT ''`,
  `education TEXT`,
  `politicalStatus TEXT`,
  `maritalStatus TEXT`,
  `marriedWhen TEXT`,
  `spouseId INTEGER REFERENCES resident (id) ON DELETE SET NULL`,
  `occupation TEXT`,
  `workplace TEXT NOT NULL DEFAULT ''`,
  `retirementUnit TEXT NOT NULL DEFAULT ''`,
  `health TEXT`,
  `disabilityCategory TEXT`,
  `disabilityGrade TEXT`,
  `disabilityReissueCount INTEGER`,
  `presence TEXT NOT NULL DEFAULT 'here' CHECK (presence IN ('here', 'movedOut', 'deathReported', 'deceased'))`,
  `removedAt TEXT`,
  `removal TEXT CHECK (removal IN ('deleted', 'merged'))`,
]

/** Everything the offices' spreadsheets hold about a person, what happened to that person, and every change of it. */
export const completeRecord: Migration = {
  version: 3,
  name: 'complete-record',
  statements: [
    ...residentColumns.map((column) => `ALTER TABLE resident ADD COLUMN ${column}`),
    `CREATE INDEX residentSpouseId ON resident (spouseId) WHERE spouseId IS NOT NULL`,
    `CREATE INDEX residentRemovedAt ON resident (removedAt) WHERE removedAt IS NOT NULL`,
    `DROP INDEX residentIdNumber`,
    // A removed record keeps its number without taking it from anybody.
    `CREATE UNIQUE INDEX residentIdNumber ON resident (idDocumentType, idNumber)
      WHERE idNumber IS NOT NULL AND removedAt IS NULL`,
    `ALTER TABLE residentPhone ADD COLUMN owner TEXT NOT NULL DEFAULT ''`,
    `ALTER TABLE residentPhone ADD COLUMN isEmergency INTEGER NOT NULL DEFAULT 0 CHECK (isEmergency IN (0, 1))`,
    `CREATE TABLE residentDocument (
      residentId INTEGER NOT NULL REFERENCES resident (id) ON DELETE CASCADE,
      position INTEGER NOT NULL,
      documentType TEXT NOT NULL,
      number TEXT NOT NULL,
      isFormer INTEGER NOT NULL CHECK (isFormer IN (0, 1)),
      note TEXT NOT NULL,
      PRIMARY KEY (residentId, position)
    ) STRICT, WITHOUT ROWID`,
    `CREATE INDEX residentDocumentNumber ON residentDocument (number)`,
    `CREATE TABLE residentBenefit (
      residentId INTEGER NOT NULL REFERENCES resident (id) ON DELETE CASCADE,
      benefit TEXT NOT NULL,
      fromOn TEXT,
      toOn TEXT,
      PRIMARY KEY (residentId, benefit)
    ) STRICT, WITHOUT ROWID`,
    `CREATE INDEX residentBenefitBenefit ON residentBenefit (benefit, residentId)`,
    `CREATE TABLE lifeEvent (
      id INTEGER PRIMARY KEY,
      residentId INTEGER NOT NULL REFERENCES resident (id) ON DELETE CASCADE,
      kind TEXT NOT NULL CHECK (kind IN ('movedIn', 'movedOut', 'movedBack', 'deathReported', 'deathConfirmed')),
      happenedOn TEXT NOT NULL,
      place TEXT NOT NULL,
      note TEXT NOT NULL,
      recordedAt TEXT NOT NULL,
      staffName TEXT NOT NULL,
      effects TEXT NOT NULL,
      withdrawnAt TEXT,
      withdrawnBy TEXT
    ) STRICT`,
    `CREATE INDEX lifeEventResidentId ON lifeEvent (residentId, happenedOn)`,
    `CREATE TABLE recordChange (
      id INTEGER PRIMARY KEY,
      at TEXT NOT NULL,
      staffId INTEGER,
      staffName TEXT NOT NULL,
      residentId INTEGER NOT NULL REFERENCES resident (id) ON DELETE CASCADE,
      source TEXT NOT NULL,
      field TEXT NOT NULL,
      before TEXT NOT NULL,
      after TEXT NOT NULL,
      reason TEXT NOT NULL,
      undoneAt TEXT
    ) STRICT`,
    `CREATE INDEX recordChangeResidentId ON recordChange (residentId, id)`,
  ],
}
