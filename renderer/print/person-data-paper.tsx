import type { PersonData } from '../../domain/person-data.ts'
import { askForPaper } from './ask-for-paper.ts'
import { measureTexts } from './measure-texts.ts'
import { createGlyphCheck, missingCharacters } from './missing-glyphs.ts'
import { setPageSize } from './page-size.ts'
import { personMm } from './person-data-columns.ts'
import { layOutPersonData, type PersonDataLayout } from './person-data-layout.ts'
import { PersonDataSheet } from './person-data-sheet.tsx'
import { useDrawnPaper } from './use-drawn-paper.ts'
import { isPageWanted } from './wanted-pages.ts'

/** As many as the contract lets through. */
const reportedLimit = 200

interface LaidOutData {
  readonly data: PersonData
  readonly layout: PersonDataLayout
  readonly pageIndexes: readonly number[]
}

/** Every sheet of the person's paper this window was opened for. */
export function PersonDataPaper() {
  const paper = useDrawnPaper(laidOutData, reportOf)
  return paper?.pageIndexes.map((pageIndex) => (
    <PersonDataSheet key={pageIndex} data={paper.data} layout={paper.layout} pageIndex={pageIndex} />
  ))
}

async function laidOutData(): Promise<LaidOutData> {
  const data = await askForPaper('personData')
  // Texts are measured in the fonts they are drawn in.
  await document.fonts.ready
  setPageSize({ widthMm: personMm.width, heightMm: personMm.height })
  const layout = layOutPersonData(data, measureTexts)
  return { data, layout, pageIndexes: [...layout.sheets.keys()].filter(isPageWanted(location.hash)) }
}

function reportOf({ layout, pageIndexes }: LaidOutData) {
  const missing = missingCharacters(
    layout.rows.flatMap(({ cells }) => cells),
    createGlyphCheck(),
  )
  return { pageCount: pageIndexes.length, missingGlyphNames: missing.slice(0, reportedLimit) }
}
