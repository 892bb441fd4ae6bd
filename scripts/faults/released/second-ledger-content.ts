import { createHash } from 'node:crypto'
import type Database from 'better-sqlite3'
import { fillFirstLedger } from './first-ledger-content.ts'

/*
 * What the schema of 0.2.0 can hold beyond the first one, by statements and rules of its own. Frozen like the first:
 * the digest beside it is of exactly this, so this file is never changed.
 */

const writtenAt = '2026-11-30T01:00:00.000Z'
const entriesPerPerson = 5

/** Fills an empty ledger of version 2 with invented people, the same as in version 1, and with what came new. */
export function fillSecondLedger(raw: Database.Database, peopleCount: number): void {
  fillFirstLedger(raw, peopleCount)
  raw.exec('BEGIN')
  insertStaff(raw)
  insertSealedMatters(raw, peopleCount)
  insertDrafts(raw, peopleCount)
  insertAuditTrail(raw, Math.ceil(peopleCount / entriesPerPerson))
  raw.exec('COMMIT')
}

function insertStaff(raw: Database.Database): void {
  const staff = raw.prepare('INSERT INTO staff VALUES (?, ?, ?, ?, ?, ?, ?, ?)')
  staff.run(1, 'Director', 'director', 0, null, writtenAt, null, 1)
  staff.run(2, 'Worker', 'worker', 1, 'scrypt-of-a-pin', writtenAt, null, 3)
  staff.run(3, 'Viewer', 'viewer', 0, null, writtenAt, null, 1)
  staff.run(4, 'Worker', 'worker', 0, null, writtenAt, writtenAt, 2)
  const workField = raw.prepare('INSERT INTO staffWorkField VALUES (?, ?)')
  workField.run(2, 'civilAffairs')
  workField.run(2, 'disability')
}

function insertSealedMatters(raw: Database.Database, peopleCount: number): void {
  const matter = raw.prepare('INSERT INTO sealedMatter VALUES (?, ?, ?, ?, ?)')
  for (let id = 30; id <= peopleCount; id += 300) {
    matter.run(id, 'mentalDisorder', '2020-05-01', null, `sealed ${id}`)
    if (id % 600 === 30) matter.run(id, 'resettlementHelp', null, '2026-12-31', '')
  }
}

function insertDrafts(raw: Database.Database, peopleCount: number): void {
  const draft = raw.prepare('INSERT INTO formDraft VALUES (?, ?, ?, ?, ?)')
  draft.run(1, 'committee', '{"phone":"029-1"}', 0, writtenAt)
  for (let id = 20; id <= peopleCount; id += 2000)
    draft.run(2, `resident:${id}`, `{"note":"half a line ${id}"}`, 1, writtenAt)
}

function insertAuditTrail(raw: Database.Database, entryCount: number): void {
  const entry = raw.prepare(
    `INSERT INTO auditEntry VALUES (${Array.from({ length: 15 }, () => '?').join(', ')})`,
  )
  let previous = '0'.repeat(64)
  for (let seq = 1; seq <= entryCount; seq += 1) {
    // Chained by the rule of this file: what is kept here is the text, not what the program makes of it.
    const hash = createHash('sha256').update(`${previous}${seq}`).digest('hex')
    const isView = seq % 3 === 0
    entry.run(
      ...[seq, writtenAt, '2026-11-30', `boot-${seq % 50}`, 1 + (seq % 3), 'Director', 'director'],
      ...(isView ? ['revealed', 'resident', seq] : ['changed', 'resident', seq * entriesPerPerson]),
      ...(isView ? ['[]', 'visit', '{"group":"phones"}'] : ['["note"]', '', '{}']),
      ...[previous, hash],
    )
    previous = hash
  }
}
