import { countLabels, sheetLineLabel } from '../../domain/labels/count.zh.ts'
import { grouped } from '../../domain/labels/grouped.ts'
import { chineseMoment } from '../../domain/labels/moment.zh.ts'
import { chineseDate, paperLabels } from '../../domain/labels/paper.zh.ts'
import type { PopulationPaper } from '../../domain/population-paper.ts'
import { sectionOf, sheetColumns } from '../../domain/population-sheet.ts'
import { PersonName } from '../ui/person-name.tsx'
import './population-sheet-page.css'
import './print.css'

const words = countLabels.paper
const mm = (length: number) => `${length}mm`

/** A4 upright. Unit: millimetres. */
export const populationMm = { width: 210, height: 297, row: 6.6 } as const

/** The sections of the left half of the page; the others stand on the right. */
const leftSections = ['total', 'age', 'from', 'change']

interface PopulationSheetPageProps {
  readonly paper: PopulationPaper
}

/** The population sheet on its one page, the same on the screen and on paper. */
export function PopulationSheetPage({ paper }: PopulationSheetPageProps) {
  const { sheet, kept, stamp } = paper
  const sections = [...Map.groupBy(sheet.lines, ({ line }) => sectionOf(line))]
  const isLeft = ([section]: (typeof sections)[number]) => leftSections.includes(section)
  const notes = sections.flatMap(([section]) => countLabels.notes[section] ?? [])
  return (
    <section className="paper-sheet paper-text population-page" lang="zh-CN">
      <h2 className="paper-title">{words.title(paper.committeeName)}</h2>
      <p className="paper-subline">
        {kept !== null && (
          <PersonName name={words.keptName(kept.name, chineseMoment(kept.madeAt), kept.staffName)} />
        )}
      </p>
      <p className="paper-subline">{words.days(chineseDate(sheet.referenceOn), chineseDate(sheet.fromOn))}</p>
      <p className="population-unit">
        <span>{countLabels.householdCount(sheet.householdCount)}</span>
        <span>{words.unit}</span>
      </p>
      <div className="population-halves">
        <Half sections={sections.filter(isLeft)} />
        <Half sections={sections.filter((section) => !isLeft(section))} />
      </div>
      <div className="population-notes">
        {kept !== null && kept.note !== '' && (
          <p>
            <PersonName name={words.note(kept.note)} />
          </p>
        )}
        <p>
          {countLabels.personUnit}
          {notes.join('')}
        </p>
      </div>
      <p className="population-sign">
        {Object.values(paperLabels.visitList.signLine).map((text) => (
          <span key={text}>{text}</span>
        ))}
      </p>
      <p className="paper-footer population-foot">
        <span className="paper-stamp">
          {stamp === null
            ? paperLabels.visitList.stampLater
            : paperLabels.visitList.stamp(stamp, chineseMoment(stamp.printedAt))}
        </span>
      </p>
    </section>
  )
}

interface HalfProps {
  readonly sections: readonly (readonly [string, PopulationPaper['sheet']['lines']])[]
}

function Half({ sections }: HalfProps) {
  return (
    <table className="paper-table">
      <colgroup>
        <col />
        {sheetColumns.map((column) => (
          <col key={column} className="population-figure" />
        ))}
      </colgroup>
      {sections.map(([section, lines]) => (
        <tbody key={section}>
          <tr style={{ height: mm(populationMm.row) }}>
            <th className="paper-heading" scope="rowgroup">
              {countLabels.sections[section]}
            </th>
            {sheetColumns.map((column) => (
              <th key={column} className="paper-heading paper-centred" scope="col">
                {countLabels.columns[column]}
              </th>
            ))}
          </tr>
          {lines.map(({ line, figures }) => (
            <tr key={line} style={{ height: mm(populationMm.row) }}>
              <th scope="row" className="population-line">
                {sheetLineLabel(line)}
              </th>
              {sheetColumns.map((column) => (
                <td key={column} className="population-number">
                  {grouped(figures[column])}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      ))}
    </table>
  )
}
