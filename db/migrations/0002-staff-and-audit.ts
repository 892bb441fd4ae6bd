import type { Migration } from '../migrate.ts'

/** Accounts of the staff, what only some of them may see, and the chain of what was done. */
export const staffAndAudit: Migration = {
  version: 2,
  name: 'staff-and-audit',
  statements: [
    `CREATE TABLE staff (
      id INTEGER PRIMARY KEY,
      name TEXT NOT NULL CHECK (length(name) > 0),
      role TEXT NOT NULL CHECK (role IN ('director', 'worker', 'viewer')),
      isInSealedCircle INTEGER NOT NULL CHECK (isInSealedCircle IN (0, 1)),
      pinHash TEXT,
      createdAt TEXT NOT NULL,
      closedAt TEXT,
      revision INTEGER NOT NULL
    ) STRICT`,
    `CREATE UNIQUE INDEX staffOpenName ON staff (name) WHERE closedAt IS NULL`,
    `CREATE TABLE staffWorkField (
      staffId INTEGER NOT NULL REFERENCES staff (id) ON DELETE CASCADE,
      workField TEXT NOT NULL,
      PRIMARY KEY (staffId, workField)
    ) STRICT, WITHOUT ROWID`,
    `CREATE TABLE sealedMatter (
      residentId INTEGER NOT NULL REFERENCES resident (id),
      kind TEXT NOT NULL,
      fromOn TEXT,
      toOn TEXT,
      note TEXT NOT NULL,
      PRIMARY KEY (residentId, kind)
    ) STRICT, WITHOUT ROWID`,
    `CREATE TABLE formDraft (
      staffId INTEGER NOT NULL REFERENCES staff (id) ON DELETE CASCADE,
      formKey TEXT NOT NULL,
      content TEXT NOT NULL,
      baseRevision INTEGER,
      savedAt TEXT NOT NULL,
      PRIMARY KEY (staffId, formKey)
    ) STRICT, WITHOUT ROWID`,
    `CREATE TRIGGER residentDraftsGone AFTER DELETE ON resident
      BEGIN DELETE FROM formDraft WHERE formKey = 'resident:' || OLD.id; END`,
    `CREATE TRIGGER visitTaskDraftsGone AFTER DELETE ON visitTask
      BEGIN DELETE FROM formDraft WHERE formKey = 'visitTask:' || OLD.id; END`,
    `CREATE TABLE auditEntry (
      seq INTEGER PRIMARY KEY,
      at TEXT NOT NULL,
      localOn TEXT NOT NULL,
      bootId TEXT NOT NULL,
      staffId INTEGER,
      staffName TEXT NOT NULL,
      role TEXT NOT NULL,
      action TEXT NOT NULL,
      objectType TEXT NOT NULL,
      objectId INTEGER,
      fields TEXT NOT NULL,
      reason TEXT NOT NULL,
      detail TEXT NOT NULL,
      previousHash TEXT NOT NULL,
      hash TEXT NOT NULL
    ) STRICT`,
    `CREATE INDEX auditEntryObject ON auditEntry (objectType, objectId)`,
    `CREATE TRIGGER auditEntryKept BEFORE DELETE ON auditEntry
      BEGIN SELECT RAISE(ABORT, 'audit entries stay'); END`,
    `CREATE TRIGGER auditEntryUnchanged BEFORE UPDATE ON auditEntry
      BEGIN SELECT RAISE(ABORT, 'audit entries stay as they are'); END`,
  ],
}
