import { sql, type RawBuilder } from 'kysely'
import type { LedgerTransaction } from '../transaction.ts'
import type { TableRow } from './table-row.ts'

/** The rows that have these values, in the order of their key. */
export async function findRows(trx: LedgerTransaction, table: string, values: TableRow): Promise<TableRow[]> {
  const key = await keyColumns(trx, table)
  const { rows } = await sql<TableRow>`
    SELECT * FROM ${sql.table(table)} WHERE ${matching(values)}
    ORDER BY ${sql.join(key.map((column) => sql.ref(column)))}`.execute(trx)
  return rows
}

export async function insertRow(trx: LedgerTransaction, table: string, row: TableRow): Promise<void> {
  await sql`
    INSERT INTO ${sql.table(table)} (${sql.join(Object.keys(row).map((column) => sql.ref(column)))})
    VALUES (${sql.join(Object.values(row))})`.execute(trx)
}

/** The row number that a row gets which has none. */
export async function nextRowId(trx: LedgerTransaction, table: string): Promise<number> {
  const { rows } = await sql<{
    readonly id: number
  }>`SELECT coalesce(max(id), 0) + 1 AS id FROM ${sql.table(table)}`.execute(trx)
  return rows[0]?.id ?? 1
}

export async function updateRows(
  trx: LedgerTransaction,
  table: string,
  values: TableRow,
  changes: TableRow,
): Promise<void> {
  await sql`
    UPDATE ${sql.table(table)}
    SET ${sql.join(Object.entries(changes).map(([column, value]) => sql`${sql.ref(column)} = ${value}`))}
    WHERE ${matching(values)}`.execute(trx)
}

export async function deleteRows(trx: LedgerTransaction, table: string, values: TableRow): Promise<void> {
  await sql`DELETE FROM ${sql.table(table)} WHERE ${matching(values)}`.execute(trx)
}

/** The columns of a table's primary key. */
export async function keyColumns(trx: LedgerTransaction, table: string): Promise<string[]> {
  const { rows } = await sql<{
    readonly name: string
  }>`SELECT name FROM pragma_table_info(${table}) WHERE pk > 0 ORDER BY pk`.execute(trx)
  return rows.map(({ name }) => name)
}

function matching(values: TableRow): RawBuilder<unknown> {
  const conditions = Object.entries(values).map(([column, value]) => sql`${sql.ref(column)} IS ${value}`)
  return sql.join(conditions, sql` AND `)
}
