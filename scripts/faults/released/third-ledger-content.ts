import type Database from 'better-sqlite3'

/*
 * What the schema of 0.3.0 can hold beyond the second one, by statements and rules of its own, put into what the second
 * one had become by its migrations. Frozen: the digest beside it is of exactly this, so this file is never changed.
 */

const writtenAt = '2026-11-30T02:00:00.000Z'
const content = '{}'

/** Fills a ledger of version 13, which holds the people of version 2, with what came new. */
export function fillThirdLedger(raw: Database.Database, peopleCount: number): void {
  raw.exec('BEGIN')
  completeRecords(raw, peopleCount)
  insertOffice(raw)
  insertLives(raw, peopleCount)
  insertWork(raw, peopleCount)
  insertDuplicates(raw, peopleCount)
  insertOwnFields(raw, peopleCount)
  insertRights(raw)
  raw.exec('COMMIT')
}

function completeRecords(raw: Database.Database, peopleCount: number): void {
  raw.exec(`
    UPDATE resident SET formerName = 'former ' || id WHERE id % 31 = 0;
    UPDATE resident SET otherName = 'name ' || id, ownPinyin = 'shan ' || id WHERE id % 37 = 0;
    UPDATE resident SET education = '20', politicalStatus = '01', occupation = '80' WHERE id % 3 = 0;
    UPDATE resident SET maritalStatus = '20', marriedWhen = '1976' WHERE id % 6 = 1;
    UPDATE resident SET spouseId = id + 1 WHERE id % 6 = 1 AND id < ${peopleCount};
    UPDATE resident SET workplace = 'works ' || id, retirementUnit = 'unit ' || id % 7 WHERE id % 5 = 0;
    UPDATE resident SET health = '2' WHERE id % 9 = 0;
    UPDATE resident SET disabilityCategory = '4', disabilityGrade = '3', disabilityReissueCount = id % 3 WHERE id % 8 = 0;
    UPDATE residentPhone SET owner = 'child', isEmergency = 1 WHERE position = 1;
    INSERT INTO residentDocument SELECT id, 0, 'passport', 'E' || (10000000 + id), id % 2, 'paper' FROM resident WHERE id % 41 = 0;
    INSERT INTO residentBenefit SELECT id, 'lowIncome', '2024-01-01', NULL FROM resident WHERE id % 50 = 0;
    INSERT INTO residentBenefit SELECT id, 'oldAge', NULL, '2025-12-31' FROM resident WHERE id % 60 = 0;`)
}

function insertOffice(raw: Database.Database): void {
  raw.exec(`
    UPDATE building SET demolishedOn = '2025-06-30', revision = 3 WHERE id % 20 = 0;
    INSERT INTO buildingAlias SELECT 'old ' || name, id FROM building WHERE id % 5 = 0;
    INSERT INTO officeWorker VALUES (1, 'Worker one', 'director', '20', '2019-03-01', NULL, '', 1),
      (2, 'Worker two', 'grid', NULL, NULL, '2025-08-31', 'left', 2);
    INSERT INTO residentGroup VALUES (1, 'group 1', '', 1), (2, 'group 2', 'by the gate', 2);
    INSERT INTO grid VALUES (1, 'W01', 1, '', 1), (2, 'W02', NULL, 'nobody', 1);
    INSERT INTO buildingArea SELECT id, '', 1 + id % 2, 1 + id % 2 FROM building;
    INSERT INTO buildingArea SELECT id, '2', NULL, 2 FROM building WHERE id % 3 = 0;
    INSERT INTO buildingHead SELECT id, id, '', id * 9, '2020-01-01', NULL, '', 1 FROM building;
    INSERT INTO residentRepresentative VALUES (1, 3, 1, '2024-01-01', NULL, '', 1), (2, 6, NULL, NULL, '2023-12-31', 'ended', 1);
    INSERT INTO facility VALUES (1, 'reading room', 'library', 455, '2009-08', 'owned', '', 1);
    INSERT INTO stationedUnit VALUES (1, 'school', 'school', 'contact', '029-1', '', 1);
    INSERT INTO partyOrganisation VALUES (1, 'branch', 'branch one', 'secretary', 23, '', 1);
    INSERT INTO yearlyFigure VALUES (1, 'volunteers', '276', 'person', 'asOf', '2025-12-31', '', 1);
    UPDATE officeProfile SET divisionCode = '610103005001', address = 'road 1', areaHundredthsKm2 = 125,
      officeTenure = 'rented', officeAreaTenthsM2 = 3000, yearlyFundsFen = 2000000, revision = 2;`)
}

function insertLives(raw: Database.Database, peopleCount: number): void {
  const event = raw.prepare(
    `INSERT INTO lifeEvent (residentId, kind, happenedOn, place, note, recordedAt, staffName, effects, withdrawnAt, withdrawnBy)
     VALUES (?, ?, ?, ?, '', '${writtenAt}', 'Director', ?, ?, ?)`,
  )
  const change = raw.prepare(
    `INSERT INTO recordChange (at, staffId, staffName, residentId, source, field, before, after, reason, undoneAt)
     VALUES ('${writtenAt}', 1, 'Director', ?, 'form', 'note', ?, ?, ?, ?)`,
  )
  for (let id = 70; id <= peopleCount; id += 70) {
    event.run(id, 'movedIn', '2021-04-01', 'elsewhere', content, null, null)
    if (id % 140 === 0) event.run(id, 'movedOut', '2025-07-01', '', content, null, null)
    if (id % 350 === 0) event.run(id, 'deathReported', '2026-02-02', '', content, writtenAt, 'Worker')
    change.run(id, 'before', `after ${id}`, id % 3 === 0 ? 'why' : '', id % 210 === 0 ? writtenAt : null)
  }
  raw.exec(`
    UPDATE resident SET presence = 'movedOut' WHERE id % 140 = 0;
    UPDATE resident SET removedAt = '${writtenAt}', removal = 'deleted' WHERE id % 450 = 1;`)
}

function insertWork(raw: Database.Database, peopleCount: number): void {
  raw.exec(`
    INSERT INTO submittedSheet VALUES (1, 'year 2025', '', '2025-12-31', '2025-01-01', '${writtenAt}', 'Director', '${content}');
    INSERT INTO savedFilter VALUES (1, 'eighty soon', '${content}', 1, 'Director', '${writtenAt}', '${writtenAt}', 1);
    INSERT INTO bulkChange VALUES (1, '${writtenAt}', 1, 'Director', '${content}', 10, NULL),
      (2, '${writtenAt}', 2, 'Worker', '${content}', 5, '${writtenAt}');
    INSERT INTO bulkChangeItem SELECT 1, id, 'null', '"a"' FROM resident WHERE id % ${Math.ceil(peopleCount / 10)} = 5;
    INSERT INTO importLayout VALUES ('layout', '${content}', '${writtenAt}');
    INSERT INTO importValue VALUES ('layout', 'sex', 'M', '1'), ('layout', 'education', 'none', NULL);
    INSERT INTO importFile SELECT id, 'sha' || id FROM importRun;
    INSERT INTO rosterKind VALUES (1, 'sheet for the stairs', '${content}', 2, '${writtenAt}');`)
}

function insertDuplicates(raw: Database.Database, peopleCount: number): void {
  raw.exec(`
    INSERT INTO distinctPair SELECT id, id + 1, 'twins', '${content}', '${writtenAt}', 1 FROM resident
      WHERE id % 500 = 10 AND id < ${peopleCount};
    UPDATE resident SET removedAt = '${writtenAt}', removal = 'merged' WHERE id = 17;
    INSERT INTO residentMerge VALUES (1, 16, 17, '${writtenAt}', 1, NULL, '${content}', '${content}');
    INSERT INTO residentMergeItem VALUES (1, 0, 'resident', '${content}', '${content}');
    INSERT INTO retiredId VALUES ('resident', ${peopleCount + 4});`)
}

function insertOwnFields(raw: Database.Database, peopleCount: number): void {
  raw.exec(`
    INSERT INTO ownField VALUES (1, 'resident', 'bus card', 'text', 0, 0, 1, 1, 1), (2, 'resident', 'shoe size', 'number', 1, 0, 1, 0, 2),
      (3, 'resident', 'seen on', 'date', 2, 1, 1, 0, 1), (4, 'resident', 'meal', 'choice', 3, 0, 1, 0, 1),
      (5, 'resident', 'has a dog', 'yesNo', 4, 0, 0, 0, 1), (6, 'household', 'meter', 'text', 0, 0, 1, 0, 1);
    INSERT INTO ownFieldChoice VALUES (1, 4, 0, 'at the table', 0), (2, 4, 1, 'brought', 0), (3, 4, 2, 'never', 1);
    INSERT INTO residentOwnValue SELECT id, 1, 'card ' || id FROM resident WHERE id % 12 = 0;
    INSERT INTO residentOwnValue SELECT id, 4, CAST(1 + id % 3 AS TEXT) FROM resident WHERE id % 15 = 0 AND id <= ${peopleCount};
    INSERT INTO householdOwnValue SELECT id, 6, 'meter ' || id FROM household WHERE id % 10 = 0;`)
}

function insertRights(raw: Database.Database): void {
  raw.exec(`
    INSERT INTO noticeSignature SELECT id, id, '2026-01-15', CASE id % 2 WHEN 0 THEN 'self' ELSE 'guardian' END, '', '${writtenAt}', 'Worker'
      FROM resident WHERE id % 200 = 0;
    INSERT INTO disclosure SELECT id, 1 + id % 9 FROM resident WHERE id % 300 = 0;
    INSERT INTO namelessPerson VALUES (1, '1', 1931, 'registeredAndLiving'), (2, '2', NULL, 'livingOnly');
    INSERT INTO namelessEvent VALUES (1, 1, 'deathConfirmed', '2018-05-05');
    INSERT INTO namelessStatus VALUES (1, 2, '2019-01-01', 'registeredOnly');
    INSERT INTO namelessHousehold VALUES (1, NULL, '2018-05-05'), (2, '2001-01-01', '2019-12-31');
    INSERT INTO namelessVisit VALUES (1, 0, 'done', 2), (1, 1, 'pending', 1);
    UPDATE sealedMatter SET content = '${content}' WHERE kind = 'mentalDisorder';`)
}
