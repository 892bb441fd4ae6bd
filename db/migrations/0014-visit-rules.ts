import type { Migration } from '../migrate.ts'

/** What every rule was about until then. */
const beforeTheYearTurns = '{"festivals":["newYearsDay","springFestival"]}'

/** Rules say what makes a visit due and ask a condition of people; a visit may belong to no round. */
export const visitRules: Migration = {
  version: 14,
  name: 'visit-rules',
  statements: [
    `CREATE TABLE visitRuleWithTrigger (
      id INTEGER PRIMARY KEY,
      name TEXT NOT NULL,
      triggerKind TEXT NOT NULL,
      triggerDetail TEXT NOT NULL,
      condition TEXT,
      daysBefore INTEGER NOT NULL CHECK (daysBefore >= 0),
      daysAfter INTEGER NOT NULL CHECK (daysAfter >= 0),
      responsible TEXT NOT NULL,
      responsibleStaffId INTEGER,
      startsOn TEXT NOT NULL,
      isRepeating INTEGER NOT NULL CHECK (isRepeating IN (0, 1)),
      isActive INTEGER NOT NULL CHECK (isActive IN (0, 1)),
      position INTEGER NOT NULL,
      revision INTEGER NOT NULL,
      removedAt TEXT
    ) STRICT`,
    `INSERT INTO visitRuleWithTrigger
      SELECT id, name, 'festival', '${beforeTheYearTurns}',
        '{"match":"all","isNot":false,"conditions":[{"field":"' ||
          CASE criterion WHEN 'minimumAge' THEN 'age","isNot":false,"test":{"operator":"atLeast","count":' ||
              min(max(CAST(value AS INTEGER), 0), 130) || ',"on":null}'
            WHEN 'careTag' THEN 'careTags","isNot":false,"test":{"operator":"held","codes":[' ||
              json_quote(value) || '],"on":null}'
            ELSE 'livingArrangement","isNot":false,"test":{"operator":"oneOf","codes":[' ||
              json_quote(value) || ']}' END || '}]}',
        15, 0, 'nobody', NULL, '2000-01-01', 1, isActive, position, 1, NULL
      FROM visitRule`,
    `DROP TABLE visitRule`,
    `ALTER TABLE visitRuleWithTrigger RENAME TO visitRule`,
    `CREATE TABLE visitTaskOfAny (
      id INTEGER PRIMARY KEY,
      visitRoundId INTEGER REFERENCES visitRound (id) ON DELETE CASCADE,
      residentId INTEGER NOT NULL REFERENCES resident (id),
      visitRuleId INTEGER REFERENCES visitRule (id),
      occasionOn TEXT,
      careEventId INTEGER,
      staffId INTEGER,
      isAddedByHand INTEGER NOT NULL CHECK (isAddedByHand IN (0, 1)),
      addedReason TEXT NOT NULL,
      isRemoved INTEGER NOT NULL CHECK (isRemoved IN (0, 1)),
      removedReason TEXT NOT NULL,
      outcome TEXT NOT NULL,
      visitedOn TEXT,
      visitor TEXT NOT NULL,
      note TEXT NOT NULL,
      recordedAt TEXT,
      revision INTEGER NOT NULL DEFAULT 1,
      UNIQUE (visitRoundId, residentId)
    ) STRICT`,
    `INSERT INTO visitTaskOfAny (id, visitRoundId, residentId, isAddedByHand, addedReason, isRemoved,
        removedReason, outcome, visitedOn, visitor, note, revision)
      SELECT id, visitRoundId, residentId, isAddedByHand, addedReason, isRemoved,
        removedReason, outcome, visitedOn, visitor, note, revision FROM visitTask`,
    `DROP TABLE visitTask`,
    `ALTER TABLE visitTaskOfAny RENAME TO visitTask`,
    `CREATE INDEX visitTaskResidentId ON visitTask (residentId)`,
    `CREATE UNIQUE INDEX visitTaskOccasion ON visitTask (visitRuleId, residentId, occasionOn)
      WHERE visitRoundId IS NULL AND careEventId IS NULL`,
    `CREATE INDEX visitTaskContact ON visitTask (residentId, visitedOn) WHERE outcome = 'done' AND isRemoved = 0`,
    `CREATE INDEX visitTaskVisitedOn ON visitTask (visitedOn)`,
    `CREATE TRIGGER visitTaskDraftsGone AFTER DELETE ON visitTask
      BEGIN DELETE FROM formDraft WHERE formKey = 'visitTask:' || OLD.id; END`,
    // Visits of people who were deleted for good: of no round as well, and by month, as the figures are.
    `CREATE TABLE namelessVisitOfAny (
      id INTEGER PRIMARY KEY,
      visitRoundId INTEGER REFERENCES visitRound (id) ON DELETE CASCADE,
      visitRuleId INTEGER REFERENCES visitRule (id),
      isOfCareEvent INTEGER NOT NULL CHECK (isOfCareEvent IN (0, 1)),
      visitedMonth TEXT NOT NULL,
      isRemoved INTEGER NOT NULL CHECK (isRemoved IN (0, 1)),
      outcome TEXT NOT NULL,
      visitCount INTEGER NOT NULL CHECK (visitCount > 0)
    ) STRICT`,
    `INSERT INTO namelessVisitOfAny (visitRoundId, isOfCareEvent, visitedMonth, isRemoved, outcome, visitCount)
      SELECT visitRoundId, 0, '', isRemoved, outcome, visitCount FROM namelessVisit`,
    `DROP TABLE namelessVisit`,
    `ALTER TABLE namelessVisitOfAny RENAME TO namelessVisit`,
    `CREATE UNIQUE INDEX namelessVisitKind ON namelessVisit
      (coalesce(visitRoundId, 0), coalesce(visitRuleId, 0), isOfCareEvent, visitedMonth, isRemoved, outcome)`,
  ],
}
