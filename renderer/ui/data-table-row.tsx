import type { MouseEvent, PointerEvent } from 'react'
import { appLabels } from '../../domain/labels/app.zh.ts'
import type { DataTableColumn } from './data-table-column.ts'
import classes from './data-table.module.css'
import type { RowSelection } from './row-selection.ts'

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
  readonly isOpenable: boolean
  readonly selection: RowSelection<Row> | undefined
  readonly onPress: (event: MouseEvent, isOnBox: boolean) => void
}

/** One row of the long list, placed by its offset. The grid itself has the focus and the keys. */
export function DataTableRow<Row>({ row, columns, index, selection, ...props }: DataTableRowProps<Row>) {
  const isChosen = selection !== undefined && row !== undefined && selection.isChosen(row)
  return (
    // eslint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus -- Enter on the grid opens the active row
    <div
      id={props.id}
      role="row"
      aria-rowindex={index + 2}
      aria-selected={selection === undefined ? props.isActive : isChosen}
      data-active={props.isActive || undefined}
      data-openable={props.isOpenable || undefined}
      aria-busy={row === undefined}
      className={`${classes.row} ${classes.dataRow}`}
      style={{ gridTemplateColumns: props.template, transform: `translateY(${props.start}px)` }}
      onMouseDown={keepFocus}
      onClick={(event) => props.onPress(event, isOnBox(event))}
    >
      {selection !== undefined && (
        <div role="gridcell" className={classes.boxCell} data-box>
          {row !== undefined && (
            <input
              type="checkbox"
              tabIndex={-1}
              className={classes.box}
              aria-label={selection.rowLabel(row)}
              checked={isChosen}
              readOnly
            />
          )}
        </div>
      )}
      {columns.map((column, position) => (
        <div key={column.key} role="gridcell" className={classes.cell} onPointerEnter={sayWhole}>
          {row === undefined ? position === 0 && appLabels.table.loadingRow : column.cell(row)}
        </div>
      ))}
    </div>
  )
}

/** The whole cell is the target: the box alone is small. */
function isOnBox({ target }: MouseEvent): boolean {
  return target instanceof Element && target.closest('[data-box]') !== null
}

/** Choosing rows by mouse neither marks the text between them nor takes the keys away from the list. */
function keepFocus(event: MouseEvent): void {
  if (event.shiftKey || isOnBox(event)) event.preventDefault()
}

/** What does not fit into its column is said whole when the mouse rests on it. */
function sayWhole({ currentTarget: cell }: PointerEvent<HTMLElement>): void {
  cell.title = cell.scrollWidth > cell.clientWidth ? cell.textContent : ''
}
