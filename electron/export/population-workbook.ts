import { countLabels, sheetLineLabel } from '../../domain/labels/count.zh.ts'
import { chineseMoment } from '../../domain/labels/moment.zh.ts'
import { chineseDate, paperLabels } from '../../domain/labels/paper.zh.ts'
import type { PopulationPaper } from '../../domain/population-paper.ts'
import { sectionOf, sheetColumns } from '../../domain/population-sheet.ts'
import type { WorkbookCell, WorkbookContent } from './write-workbook.ts'

const words = countLabels.paper

/** Unit: characters of the usual font; the longest line has sixteen Chinese ones. */
const widths = { line: 36, figure: 14 } as const

/** The population sheet as a workbook: the very rows of the paper, one section below the other, figures as numbers. */
export function populationWorkbook({ committeeName, kept, sheet, stamp }: PopulationPaper): WorkbookContent {
  const sections = [...Map.groupBy(sheet.lines, ({ line }) => sectionOf(line))]
  const notes = sections.flatMap(([section]) => countLabels.notes[section] ?? [])
  return {
    title: words.title(committeeName),
    linesAbove: [
      words.title(committeeName),
      ...(kept === null ? [] : [words.keptName(kept.name, chineseMoment(kept.madeAt), kept.staffName)]),
      words.days(chineseDate(sheet.referenceOn), chineseDate(sheet.fromOn)),
      `${countLabels.householdCount(sheet.householdCount)}\u3000\u3000${words.unit}`,
    ],
    columns: [
      { header: words.item, widthCharacters: widths.line },
      ...sheetColumns.map((column) => ({
        header: countLabels.columns[column],
        widthCharacters: widths.figure,
      })),
    ],
    rows: rowsOf(sections),
    isHeading: ([, ...figures]) => figures.length === 0,
    linesBelow: [
      ...(kept === null || kept.note === '' ? [] : [words.note(kept.note)]),
      countLabels.personUnit,
      ...notes,
      Object.values(paperLabels.visitList.signLine).join('\u3000'.repeat(8)),
      ...(stamp === null ? [] : [paperLabels.visitList.stamp(stamp, chineseMoment(stamp.printedAt))]),
    ],
    page: { size: 'A4', orientation: 'portrait', isWhole: true },
    pageFooter: paperLabels.visitList.pageFooter('&P', '&N'),
  }
}

type Sections = readonly (readonly [section: string, lines: PopulationPaper['sheet']['lines']])[]

async function* rowsOf(sections: Sections): AsyncGenerator<readonly WorkbookCell[]> {
  for (const [section, lines] of sections) {
    yield await Promise.resolve([countLabels.sections[section] ?? ''])
    for (const { line, figures } of lines)
      yield [sheetLineLabel(line), ...sheetColumns.map((column) => figures[column])]
  }
}
