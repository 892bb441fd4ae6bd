import { useEffect, useState } from 'react'
import type { PersonData } from '../../../domain/person-data.ts'
import { measureTexts } from '../../print/measure-texts.ts'
import { createGlyphCheck, missingCharacters } from '../../print/missing-glyphs.ts'
import { layOutPersonData, type PersonDataLayout } from '../../print/person-data-layout.ts'

interface DrawnPersonData {
  readonly layout: PersonDataLayout
  readonly missing: readonly string[]
}

/** Lays a person's paper out as the print window does, once its fonts are there; null until then. */
export function useDrawnPersonData(data: PersonData | undefined): DrawnPersonData | null {
  const [drawn, setDrawn] = useState<DrawnPersonData | null>(null)
  useEffect(() => {
    if (data === undefined) return
    let isStale = false
    void document.fonts.ready.then(() => {
      if (isStale) return
      const layout = layOutPersonData(data, measureTexts)
      const texts = layout.rows.flatMap(({ cells }) => cells)
      setDrawn({ layout, missing: missingCharacters(texts, createGlyphCheck()) })
    })
    return () => {
      isStale = true
    }
  }, [data])
  return drawn
}
