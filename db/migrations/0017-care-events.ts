import type { Migration } from '../migrate.ts'

/** What happens in families, stays in hospital, and people's requests for help. */
export const careEvents: Migration = {
  version: 17,
  name: 'care-events',
  statements: [
    `CREATE TABLE careEvent (
      id INTEGER PRIMARY KEY,
      kind TEXT NOT NULL,
      residentId INTEGER NOT NULL REFERENCES resident (id),
      isForHousehold INTEGER NOT NULL CHECK (isForHousehold IN (0, 1)),
      staffId INTEGER NOT NULL,
      reportedOn TEXT NOT NULL,
      reportedBy TEXT NOT NULL,
      happenedOn TEXT,
      hospital TEXT NOT NULL,
      ward TEXT NOT NULL,
      admittedOn TEXT,
      dischargedOn TEXT,
      note TEXT NOT NULL,
      recordedAt TEXT NOT NULL,
      recordedBy TEXT NOT NULL,
      revision INTEGER NOT NULL,
      CHECK (dischargedOn IS NULL OR dischargedOn >= admittedOn)
    ) STRICT`,
    `CREATE INDEX careEventResidentId ON careEvent (residentId)`,
    `CREATE INDEX visitTaskCareEventId ON visitTask (careEventId) WHERE careEventId IS NOT NULL`,
    `CREATE INDEX careEventReportedOn ON careEvent (reportedOn)`,
    `CREATE TABLE helpCase (
      id INTEGER PRIMARY KEY,
      residentId INTEGER NOT NULL REFERENCES resident (id),
      isForHousehold INTEGER NOT NULL CHECK (isForHousehold IN (0, 1)),
      request TEXT NOT NULL,
      openedOn TEXT NOT NULL,
      staffId INTEGER NOT NULL,
      outcome TEXT NOT NULL,
      closedOn TEXT,
      result TEXT NOT NULL,
      amountFen INTEGER CHECK (amountFen >= 0),
      recordedAt TEXT NOT NULL,
      recordedBy TEXT NOT NULL,
      revision INTEGER NOT NULL,
      CHECK ((outcome = 'open') = (closedOn IS NULL))
    ) STRICT`,
    `CREATE INDEX helpCaseResidentId ON helpCase (residentId)`,
    `CREATE INDEX helpCaseOpenedOn ON helpCase (openedOn)`,
    `CREATE TABLE helpStep (
      helpCaseId INTEGER NOT NULL REFERENCES helpCase (id) ON DELETE CASCADE,
      position INTEGER NOT NULL,
      takenOn TEXT NOT NULL,
      text TEXT NOT NULL,
      takenBy TEXT NOT NULL,
      PRIMARY KEY (helpCaseId, position)
    ) STRICT, WITHOUT ROWID`,
    // History tells of them by their numbers, and must never be read as another one's.
    ...['careEvent', 'helpCase'].map(
      (table) => `CREATE TRIGGER ${table}RetiresId AFTER DELETE ON ${table} BEGIN
        INSERT INTO retiredId VALUES ('${table}', OLD.id)
        ON CONFLICT (tableName) DO UPDATE SET highestId = max(highestId, excluded.highestId);
        DELETE FROM formDraft WHERE formKey = '${table}:' || OLD.id;
      END`,
    ),
    // What yearly figures need of cases whose person is gone for good.
    `CREATE TABLE namelessHelpCase (
      openedYear INTEGER NOT NULL,
      closedYear INTEGER NOT NULL,
      outcome TEXT NOT NULL,
      caseCount INTEGER NOT NULL CHECK (caseCount > 0),
      amountFen INTEGER NOT NULL,
      PRIMARY KEY (openedYear, closedYear, outcome)
    ) STRICT, WITHOUT ROWID`,
  ],
}
