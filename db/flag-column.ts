import type { ColumnType } from 'kysely'

/** Shape: 0 or 1. */
export type Flag = ColumnType<number, number, number>
