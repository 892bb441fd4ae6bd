import { sql } from 'kysely'
import { draftKey } from '../../domain/draft-key.ts'
import { attachedTables } from '../duplicate/attached-tables.ts'
import type { LedgerTransaction } from '../transaction.ts'

/** Where something else names a person in passing: emptied, not deleted. */
const passing: readonly string[] = ['head', 'spouse', 'claimant']

/** Deletes every row that is about these records; what names them in passing forgets them with their own rows. */
export async function deleteAttached(trx: LedgerTransaction, ids: readonly number[]): Promise<void> {
  for (const { table, column, way } of attachedTables) {
    if (passing.includes(way)) continue
    await sql`DELETE FROM ${sql.table(table)} WHERE ${sql.ref(column)} IN (${sql.join(ids)})`.execute(trx)
  }
}

/** What was noted when they moved or died stands in the history of husband, wife and new head as the reason: there it is emptied. */
export async function forgetEventNotes(trx: LedgerTransaction, ids: readonly number[]): Promise<void> {
  await sql`
    UPDATE recordChange SET reason = ''
    WHERE source = 'lifeEvent' AND EXISTS (
      SELECT 1 FROM lifeEvent
      WHERE lifeEvent.residentId IN (${sql.join(ids)}) AND recordedAt = recordChange.at
        AND instr(lifeEvent.note, recordChange.reason) = 1)`.execute(trx)
}

/** Takes these records out of what other people's merges keep to be taken back: rows about them go, and nobody else's names them. */
export async function deleteFromMerges(trx: LedgerTransaction, ids: readonly number[]): Promise<void> {
  const names = [
    ['$.residentId', null, 'about'],
    ...attachedTables.flatMap(({ table, column, way }) =>
      column === 'residentId' ? [] : [[`$.${column}`, table, way] as const],
    ),
    ['$.id', 'resident', 'about'],
  ] as const
  for (const [path, table, way] of names)
    for (const side of ['before', 'after'] as const) {
      const text = sql.ref(side)
      const isNaming = sql`
        ${text} <> '' AND json_extract(${text}, ${path}) IN (${sql.join(ids)})
          AND (${table} IS NULL OR tableName = ${table})`
      await (
        passing.includes(way)
          ? sql`UPDATE residentMergeItem SET ${text} = json_set(${text}, ${path}, NULL) WHERE ${isNaming}`
          : sql`DELETE FROM residentMergeItem WHERE ${isNaming}`
      ).execute(trx)
    }
}

/** Deletes forms about these people that are half filled in, and those in which their names or numbers stand. */
export async function deleteDrafts(
  trx: LedgerTransaction,
  ids: readonly number[],
  words: readonly string[],
): Promise<void> {
  const tasks = await trx.selectFrom('visitTask').select('id').where('residentId', 'in', ids).execute()
  const events = await trx.selectFrom('careEvent').select('id').where('residentId', 'in', ids).execute()
  const cases = await trx.selectFrom('helpCase').select('id').where('residentId', 'in', ids).execute()
  const keys = [
    ...ids.map((id) => draftKey({ form: 'resident', id })),
    ...tasks.map(({ id }) => draftKey({ form: 'visitTask', id })),
    ...events.map(({ id }) => draftKey({ form: 'careEvent', id })),
    ...cases.map(({ id }) => draftKey({ form: 'helpCase', id })),
  ]
  await trx.deleteFrom('formDraft').where('formKey', 'in', keys).execute()
  for (const word of words)
    await trx
      .deleteFrom('formDraft')
      .where(sql<boolean>`instr(content, ${quoted(word)}) > 0`)
      .execute()
}

/** Deletes kept questions and kinds of roster that ask for one of these names or numbers. Shape: how many they were. */
export async function deleteQuestionsNaming(
  trx: LedgerTransaction,
  words: readonly string[],
): Promise<number> {
  let count = 0
  for (const word of words)
    for (const table of ['savedFilter', 'rosterKind'] as const) {
      const [done] = await trx
        .deleteFrom(table)
        .where(sql<boolean>`instr(content, ${quoted(word)}) > 0 OR name = ${word}`)
        .execute()
      count += Number(done?.numDeletedRows ?? 0)
    }
  return count
}

/**
 * Visit rules that ask for one of these names or numbers, or are called so, are out of use and without them; the visits
 * that came of them keep their rule.
 */
export async function emptyRulesNaming(
  trx: LedgerTransaction,
  words: readonly string[],
  removedAt: string,
): Promise<void> {
  for (const word of words)
    await trx
      .updateTable('visitRule')
      .set((eb) => ({
        name: '',
        condition: null,
        isActive: 0,
        removedAt: eb.fn.coalesce('removedAt', eb.val(removedAt)),
      }))
      .where(sql<boolean>`instr(condition, ${quoted(word)}) > 0 OR name = ${word}`)
      .execute()
}

/** As a whole text within JSON. */
function quoted(word: string): string {
  return JSON.stringify(word)
}
