import type { VisitList } from '../../domain/paper.ts'
import { ask } from '../ledger/ledger-client.ts'
import { measureTexts } from './measure-texts.ts'
import { createGlyphCheck, namesWithMissingGlyphs } from './missing-glyphs.ts'
import { useDrawnPaper } from './use-drawn-paper.ts'
import { layOutVisitList, type VisitListLayout } from './visit-list-layout.ts'
import { VisitListSheet } from './visit-list-sheet.tsx'

/** As many as the contract lets through. */
const reportedNameLimit = 200

interface LaidOutList {
  readonly list: VisitList
  readonly layout: VisitListLayout
}

/** Every sheet of the visit list this window was opened for. */
export function VisitListPaper() {
  const paper = useDrawnPaper(laidOutList, reportOf)
  return paper?.layout.sheets.map((_, pageIndex) => (
    <VisitListSheet key={pageIndex} list={paper.list} layout={paper.layout} pageIndex={pageIndex} />
  ))
}

async function laidOutList(): Promise<LaidOutList> {
  const list = await ask('print.visitList', {})
  // Texts are measured in the fonts they are drawn in.
  await document.fonts.ready
  return { list, layout: layOutVisitList(list, measureTexts) }
}

function reportOf({ list, layout }: LaidOutList) {
  return {
    pageCount: layout.sheets.length,
    missingGlyphNames: namesWithMissingGlyphs(list.rows, createGlyphCheck()).slice(0, reportedNameLimit),
  }
}
