import type { LedgerTransaction } from '../transaction.ts'
import type { MergeItem } from './resident-merge.repository.ts'
import { deleteRows, insertRow, keyColumns, updateRows } from './table-row.repository.ts'
import type { TableRow } from './table-row.ts'

/** Changes rows of any table and writes down what they were and what they are now, so that it can be taken back. */
export interface MergeJournal {
  readonly change: (table: string, row: TableRow, changes: TableRow) => Promise<void>
  readonly add: (table: string, row: TableRow) => Promise<void>
  readonly take: (table: string, row: TableRow) => Promise<void>
  /** Notes that a row was there already, to tell it from what comes later. */
  readonly note: (table: string, row: TableRow) => void
  readonly items: () => readonly MergeItem[]
}

/** What may differ without anything having changed. */
const unimportant: readonly string[] = ['revision', 'updatedAt']

export function mergeJournal(trx: LedgerTransaction): MergeJournal {
  const items: MergeItem[] = []
  const write = (tableName: string, before: TableRow | null, after: TableRow | null) => {
    const text = (row: TableRow | null) => (row === null ? '' : JSON.stringify(row))
    items.push({ tableName, before: text(before), after: text(after) })
  }
  return {
    change: async (table, row, changes) => {
      const key = await keyColumns(trx, table)
      const told = Object.keys(changes).filter((column) => !unimportant.includes(column))
      const columns = [...new Set([...key, ...told])]
      await updateRows(trx, table, pick(row, key), changes)
      write(table, pick(row, columns), pick({ ...row, ...changes }, columns))
    },
    add: async (table, row) => {
      await insertRow(trx, table, row)
      write(table, null, row)
    },
    take: async (table, row) => {
      await deleteRows(trx, table, pick(row, await keyColumns(trx, table)))
      write(table, row, null)
    },
    note: (table, row) => write(table, row, row),
    items: () => items,
  }
}

/** Some columns of a row. */
export function pick(row: TableRow, columns: readonly string[]): TableRow {
  return Object.fromEntries(columns.map((column) => [column, row[column] ?? null]))
}

/** Whether a row has these values, but for what only ever grows, and at any place of its list if that is asked for. */
export function hasValues(row: TableRow, values: TableRow, isAnyPlace = false): boolean {
  return Object.entries(values).every(
    ([column, value]) =>
      unimportant.includes(column) ||
      (isAnyPlace && column === 'position') ||
      (row[column] ?? null) === value,
  )
}
