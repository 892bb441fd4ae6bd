import type { ReactNode } from 'react'

export interface DataTableColumn<Row> {
  readonly key: string
  readonly header: string
  /** Shape: one track of a CSS grid template, in rem. */
  readonly width: string
  readonly cell: (row: Row) => ReactNode
}
