import type { Ledger } from '../ledger.ts'

/**
 * What the ledger holds, told without row numbers: who lives with whom where, and everything about each person.
 * Revisions and change times are left out, because they only ever grow.
 */
export function ledgerContent(ledger: Ledger) {
  const all = (text: string) => ledger.raw.prepare<[], Record<string, unknown>>(text).all()
  return {
    buildings: all('SELECT name, sortKey FROM building ORDER BY name'),
    dwellings: all(
      `SELECT building.name AS building, unit, room, dwelling.sortKey FROM dwelling
       JOIN building ON building.id = buildingId ORDER BY 1, 2, 3`,
    ),
    households: households(ledger),
    residents: all('SELECT * FROM resident ORDER BY id').map(
      ({ householdId, revision, updatedAt, ...resident }) => resident,
    ),
    phones: all('SELECT * FROM residentPhone ORDER BY residentId, position'),
    careTags: all('SELECT * FROM residentCareTag ORDER BY residentId, careTag'),
    documents: all('SELECT * FROM residentDocument ORDER BY residentId, position'),
    benefits: all('SELECT * FROM residentBenefit ORDER BY residentId, benefit'),
    ownValues: all('SELECT * FROM residentOwnValue ORDER BY residentId, ownFieldId'),
    householdOwnValues: all(
      `SELECT (SELECT group_concat(id) FROM (SELECT id FROM resident WHERE householdId = own.householdId ORDER BY id)) AS members,
         ownFieldId, value FROM householdOwnValue AS own ORDER BY 1, 2`,
    ),
    visitTasks: all('SELECT * FROM visitTask ORDER BY id'),
  }
}

function households(ledger: Ledger): string[] {
  const rows = ledger.raw
    .prepare<[], { place: string | null; head: number | null; members: string | null }>(
      `SELECT building.name || '/' || unit || '/' || room AS place, headResidentId AS head,
         (SELECT group_concat(id) FROM (SELECT id FROM resident WHERE householdId = household.id ORDER BY id)) AS members
       FROM household LEFT JOIN dwelling ON dwelling.id = dwellingId LEFT JOIN building ON building.id = buildingId`,
    )
    .all()
  return rows.map((row) => JSON.stringify(row)).sort()
}
