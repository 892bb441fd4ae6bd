import type Database from 'better-sqlite3'
import type { PersonFacts } from '../../domain/duplicate/person-facts.ts'

interface FactsRow {
  readonly id: number
  readonly name: string
  readonly birthWhen: string | null
  readonly idNumber: string | null
  /** One number a line. */
  readonly phones: string | null
  /** JSON: list of [number, 1 for a former one]; null when there is none. */
  readonly documents: string | null
}

const factsColumns = `
  SELECT id, name, birthWhen, idNumber,
    (SELECT group_concat(number, char(10)) FROM residentPhone WHERE residentId = resident.id) AS phones,
    (SELECT json_group_array(json_array(number, isFormer)) FROM residentDocument
      WHERE residentId = resident.id HAVING count(*) > 0) AS documents
  FROM resident`

/** The next people after an id, in the order of their ids, with what decides who may be their double. */
export function factsAfter(raw: Database.Database, afterId: number, limit: number): PersonFacts[] {
  const rows = raw.prepare<[number, number], FactsRow>(
    `${factsColumns} WHERE id > ? AND removedAt IS NULL ORDER BY id LIMIT ?`,
  )
  return rows.all(afterId, limit).map(personFacts)
}

/** The same of those of these people that exist. */
export function factsOf(raw: Database.Database, ids: readonly number[]): PersonFacts[] {
  const rows = raw.prepare<[string], FactsRow>(
    `${factsColumns} WHERE id IN (SELECT value FROM json_each(?)) AND removedAt IS NULL ORDER BY id`,
  )
  return rows.all(JSON.stringify(ids)).map(personFacts)
}

function personFacts({ id, name, birthWhen, idNumber, phones, documents }: FactsRow): PersonFacts {
  // Written by the statement above, from columns of the strict table.
  const others = documents === null ? [] : (JSON.parse(documents) as readonly (readonly [string, number])[])
  return {
    id,
    name,
    birthWhen,
    numbers: [
      ...(idNumber === null ? [] : [{ idNumber, isFormer: false }]),
      ...others.map(([number, isFormer]) => ({ idNumber: number, isFormer: isFormer === 1 })),
    ],
    phones: phones === null ? [] : phones.split('\n'),
  }
}
