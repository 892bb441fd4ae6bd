import { useEffect, useState } from 'react'
import type { VisitList } from '../../domain/paper.ts'
import { ask } from '../ledger/ledger-client.ts'
import { measureTexts } from './measure-texts.ts'
import { createGlyphCheck, namesWithMissingGlyphs } from './missing-glyphs.ts'
import './print.css'
import { layOutVisitList, type VisitListLayout } from './visit-list-layout.ts'
import { VisitListSheet } from './visit-list-sheet.tsx'

/** As many as the contract lets through. */
const reportedNameLimit = 200

interface DrawnPaper {
  readonly list: VisitList
  readonly layout: VisitListLayout
}

/** The hidden print window: draws the paper the address names and tells main when every page stands. */
export function PrintRoot() {
  const [paper, setPaper] = useState<DrawnPaper | null>(null)

  useEffect(() => {
    const asked = paperInAddress(location.hash)
    if (asked === null) return
    let isStale = false
    drawnPaper(asked)
      .then((drawn) => {
        if (!isStale) setPaper(drawn)
      })
      // No page stands: main learns it at once instead of waiting in vain.
      .catch(() => ask('print.sheetsReady', { pageCount: 0, missingGlyphNames: [] }))
    return () => {
      isStale = true
    }
  }, [])

  useEffect(() => {
    if (paper === null) return
    const missing = namesWithMissingGlyphs(paper.list.rows, createGlyphCheck())
    return afterTwoFrames(() => {
      void ask('print.sheetsReady', {
        pageCount: paper.layout.sheets.length,
        missingGlyphNames: missing.slice(0, reportedNameLimit),
      })
    })
  }, [paper])

  if (paper === null) return null
  return (
    <main>
      {paper.layout.sheets.map((_, pageIndex) => (
        <VisitListSheet key={pageIndex} list={paper.list} layout={paper.layout} pageIndex={pageIndex} />
      ))}
    </main>
  )
}

interface AskedVisitList {
  readonly visitRoundId: number
  readonly isIdNumberFull: boolean
}

function paperInAddress(hash: string): AskedVisitList | null {
  const match = /^#\/print\/visitList\/(\d+)\/(full|masked)$/.exec(hash)
  if (match === null) return null
  return { visitRoundId: Number(match[1]), isIdNumberFull: match[2] === 'full' }
}

async function drawnPaper(asked: AskedVisitList): Promise<DrawnPaper> {
  const list = await ask('paper.visitList', asked)
  await document.fonts.ready
  return { list, layout: layOutVisitList(list, measureTexts) }
}

/** Unit: milliseconds. */
const hiddenWindowPatience = 1000

/** The second frame starts only after the first one with the sheets was painted; a hidden window may paint none. */
function afterTwoFrames(callback: () => void): () => void {
  let frame = 0
  const stop = () => {
    cancelAnimationFrame(frame)
    clearTimeout(timer)
  }
  const finish = () => {
    stop()
    callback()
  }
  const timer = setTimeout(finish, hiddenWindowPatience)
  frame = requestAnimationFrame(() => {
    frame = requestAnimationFrame(finish)
  })
  return stop
}
