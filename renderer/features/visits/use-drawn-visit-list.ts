import { useEffect, useState } from 'react'
import type { VisitList } from '../../../domain/paper.ts'
import { measureTexts } from '../../print/measure-texts.ts'
import { createGlyphCheck, namesWithMissingGlyphs } from '../../print/missing-glyphs.ts'
import { layOutVisitList, type VisitListLayout } from '../../print/visit-list-layout.ts'

interface DrawnVisitList {
  readonly list: VisitList
  readonly layout: VisitListLayout
  readonly missingNames: readonly string[]
}

/** Lays a list out as the print window does, once its fonts are there; null until then. */
export function useDrawnVisitList(list: VisitList | undefined): DrawnVisitList | null {
  const [drawn, setDrawn] = useState<DrawnVisitList | null>(null)
  useEffect(() => {
    if (list === undefined) return
    let isStale = false
    void document.fonts.ready.then(() => {
      if (isStale) return
      setDrawn({
        list,
        layout: layOutVisitList(list, measureTexts),
        missingNames: namesWithMissingGlyphs(list.rows, createGlyphCheck()),
      })
    })
    return () => {
      isStale = true
    }
  }, [list])
  return drawn
}
