import type { Migration } from '../migrate.ts'

/** What the law gives people: notices they signed, who was given their data, and figures that outlive their records. */
export const personsRights: Migration = {
  version: 12,
  name: 'persons-rights',
  statements: [
    `CREATE TABLE noticeSignature (
      id INTEGER PRIMARY KEY,
      residentId INTEGER NOT NULL REFERENCES resident (id) ON DELETE CASCADE,
      signedOn TEXT NOT NULL,
      signedBy TEXT NOT NULL CHECK (signedBy IN ('self', 'guardian')),
      signer TEXT NOT NULL,
      recordedAt TEXT NOT NULL,
      staffName TEXT NOT NULL
    ) STRICT`,
    `CREATE INDEX noticeSignatureResidentId ON noticeSignature (residentId, signedOn)`,
    // The entry is written at the end of the transaction that lets a list leave.
    `CREATE TABLE disclosure (
      residentId INTEGER NOT NULL REFERENCES resident (id) ON DELETE CASCADE,
      auditSeq INTEGER NOT NULL REFERENCES auditEntry (seq) DEFERRABLE INITIALLY DEFERRED,
      PRIMARY KEY (residentId, auditSeq)
    ) STRICT, WITHOUT ROWID`,
    // Figures of past days need no more of a person than this, and nothing leads from here to anybody.
    `CREATE TABLE namelessPerson (
      id INTEGER PRIMARY KEY,
      sex TEXT NOT NULL,
      birthYear INTEGER,
      residenceStatus TEXT NOT NULL
    ) STRICT`,
    `CREATE TABLE namelessEvent (
      id INTEGER PRIMARY KEY,
      namelessPersonId INTEGER NOT NULL REFERENCES namelessPerson (id) ON DELETE CASCADE,
      kind TEXT NOT NULL,
      happenedOn TEXT NOT NULL
    ) STRICT`,
    `CREATE INDEX namelessEventPersonId ON namelessEvent (namelessPersonId)`,
    `CREATE TABLE namelessStatus (
      id INTEGER PRIMARY KEY,
      namelessPersonId INTEGER NOT NULL REFERENCES namelessPerson (id) ON DELETE CASCADE,
      changedOn TEXT NOT NULL,
      before TEXT NOT NULL
    ) STRICT`,
    `CREATE INDEX namelessStatusPersonId ON namelessStatus (namelessPersonId)`,
    `CREATE TABLE namelessHousehold (
      id INTEGER PRIMARY KEY,
      fromOn TEXT,
      toOn TEXT NOT NULL
    ) STRICT`,
    `CREATE TABLE namelessVisit (
      visitRoundId INTEGER NOT NULL REFERENCES visitRound (id) ON DELETE CASCADE,
      isRemoved INTEGER NOT NULL CHECK (isRemoved IN (0, 1)),
      outcome TEXT NOT NULL,
      visitCount INTEGER NOT NULL CHECK (visitCount > 0),
      PRIMARY KEY (visitRoundId, isRemoved, outcome)
    ) STRICT, WITHOUT ROWID`,
  ],
}
