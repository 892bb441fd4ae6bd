import { Box, Text } from '@mantine/core'
import { useVirtualizer } from '@tanstack/react-virtual'
import { type RefObject, useRef, useState } from 'react'
import type { ImportRow, ImportView } from '../../../domain/import-report.ts'
import { importLabels, importVerdictLabels } from '../../../domain/labels/import.zh.ts'
import { ask } from '../../ledger/ledger-client.ts'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { useRowWindow, windowOffset } from '../../ui/row-window.ts'
import classes from './import.module.css'
import { RowExplanation } from './row-explanation.tsx'

const words = importLabels.preview

const columnHeaders = [words.name, words.idNumber, words.address, words.verdict, words.explanation]

/** Unit: CSS pixels at the normal text size. */
const estimatedRowHeight = 56

interface ImportRowsTableProps {
  readonly handle: string
  readonly previewNumber: number
  readonly view: ImportView | null
  /** Whether each row says which sheet it stands in. */
  readonly hasSeveralSheets: boolean
}

/** The checked rows, of which only the visible ones are held. */
export function ImportRowsTable({ handle, previewNumber, view, hasSeveralSheets }: ImportRowsTableProps) {
  const [heldOffset, setHeldOffset] = useState(0)
  const rows = useRowWindow(
    ['import.rows', handle, previewNumber, view],
    (offset, limit) => ask('import.rows', { handle, verdict: view, offset, limit }),
    heldOffset,
  )
  const totalCount = rows.totalCount ?? 0
  const scroller = useRef<HTMLDivElement>(null)
  // eslint-disable-next-line react-hooks/incompatible-library -- its answers are read anew in each drawing and kept by nobody
  const virtualizer = useVirtualizer({
    count: totalCount,
    getScrollElement: () => scroller.current,
    estimateSize: () => estimatedRowHeight,
    overscan: 10,
    onChange: ({ range }) => {
      if (range !== null) setHeldOffset(windowOffset(range.startIndex, range.endIndex))
    },
  })

  return (
    <div className={classes.fill}>
      <Text role="status" mb="xs">
        {rows.totalCount === 0 ? words.empty : words.rowCount(totalCount)}
      </Text>
      <FailureNotice error={rows.error} />
      <Box
        ref={scroller}
        role="table"
        tabIndex={0}
        aria-label={words.caption}
        aria-rowcount={totalCount + 1}
        className={classes.scroller}
        data-several={hasSeveralSheets}
      >
        <div role="rowgroup" className={classes.headGroup}>
          <div role="row" aria-rowindex={1} className={classes.row}>
            {[hasSeveralSheets ? words.sheetAndRow : words.rowNumber, ...columnHeaders].map((header) => (
              <span key={header} role="columnheader">
                {header}
              </span>
            ))}
          </div>
        </div>
        <div role="rowgroup" className={classes.canvas} style={{ height: virtualizer.getTotalSize() }}>
          {virtualizer.getVirtualItems().map((item) => (
            <div
              key={item.key}
              ref={virtualizer.measureElement}
              role="row"
              aria-rowindex={item.index + 2}
              data-index={item.index}
              className={`${classes.row} ${classes.dataRow}`}
              style={{ transform: `translateY(${item.start}px)` }}
            >
              <RowCells
                row={rows.rowAt(item.index)}
                hasSeveralSheets={hasSeveralSheets}
                focusAfter={scroller}
              />
            </div>
          ))}
        </div>
      </Box>
    </div>
  )
}

interface RowCellsProps {
  readonly row: ImportRow | undefined
  readonly hasSeveralSheets: boolean
  readonly focusAfter: RefObject<HTMLElement | null>
}

function RowCells({ row, hasSeveralSheets, focusAfter }: RowCellsProps) {
  if (row === undefined) return <span role="cell">{words.loadingRow}</span>
  return (
    <>
      <span role="cell">
        {hasSeveralSheets ? `${row.sheetName} ${words.rowOfSheet(row.sheetRowNumber)}` : row.sheetRowNumber}
      </span>
      <span role="cell" className={classes.name}>
        {row.name}
      </span>
      <span role="cell">{row.idNumberMasked}</span>
      <span role="cell">{row.address}</span>
      <span role="cell">
        <span className={classes.verdict} data-verdict={row.verdict}>
          {importVerdictLabels[row.verdict]}
        </span>
      </span>
      <span role="cell">
        <RowExplanation row={row} focusAfter={focusAfter} />
      </span>
    </>
  )
}
