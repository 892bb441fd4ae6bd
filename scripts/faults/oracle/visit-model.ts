import type Database from 'better-sqlite3'

/** Shape: what was written down of one visit. */
interface VisitWords {
  readonly revision: number
  readonly outcome: string
  readonly visitor: string
  readonly note: string
}

/** Visits in memory, by their task, that know nothing of the ledger. */
export type VisitModel = Map<number, VisitWords>

/** Both as one text each, which are equal when the ledger holds what was told to be saved. Throws: SqliteError. */
export function visitTexts(model: VisitModel, raw: Database.Database) {
  const rows = raw
    .prepare<[], VisitWords & { readonly id: number }>(
      'SELECT id, revision, outcome, visitor, note FROM visitTask ORDER BY id',
    )
    .all()
  const meant = [...model].sort(([one], [other]) => one - other)
  return {
    meant: meant.map(([id, words]) => lineOf(id, words)).join('\n'),
    there: rows.map((row) => lineOf(row.id, row)).join('\n'),
  }
}

function lineOf(id: number, { revision, outcome, visitor, note }: VisitWords): string {
  return JSON.stringify([id, revision, outcome, visitor, note])
}
