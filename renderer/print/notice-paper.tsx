import type { NoticePaper } from '../../domain/privacy-notice.ts'
import { askForPaper } from './ask-for-paper.ts'
import { measureTexts } from './measure-texts.ts'
import { createGlyphCheck, missingCharacters } from './missing-glyphs.ts'
import { layOutNotice, noticeMm, type NoticeLayout } from './notice-layout.ts'
import { NoticeSheet } from './notice-sheet.tsx'
import { setPageSize } from './page-size.ts'
import { useDrawnPaper } from './use-drawn-paper.ts'
import { isPageWanted } from './wanted-pages.ts'

interface LaidOutNotice {
  readonly notice: NoticePaper
  readonly layout: NoticeLayout
  readonly pageIndexes: readonly number[]
}

/** Every sheet of the notice this window was opened for. */
export function NoticeSheets() {
  const paper = useDrawnPaper(laidOutNotice, reportOf)
  return paper?.pageIndexes.map((pageIndex) => (
    <NoticeSheet key={pageIndex} notice={paper.notice} layout={paper.layout} pageIndex={pageIndex} />
  ))
}

async function laidOutNotice(): Promise<LaidOutNotice> {
  const notice = await askForPaper('notice')
  // Texts are measured in the fonts they are drawn in.
  await document.fonts.ready
  setPageSize({ widthMm: noticeMm.width, heightMm: noticeMm.height })
  const layout = layOutNotice(notice, measureTexts)
  return { notice, layout, pageIndexes: [...layout.sheets.keys()].filter(isPageWanted(location.hash)) }
}

function reportOf({ notice, pageIndexes }: LaidOutNotice) {
  const texts = [notice.residentName ?? '', ...Object.values(notice.text)]
  return {
    pageCount: pageIndexes.length,
    missingGlyphNames: [...missingCharacters(texts, createGlyphCheck())].slice(0, 200),
  }
}
