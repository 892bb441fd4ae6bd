/** Where the reader was in a list: enough to come back to the same place. */
export interface TablePlace {
  readonly firstRow: number
  readonly activeRow: number
  readonly totalCount: number
}

export const topPlace: TablePlace = { firstRow: 0, activeRow: 0, totalCount: 0 }
