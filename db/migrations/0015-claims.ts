import type { Migration } from '../migrate.ts'

/** Posts whose members each look after some elders, and the calls by which they do. */
export const claims: Migration = {
  version: 15,
  name: 'claims',
  statements: [
    `CREATE TABLE claimPost (
      id INTEGER PRIMARY KEY,
      name TEXT NOT NULL UNIQUE,
      quota INTEGER NOT NULL CHECK (quota > 0),
      callEveryDays INTEGER NOT NULL CHECK (callEveryDays > 0),
      note TEXT NOT NULL,
      isClosed INTEGER NOT NULL CHECK (isClosed IN (0, 1)),
      revision INTEGER NOT NULL
    ) STRICT`,
    // A resident's name and telephone are in the record, those of staff in the account; all are empty once a record is gone for good.
    `CREATE TABLE claimant (
      id INTEGER PRIMARY KEY,
      name TEXT NOT NULL,
      residentId INTEGER REFERENCES resident (id),
      staffId INTEGER REFERENCES staff (id),
      kind TEXT NOT NULL,
      phone TEXT NOT NULL,
      isMentorAble INTEGER NOT NULL CHECK (isMentorAble IN (0, 1)),
      note TEXT NOT NULL,
      isClosed INTEGER NOT NULL CHECK (isClosed IN (0, 1)),
      revision INTEGER NOT NULL,
      CHECK ((name <> '') + (residentId IS NOT NULL) + (staffId IS NOT NULL) <= 1)
    ) STRICT`,
    `CREATE INDEX claimantResidentId ON claimant (residentId)`,
    // Both days are counted in; a last day before the first one says that it was a mistake.
    `CREATE TABLE claim (
      id INTEGER PRIMARY KEY,
      claimPostId INTEGER NOT NULL REFERENCES claimPost (id),
      residentId INTEGER NOT NULL REFERENCES resident (id),
      claimantId INTEGER NOT NULL REFERENCES claimant (id),
      mentorId INTEGER REFERENCES claimant (id),
      fromOn TEXT NOT NULL,
      toOn TEXT CHECK (toOn >= date(fromOn, '-1 day')),
      endReason TEXT,
      endNote TEXT NOT NULL,
      note TEXT NOT NULL,
      recordedAt TEXT NOT NULL,
      staffName TEXT NOT NULL,
      CHECK ((toOn IS NULL) = (endReason IS NULL))
    ) STRICT`,
    `CREATE UNIQUE INDEX claimOpenResidentId ON claim (residentId) WHERE toOn IS NULL`,
    `CREATE INDEX claimResidentId ON claim (residentId, fromOn)`,
    `CREATE INDEX claimClaimantId ON claim (claimantId)`,
    // For whom somebody called is told by the claim of that day.
    `CREATE TABLE phoneCall (
      id INTEGER PRIMARY KEY,
      residentId INTEGER NOT NULL REFERENCES resident (id),
      calledOn TEXT NOT NULL,
      caller TEXT NOT NULL,
      result TEXT NOT NULL CHECK (result IN ('reached', 'noAnswer', 'wrongNumber', 'refused')),
      note TEXT NOT NULL,
      followUp TEXT NOT NULL,
      followUpDoneOn TEXT,
      recordedAt TEXT NOT NULL,
      staffName TEXT NOT NULL,
      withdrawnAt TEXT,
      withdrawnBy TEXT,
      revision INTEGER NOT NULL
    ) STRICT`,
    `CREATE INDEX phoneCallResidentId ON phoneCall (residentId, calledOn)`,
    `CREATE INDEX phoneCallContact ON phoneCall (residentId, calledOn)
      WHERE result = 'reached' AND withdrawnAt IS NULL`,
    `CREATE INDEX phoneCallCalledOn ON phoneCall (calledOn)`,
    // What figures need of the calls to somebody whose record is gone for good, and of visits while somebody had claimed them.
    `CREATE TABLE namelessContact (
      id INTEGER PRIMARY KEY,
      namelessPersonId INTEGER NOT NULL REFERENCES namelessPerson (id) ON DELETE CASCADE,
      month TEXT NOT NULL,
      claimPostId INTEGER REFERENCES claimPost (id),
      claimantId INTEGER REFERENCES claimant (id),
      callCount INTEGER NOT NULL,
      reachedCount INTEGER NOT NULL,
      visitCount INTEGER NOT NULL
    ) STRICT`,
    `CREATE INDEX namelessContactPersonId ON namelessContact (namelessPersonId)`,
  ],
}
