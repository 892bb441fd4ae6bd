import type { DataTableColumn } from './data-table-column.ts'
import classes from './data-table.module.css'
import type { RowSelection } from './row-selection.ts'

interface DataTableHeadProps<Row> {
  readonly columns: readonly DataTableColumn<Row>[]
  readonly template: string
  readonly selection: RowSelection<Row> | undefined
  /** The box was pressed: the keys belong to the list. */
  readonly onChosen: () => void
}

/** The head of a long list, with the box that chooses everybody in it. */
export function DataTableHead<Row>({ columns, template, selection, onChosen }: DataTableHeadProps<Row>) {
  return (
    <div role="rowgroup" className={classes.head}>
      <div role="row" aria-rowindex={1} className={classes.row} style={{ gridTemplateColumns: template }}>
        {selection !== undefined && (
          <div role="columnheader" className={classes.boxCell}>
            <input
              type="checkbox"
              tabIndex={-1}
              aria-label={selection.allLabel}
              className={classes.box}
              checked={selection.areAllChosen}
              ref={(box) => {
                if (box !== null) box.indeterminate = selection.isAnyChosen && !selection.areAllChosen
              }}
              onChange={() => {
                if (selection.areAllChosen) selection.onNone()
                else selection.onAll()
                onChosen()
              }}
            />
          </div>
        )}
        {columns.map((column) => (
          <div key={column.key} role="columnheader" className={classes.cell}>
            {column.header}
          </div>
        ))}
      </div>
    </div>
  )
}
