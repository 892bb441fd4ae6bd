import type Database from 'better-sqlite3'

/** Shape: what the search needs of one person, in one row. */
export interface SearchRow {
  readonly id: number
  readonly name: string
  readonly formerName: string
  readonly otherName: string
  readonly presence: string
  readonly namePinyin: string
  readonly nameInitials: string
  readonly nameSortKey: string
  readonly idNumber: string | null
  readonly birthWhen: string | null
  readonly relationToHead: string | null
  readonly currentAddress: string
  readonly householdId: number
  readonly dwellingSortKey: string | null
  readonly unit: string | null
  readonly room: string | null
  readonly buildingId: number | null
  readonly building: string | null
  /** One number a line. */
  readonly phones: string | null
  /** One number a line. */
  readonly documents: string | null
  /** JSON: list of [careTag, fromOn, toOn]; null when there is none. */
  readonly careTags: string | null
}

const searchColumns = `
  SELECT resident.id, name, formerName, otherName, presence, namePinyin, nameInitials, nameSortKey, idNumber, birthWhen, relationToHead, currentAddress,
    householdId, dwelling.sortKey AS dwellingSortKey, unit, room, buildingId,
    (SELECT building.name FROM building WHERE building.id = buildingId) AS building,
    (SELECT group_concat(number, char(10)) FROM residentPhone WHERE residentId = resident.id) AS phones,
    (SELECT group_concat(number, char(10)) FROM residentDocument WHERE residentId = resident.id) AS documents,
    (SELECT json_group_array(json_array(careTag, fromOn, toOn)) FROM residentCareTag
      WHERE residentId = resident.id HAVING count(*) > 0) AS careTags
  FROM resident
  JOIN household ON household.id = householdId
  LEFT JOIN dwelling ON dwelling.id = dwellingId`

export interface SearchStatements {
  /** The next people after an id, in the order of their ids. Shape: id, how many at most. */
  readonly after: Database.Statement<[number, number], SearchRow>
  /** Shape: a JSON list of ids. */
  readonly ofIds: Database.Statement<[string], SearchRow>
  /** Shape: how many at most. */
  readonly changedIds: Database.Statement<[number], number>
  /** Shape: a JSON list of ids. */
  readonly forgetChanges: Database.Statement<[string]>
}

/** Statements over one connection for keeping the search in step with the ledger. */
export function searchStatements(raw: Database.Database): SearchStatements {
  watchChanges(raw)
  return {
    after: raw.prepare<[number, number], SearchRow>(
      `${searchColumns} WHERE resident.id > ? AND removedAt IS NULL ORDER BY resident.id LIMIT ?`,
    ),
    ofIds: raw.prepare<[string], SearchRow>(
      `${searchColumns} WHERE resident.id IN (SELECT value FROM json_each(?)) AND removedAt IS NULL`,
    ),
    changedIds: raw.prepare<[number], number>('SELECT DISTINCT id FROM temp.changedResident LIMIT ?').pluck(),
    forgetChanges: raw.prepare<[string]>(
      'DELETE FROM temp.changedResident WHERE id IN (SELECT value FROM json_each(?))',
    ),
  }
}

/**
 * Notes who changed. The notes belong to the transaction that makes them: rolled back with it, seen after it.
 * Duplicates are kept, because inside an upsert SQLite would not ignore them.
 */
function watchChanges(raw: Database.Database): void {
  raw.exec('CREATE TEMP TABLE changedResident (id INTEGER NOT NULL)')
  raw.exec('CREATE INDEX temp.changedResidentId ON changedResident (id)')
  const changes = [
    ['resident', 'INSERT', 'VALUES (new.id)'],
    ['resident', 'UPDATE', 'VALUES (new.id)'],
    ['resident', 'DELETE', 'VALUES (old.id)'],
    ...['residentPhone', 'residentCareTag', 'residentDocument'].flatMap((table) => [
      [table, 'INSERT', 'VALUES (new.residentId)'],
      [table, 'UPDATE', 'VALUES (new.residentId)'],
      [table, 'DELETE', 'VALUES (old.residentId)'],
    ]),
    ['household', 'UPDATE OF dwellingId', 'SELECT id FROM resident WHERE householdId = new.id'],
    [
      'dwelling',
      'UPDATE',
      `SELECT resident.id FROM resident JOIN household ON household.id = householdId WHERE dwellingId = new.id`,
    ],
    [
      'building',
      'UPDATE',
      `SELECT resident.id FROM resident JOIN household ON household.id = householdId
       JOIN dwelling ON dwelling.id = dwellingId WHERE buildingId = new.id`,
    ],
  ] as const
  for (const [index, [table, event, source]] of changes.entries()) {
    raw.exec(
      `CREATE TEMP TRIGGER watchResident${index} AFTER ${event} ON main.${table}
       BEGIN INSERT INTO changedResident (id) ${source}; END`,
    )
  }
}
