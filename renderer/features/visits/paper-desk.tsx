import { Box } from '@mantine/core'
import { useElementSize } from '@mantine/hooks'
import { useVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useRef } from 'react'
import { paperLabels } from '../../../domain/labels/paper.zh.ts'
import type { VisitList } from '../../../domain/paper.ts'
import { sheetMm } from '../../print/visit-list-columns.ts'
import type { VisitListLayout } from '../../print/visit-list-layout.ts'
import { VisitListSheet } from '../../print/visit-list-sheet.tsx'
import classes from './visits.module.css'

const words = paperLabels.preview

/** Unit: CSS pixels, by definition of the CSS inch. */
const pixelsPerMm = 96 / 25.4
const sheetWidth = sheetMm.width * pixelsPerMm
const sheetHeight = sheetMm.height * pixelsPerMm

/** Unit: CSS pixels around each sheet. */
const gap = 16

interface PaperDeskProps {
  readonly list: VisitList
  readonly layout: VisitListLayout
}

/** The very sheets that go to the printer, scaled to the window; only those in sight are drawn. */
export function PaperDesk({ list, layout }: PaperDeskProps) {
  const { ref: widthRef, width } = useElementSize()
  const scroller = useRef<HTMLDivElement>(null)
  const scale = width === 0 ? 0.5 : Math.min(1, (width - 2 * gap) / sheetWidth)
  const sheetCount = layout.sheets.length
  // eslint-disable-next-line react-hooks/incompatible-library -- its answers are read anew in each drawing and kept by nobody
  const virtualizer = useVirtualizer({
    count: sheetCount,
    getScrollElement: () => scroller.current,
    estimateSize: () => sheetHeight * scale + gap,
    paddingStart: gap,
    overscan: 1,
  })
  useEffect(() => virtualizer.measure(), [virtualizer, scale])

  return (
    <Box ref={scroller} role="region" tabIndex={0} aria-label={words.deskName} className={classes.desk}>
      <div ref={widthRef} className={classes.canvas} style={{ height: virtualizer.getTotalSize() }}>
        {virtualizer.getVirtualItems().map((item) => (
          <div
            key={item.key}
            role="group"
            aria-label={words.sheetName(item.index + 1, sheetCount)}
            className={classes.sheet}
            style={{
              width: sheetWidth * scale,
              height: sheetHeight * scale,
              transform: `translate(-50%, ${item.start}px)`,
            }}
          >
            <div className={classes.scaled} style={{ transform: `scale(${scale})` }}>
              <VisitListSheet list={list} layout={layout} pageIndex={item.index} />
            </div>
          </div>
        ))}
      </div>
    </Box>
  )
}
