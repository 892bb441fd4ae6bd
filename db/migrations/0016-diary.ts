import type { Migration } from '../migrate.ts'

/** What was heard on visits and at the desk, what became of it, and the numbers of the entries, which are given once. */
export const diary: Migration = {
  version: 16,
  name: 'diary',
  statements: [
    `CREATE TABLE diaryEntry (
      id INTEGER PRIMARY KEY,
      year INTEGER NOT NULL,
      number INTEGER NOT NULL CHECK (number > 0),
      entryOn TEXT NOT NULL,
      staffId INTEGER NOT NULL,
      staffName TEXT NOT NULL,
      place TEXT NOT NULL,
      weather TEXT NOT NULL,
      matter TEXT NOT NULL,
      heard TEXT NOT NULL,
      handling TEXT NOT NULL,
      result TEXT NOT NULL,
      needsFollowUp INTEGER NOT NULL CHECK (needsFollowUp IN (0, 1)),
      followUpOn TEXT,
      followUpDoneOn TEXT,
      followUpResult TEXT NOT NULL,
      visitTaskId INTEGER REFERENCES visitTask (id) ON DELETE SET NULL,
      phoneCallId INTEGER REFERENCES phoneCall (id) ON DELETE SET NULL,
      isSealed INTEGER NOT NULL CHECK (isSealed IN (0, 1)),
      writtenAt TEXT NOT NULL,
      revision INTEGER NOT NULL,
      UNIQUE (year, number)
    ) STRICT`,
    `CREATE INDEX diaryEntryDay ON diaryEntry (entryOn, id)`,
    `CREATE INDEX diaryEntryVisitTask ON diaryEntry (visitTaskId) WHERE visitTaskId IS NOT NULL`,
    `CREATE INDEX diaryEntryPhoneCall ON diaryEntry (phoneCallId) WHERE phoneCallId IS NOT NULL`,
    `CREATE TABLE diaryEntryResident (
      diaryEntryId INTEGER NOT NULL REFERENCES diaryEntry (id) ON DELETE CASCADE,
      residentId INTEGER NOT NULL REFERENCES resident (id),
      rank INTEGER NOT NULL,
      PRIMARY KEY (diaryEntryId, residentId)
    ) STRICT, WITHOUT ROWID`,
    `CREATE INDEX diaryEntryResidentId ON diaryEntryResident (residentId)`,
    // A number stands on paper and in bound sets, so that none is given twice, whatever becomes of its entry.
    `CREATE TABLE diaryYear (
      year INTEGER PRIMARY KEY,
      lastNumber INTEGER NOT NULL
    ) STRICT`,
    // What figures of visits need of somebody whose record is gone: the months in which somebody reached them, and the
    // visits to a door that are told by nobody who is left.
    `CREATE TABLE namelessReach (
      id INTEGER PRIMARY KEY,
      namelessPersonId INTEGER NOT NULL REFERENCES namelessPerson (id) ON DELETE CASCADE,
      month TEXT NOT NULL,
      kind TEXT NOT NULL,
      householdCount INTEGER NOT NULL
    ) STRICT`,
    `CREATE INDEX namelessReachPersonId ON namelessReach (namelessPersonId)`,
    `CREATE TRIGGER diaryEntryDraftsGone AFTER DELETE ON diaryEntry
      BEGIN DELETE FROM formDraft WHERE formKey = 'diaryEntry:' || OLD.id; END`,
  ],
}
