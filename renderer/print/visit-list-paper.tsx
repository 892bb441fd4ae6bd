import type { VisitList } from '../../domain/paper.ts'
import { askForPaper } from './ask-for-paper.ts'
import { measureTexts } from './measure-texts.ts'
import { createGlyphCheck, namesWithMissingGlyphs } from './missing-glyphs.ts'
import { useDrawnPaper } from './use-drawn-paper.ts'
import { layOutVisitList, type VisitListLayout } from './visit-list-layout.ts'
import { isPageWanted } from './wanted-pages.ts'
import { VisitListSheet } from './visit-list-sheet.tsx'

/** As many as the contract lets through. */
const reportedNameLimit = 200

interface LaidOutList {
  readonly list: VisitList
  readonly layout: VisitListLayout
  readonly pageIndexes: readonly number[]
}

/** Every sheet of the visit list this window was opened for. */
export function VisitListPaper() {
  const paper = useDrawnPaper(laidOutList, reportOf)
  return paper?.pageIndexes.map((pageIndex) => (
    <VisitListSheet key={pageIndex} list={paper.list} layout={paper.layout} pageIndex={pageIndex} />
  ))
}

async function laidOutList(): Promise<LaidOutList> {
  const list = await askForPaper('visitList')
  // Texts are measured in the fonts they are drawn in.
  await document.fonts.ready
  const layout = layOutVisitList(list, measureTexts)
  return { list, layout, pageIndexes: [...layout.sheets.keys()].filter(isPageWanted(location.hash)) }
}

function reportOf({ list, pageIndexes }: LaidOutList) {
  return {
    pageCount: pageIndexes.length,
    missingGlyphNames: namesWithMissingGlyphs(list.rows, createGlyphCheck()).slice(0, reportedNameLimit),
  }
}
