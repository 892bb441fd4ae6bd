import { chineseMoment } from '../../domain/labels/moment.zh.ts'
import { paperLabels } from '../../domain/labels/paper.zh.ts'
import { rosterPaperLabels, rosterText } from '../../domain/labels/roster.zh.ts'
import type { PrintedRoster } from '../../domain/roster.ts'
import type { WorkbookContent } from './write-workbook.ts'

/** Unit: characters of the usual font. */
const widthCharacters = { least: 6, most: 40, writing: 14 } as const

/** A roster as a workbook: the very rows of the paper, its groups and sums as rows of their own. */
export function rosterWorkbook({ roster, list }: PrintedRoster): WorkbookContent {
  const facts = { ...list, personCount: list.rows.length }
  const { stamp } = list
  const head = [rosterText(roster.title, facts), rosterText(roster.subtitle, facts)]
  const headings = roster.columns.map(({ heading }, index) =>
    heading === '' ? (list.columnNames[index] ?? '') : heading,
  )
  return {
    title: head[0] ?? '',
    linesAbove: head.filter((line) => line !== ''),
    columns: headings.map((header, index) => ({
      header,
      widthCharacters:
        roster.columns[index]?.field === 'blank'
          ? widthCharacters.writing
          : widthOf([header, ...list.rows.map(({ cells }) => cells[index] ?? '')]),
    })),
    rows: rowsOf({ roster, list }),
    linesBelow: [
      ...(roster.signatures.length === 0 ? [] : [roster.signatures.join('\u3000'.repeat(8))]),
      ...(stamp === null ? [] : [paperLabels.visitList.stamp(stamp, chineseMoment(stamp.printedAt))]),
    ],
    page: { size: roster.paper, orientation: roster.orientation },
    pageFooter: paperLabels.visitList.pageFooter('&P', '&N'),
  }
}

async function* rowsOf({ roster, list: { rows } }: PrintedRoster): AsyncGenerator<readonly string[]> {
  const isGrouped = roster.grouping !== 'none'
  const line = (text: string) => roster.columns.map((_, index) => (index === 0 ? text : ''))
  let count = 0
  for (const [index, { group, cells }] of rows.entries()) {
    if (isGrouped && group !== rows[index - 1]?.group) {
      count = 0
      yield line(group)
    }
    yield cells
    count += 1
    const isGroupEnd = group !== rows[index + 1]?.group
    if (isGrouped && roster.hasSubtotals && isGroupEnd) yield line(rosterPaperLabels.subtotal(count))
  }
  if (roster.hasSubtotals) yield line(rosterPaperLabels.total(rows.length))
}

/** A Chinese character takes the room of two. */
function widthOf(texts: readonly string[]): number {
  let widest: number = widthCharacters.least
  for (const text of texts) {
    let width = 2
    for (const character of text) width += character > '\u2e7f' ? 2 : 1
    widest = Math.max(widest, width)
  }
  return Math.min(widest, widthCharacters.most)
}
