import { CompiledQuery, type Insertable } from 'kysely'
import type { LedgerSchema } from './schema.ts'
import type { LedgerTransaction } from './transaction.ts'

/** Unit: rows of one statement, the largest first; a few sizes, so that each is put into words once and never again. */
const statementSizes = [400, 60, 8, 1] as const

/** Unit: statements; every table has a few. */
const mostKnown = 200

/** Shape: table, columns and number of rows to the words of their statement. */
const knownStatements = new Map<string, string>()

/**
 * For repositories alone: inserts any number of rows that all have the same columns. A query builder goes through every value of every row to find
 * words it has found before: here it is asked once for each size of a statement.
 */
export async function insertRows<Table extends keyof LedgerSchema>(
  trx: LedgerTransaction,
  table: Table,
  rows: readonly Insertable<LedgerSchema[Table]>[],
): Promise<void> {
  const columns = Object.keys(rows[0] ?? {})
  let start = 0
  for (const size of statementSizes) {
    for (; rows.length - start >= size; start += size) {
      const some = rows.slice(start, start + size)
      const parameters = some.flatMap((row) => valuesIn(row, columns))
      await trx.executeQuery(CompiledQuery.raw(statementFor(trx, table, columns, some), parameters))
    }
  }
}

function statementFor<Table extends keyof LedgerSchema>(
  trx: LedgerTransaction,
  table: Table,
  columns: readonly string[],
  rows: readonly Insertable<LedgerSchema[Table]>[],
): string {
  const key = JSON.stringify([table, rows.length, columns])
  const known = knownStatements.get(key)
  if (known !== undefined) return known
  const { sql } = trx.insertInto(table).values(rows).compile()
  if (knownStatements.size >= mostKnown) knownStatements.clear()
  knownStatements.set(key, sql)
  return sql
}

/** Throws: RangeError for a row with other columns, whose values would get into the wrong ones. */
function valuesIn(row: object, columns: readonly string[]): unknown[] {
  const values: unknown[] = []
  let index = 0
  for (const [column, value] of Object.entries(row)) {
    if (column !== columns[index] || value === undefined) throw new RangeError('another column')
    values.push(value)
    index += 1
  }
  if (index !== columns.length) throw new RangeError('a column is missing')
  return values
}
