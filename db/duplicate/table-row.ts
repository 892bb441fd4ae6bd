/** Shape: a row of any table, or some of its columns. */
export type TableRow = Readonly<Record<string, string | number | null>>
