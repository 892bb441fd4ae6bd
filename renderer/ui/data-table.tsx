import { useVirtualizer } from '@tanstack/react-virtual'
import { type ReactNode, type Ref, useEffect, useId, useRef, useState } from 'react'
import { appLabels } from '../../domain/labels/app.zh.ts'
import type { DataTableColumn } from './data-table-column.ts'
import { DataTableHead } from './data-table-head.tsx'
import { DataTableRow } from './data-table-row.tsx'
import { rowAfterKey } from './data-table-keys.ts'
import classes from './data-table.module.css'
import { FailureNotice } from './failure-notice.tsx'
import { useRemPx } from './rem-px.ts'
import { type RowSelection, rowChoosing } from './row-selection.ts'
import { type FetchRows, useRowWindow, windowOffset } from './row-window.ts'
import type { TablePlace } from './table-place.ts'

interface DataTableProps<Row> {
  readonly label: string
  readonly columns: readonly DataTableColumn<Row>[]
  /** Names what is listed; another key starts again at the top. */
  readonly queryKey: readonly unknown[]
  readonly fetchRows: FetchRows<Row>
  readonly countSentence: (count: number) => string
  readonly emptyState: ReactNode
  readonly initialPlace: TablePlace
  readonly onPlace: (place: TablePlace) => void
  /** Left out where there is nothing more to see of a row. */
  readonly onOpen?: (row: Row) => void
  readonly gridRef?: Ref<HTMLDivElement>
  /** Given where several rows can be chosen. */
  readonly selection?: RowSelection<Row>
  /** Shape: what stands beside the count of a list that is not empty. */
  readonly actions?: (totalCount: number) => ReactNode
}

/** Unit: rem. */
const rowHeightRem = 2.75
const boxWidth = '1.75rem'

/** A list of any length: only the rows on screen are drawn, only those around them are held. */
export function DataTable<Row>({
  queryKey,
  fetchRows,
  initialPlace,
  selection,
  ...props
}: DataTableProps<Row>) {
  const gridId = useId()
  const scroller = useRef<HTMLDivElement>(null)
  const rowHeight = rowHeightRem * useRemPx()
  const listName = JSON.stringify(queryKey)
  const [list, setList] = useState({
    name: listName,
    activeRow: initialPlace.activeRow,
    anchorRow: initialPlace.activeRow,
    heldOffset: windowOffset(initialPlace.firstRow, initialPlace.firstRow),
  })
  if (list.name !== listName) setList({ name: listName, activeRow: 0, anchorRow: 0, heldOffset: 0 })

  const rows = useRowWindow(queryKey, fetchRows, list.heldOffset)
  const totalCount = rows.totalCount ?? initialPlace.totalCount
  // The list may have become shorter than it was when its place was noted.
  const lastRow = rows.totalCount === null || rows.totalCount === 0 ? list.activeRow : rows.totalCount - 1
  const activeRow = Math.min(list.activeRow, lastRow)
  const choosing = rowChoosing(selection, {
    anchorRow: list.anchorRow,
    onAnchor: (anchorRow) => setList((now) => ({ ...now, anchorRow })),
    rowAt: rows.rowAt,
    fetchRows,
  })

  // eslint-disable-next-line react-hooks/incompatible-library -- the virtualizer is read anew at every render
  const virtualizer = useVirtualizer({
    count: totalCount,
    estimateSize: () => rowHeight,
    getScrollElement: () => scroller.current,
    initialOffset: initialPlace.firstRow * rowHeight,
    // The header lies over the first row's height and does not scroll.
    scrollPaddingEnd: rowHeight,
    overscan: 6,
    onChange: ({ range, scrollOffset }) => {
      if (range === null) return
      const heldOffset = windowOffset(range.startIndex, range.endIndex)
      setList((now) => (now.heldOffset === heldOffset ? now : { ...now, heldOffset }))
      props.onPlace({ firstRow: Math.floor((scrollOffset ?? 0) / rowHeight), activeRow, totalCount })
    },
  })

  const shownList = useRef(listName)
  useEffect(() => {
    if (shownList.current === listName) return
    shownList.current = listName
    scroller.current?.scrollTo({ top: 0 })
  }, [listName])

  const rowId = (index: number) => `${gridId}-${index}`
  const items = virtualizer.getVirtualItems()
  const isActiveDrawn = items.some((item) => item.index === activeRow)
  const boxTrack = selection === undefined ? [] : [boxWidth]
  const template = [...boxTrack, ...props.columns.map((column) => column.width)].join(' ')

  const activate = (row: number) => {
    setList((now) => ({ ...now, activeRow: row }))
    virtualizer.scrollToIndex(row)
  }
  const open = (index: number) => {
    const row = rows.rowAt(index)
    if (row === undefined || props.onOpen === undefined) return
    props.onPlace({ firstRow: firstRowOf(scroller.current, rowHeight), activeRow: index, totalCount })
    props.onOpen(row)
  }

  return (
    <div className={classes.frame}>
      <div className={classes.above}>
        <p role="status" className={classes.count}>
          {rows.totalCount === null ? appLabels.loading : props.countSentence(rows.totalCount)}
        </p>
        {totalCount > 0 && props.actions?.(totalCount)}
      </div>
      <FailureNotice error={rows.error} />
      {rows.totalCount === 0 ? (
        props.emptyState
      ) : (
        <div
          ref={(element) => {
            scroller.current = element
            if (typeof props.gridRef === 'function') props.gridRef(element)
            else if (props.gridRef) props.gridRef.current = element
          }}
          role="grid"
          aria-label={props.label}
          aria-rowcount={totalCount + 1}
          aria-colcount={props.columns.length + boxTrack.length}
          aria-multiselectable={selection !== undefined}
          aria-activedescendant={isActiveDrawn ? rowId(activeRow) : undefined}
          tabIndex={0}
          className={classes.grid}
          onKeyDown={(event) => {
            if (event.key === 'Enter') {
              // What opens takes the focus at once; the same key must not press a button in it.
              event.preventDefault()
              open(activeRow)
            }
            if (choosing.onKey(event, activeRow)) return
            const pageRows = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / rowHeight) - 2)
            const next = rowAfterKey(event.key, activeRow, totalCount, pageRows)
            if (next === null) return
            event.preventDefault()
            activate(next)
            choosing.onMove(event.shiftKey, next)
          }}
        >
          <DataTableHead
            columns={props.columns}
            template={template}
            selection={selection}
            onChosen={() => scroller.current?.focus()}
          />
          <div role="rowgroup" className={classes.body} style={{ height: virtualizer.getTotalSize() }}>
            {items.map((item) => (
              <DataTableRow
                key={item.index}
                id={rowId(item.index)}
                index={item.index}
                start={item.start}
                template={template}
                columns={props.columns}
                row={rows.rowAt(item.index)}
                isActive={item.index === activeRow}
                isOpenable={props.onOpen !== undefined}
                selection={selection}
                onPress={(event, isOnBox) => {
                  if (!choosing.onClick(event, item.index, isOnBox)) {
                    open(item.index)
                    return
                  }
                  setList((now) => ({ ...now, activeRow: item.index }))
                  scroller.current?.focus({ preventScroll: true })
                }}
              />
            ))}
          </div>
        </div>
      )}
    </div>
  )
}

function firstRowOf(scroller: HTMLDivElement | null, rowHeight: number): number {
  return Math.round((scroller?.scrollTop ?? 0) / rowHeight)
}
