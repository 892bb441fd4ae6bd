import type { PrintedRoster } from '../../domain/roster.ts'
import { askForPaper } from './ask-for-paper.ts'
import { createGlyphCheck } from './missing-glyphs.ts'
import { layOutRoster, type RosterLayout } from './roster-layout.ts'
import { rosterNamesWithMissingGlyphs } from './roster-glyphs.ts'
import { createRosterRuler } from './roster-ruler.ts'
import { RosterSheet } from './roster-sheet.tsx'
import { setPageSize } from './page-size.ts'
import { isPageWanted } from './wanted-pages.ts'
import { useDrawnPaper } from './use-drawn-paper.ts'

/** As many as the contract lets through. */
const reportedNameLimit = 200

interface LaidOutRoster extends PrintedRoster {
  readonly layout: RosterLayout
  readonly pageIndexes: readonly number[]
}

/** Every sheet of the roster this window was opened for. */
export function RosterPaper() {
  const paper = useDrawnPaper(laidOutRoster, reportOf)
  return paper?.pageIndexes.map((pageIndex) => (
    <RosterSheet key={pageIndex} list={paper.list} layout={paper.layout} pageIndex={pageIndex} />
  ))
}

async function laidOutRoster(): Promise<LaidOutRoster> {
  const { roster, list } = await askForPaper('roster')
  // Texts are measured in the fonts they are drawn in.
  await document.fonts.ready
  const layout = layOutRoster(roster, list, createRosterRuler())
  setPageSize(layout.size)
  const pageIndexes = [...layout.sheets.keys()].filter(isPageWanted(location.hash))
  return { roster, list, layout, pageIndexes }
}

function reportOf({ roster, list, pageIndexes }: LaidOutRoster) {
  const missing = rosterNamesWithMissingGlyphs(roster, list, createGlyphCheck())
  return { pageCount: pageIndexes.length, missingGlyphNames: missing.slice(0, reportedNameLimit) }
}
