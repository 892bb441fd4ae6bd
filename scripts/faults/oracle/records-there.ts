import type Database from 'better-sqlite3'

/** Shape: the fields of a record that several clients change, and how often it was changed. */
interface RecordThere {
  readonly record: 'person' | 'task'
  readonly id: number
  readonly fields: Readonly<Record<string, string>>
  readonly revision: number
}

interface PersonRow {
  readonly id: number
  readonly revision: number
  readonly note: string
  readonly currentAddress: string
  readonly phone: string | null
}

interface TaskRow {
  readonly id: number
  readonly revision: number
  readonly note: string
  readonly visitor: string
}

/** What a ledger holds of these people and their visits, read by statements of its own. Throws: SqliteError. */
export function recordsThere(raw: Database.Database, residentIds: readonly number[]): readonly RecordThere[] {
  const list = JSON.stringify(residentIds)
  const people = raw
    .prepare<[string], PersonRow>(
      `SELECT id, revision, note, currentAddress,
         (SELECT number FROM residentPhone WHERE residentId = resident.id AND position = 0) AS phone
       FROM resident WHERE id IN (SELECT value FROM json_each(?))`,
    )
    .all(list)
  const tasks = raw
    .prepare<[string], TaskRow>(
      `SELECT id, revision, note, visitor FROM visitTask
       WHERE residentId IN (SELECT value FROM json_each(?))`,
    )
    .all(list)
  return [
    ...people.map(({ id, revision, note, currentAddress, phone }) => ({
      record: 'person' as const,
      id,
      revision,
      fields: { note, currentAddress, phone: phone ?? '' },
    })),
    ...tasks.map(({ id, revision, note, visitor }) => ({
      record: 'task' as const,
      id,
      revision,
      fields: { note, visitor },
    })),
  ]
}
