import type { PopulationPaper } from '../../domain/population-paper.ts'
import { askForPaper } from './ask-for-paper.ts'
import { createGlyphCheck, missingCharacters } from './missing-glyphs.ts'
import { setPageSize } from './page-size.ts'
import { populationMm, PopulationSheetPage } from './population-sheet-page.tsx'
import { useDrawnPaper } from './use-drawn-paper.ts'

/** The one page of the population sheet this window was opened for. */
export function PopulationSheetPaper() {
  const paper = useDrawnPaper(fetchSheet, reportOf)
  return paper === null ? null : <PopulationSheetPage paper={paper} />
}

async function fetchSheet(): Promise<PopulationPaper> {
  setPageSize({ widthMm: populationMm.width, heightMm: populationMm.height })
  return askForPaper('populationSheet')
}

function reportOf({ kept, committeeName }: PopulationPaper) {
  const texts = [committeeName, kept?.name ?? '', kept?.note ?? '']
  return { pageCount: 1, missingGlyphNames: [...missingCharacters(texts, createGlyphCheck())] }
}
