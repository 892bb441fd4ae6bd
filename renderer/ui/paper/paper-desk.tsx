import { Box } from '@mantine/core'
import { useElementSize } from '@mantine/hooks'
import { useVirtualizer } from '@tanstack/react-virtual'
import { type ReactNode, useEffect, useRef } from 'react'
import { paperLabels } from '../../../domain/labels/paper.zh.ts'
import classes from './paper-desk.module.css'
import { pixelsPerMm } from './pixels-per-mm.ts'

const words = paperLabels.preview

/** Unit: CSS pixels around each sheet. */
const gap = 16

interface PaperDeskProps {
  readonly sheetCount: number
  readonly widthMm: number
  readonly heightMm: number
  readonly drawSheet: (pageIndex: number) => ReactNode
}

/** The very sheets that go to the printer, scaled to the window; only those in sight are drawn. */
export function PaperDesk({ sheetCount, widthMm, heightMm, drawSheet }: PaperDeskProps) {
  const { ref: widthRef, width } = useElementSize()
  const scroller = useRef<HTMLDivElement>(null)
  const [sheetWidth, sheetHeight] = [widthMm * pixelsPerMm, heightMm * pixelsPerMm]
  const scale = width === 0 ? 0.5 : Math.min(1, (width - 2 * gap) / sheetWidth)
  // eslint-disable-next-line react-hooks/incompatible-library -- its answers are read anew in each drawing and kept by nobody
  const virtualizer = useVirtualizer({
    count: sheetCount,
    getScrollElement: () => scroller.current,
    estimateSize: () => sheetHeight * scale + gap,
    paddingStart: gap,
    overscan: 1,
  })
  useEffect(() => virtualizer.measure(), [virtualizer, scale, sheetHeight])

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
              {drawSheet(item.index)}
            </div>
          </div>
        ))}
      </div>
    </Box>
  )
}
