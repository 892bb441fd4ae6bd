import type { PointerEvent } from 'react'
import { appLabels } from '../../domain/labels/app.zh.ts'
import type { DataTableColumn } from './data-table-column.ts'
import classes from './data-table.module.css'

interface DataTableRowProps<Row> {
  readonly id: string
  /** Shape: zero-based place in the whole list. */
  readonly index: number
  /** Unit: CSS pixels from the top of the list. */
  readonly start: number
  readonly template: string
  readonly columns: readonly DataTableColumn<Row>[]
  /** Undefined while the row is on its way. */
  readonly row: Row | undefined
  readonly isActive: boolean
  readonly onOpen: (index: number) => void
}

/** One row of the long list, placed by its offset. The grid itself has the focus and the keys. */
export function DataTableRow<Row>({ row, columns, index, ...props }: DataTableRowProps<Row>) {
  return (
    // eslint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus -- Enter on the grid opens the active row
    <div
      id={props.id}
      role="row"
      aria-rowindex={index + 2}
      aria-selected={props.isActive}
      aria-busy={row === undefined}
      className={`${classes.row} ${classes.dataRow}`}
      style={{ gridTemplateColumns: props.template, transform: `translateY(${props.start}px)` }}
      onClick={() => props.onOpen(index)}
    >
      {columns.map((column, position) => (
        <div key={column.key} role="gridcell" className={classes.cell} onPointerEnter={sayWhole}>
          {row === undefined ? position === 0 && appLabels.table.loadingRow : column.cell(row)}
        </div>
      ))}
    </div>
  )
}

/** What does not fit into its column is said whole when the mouse rests on it. */
function sayWhole({ currentTarget: cell }: PointerEvent<HTMLElement>): void {
  cell.title = cell.scrollWidth > cell.clientWidth ? cell.textContent : ''
}
