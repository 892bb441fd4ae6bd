import { chineseMoment } from '../../domain/labels/moment.zh.ts'
import { chineseDate, paperLabels } from '../../domain/labels/paper.zh.ts'
import {
  personAskerLabels,
  personDataLabels,
  personSectionLabels,
} from '../../domain/labels/person-data.zh.ts'
import type { PersonData, PersonSection } from '../../domain/person-data.ts'
import { PersonName } from '../ui/person-name.tsx'
import './print.css'
import type { SheetLine } from './paginate.ts'
import { personColumnsMm, personMm } from './person-data-columns.ts'
import type { PersonDataLayout } from './person-data-layout.ts'

const words = personDataLabels.paper

const mm = (length: number) => `${length}mm`

interface PersonDataSheetProps {
  readonly data: PersonData
  readonly layout: PersonDataLayout
  /** Shape: zero-based. */
  readonly pageIndex: number
}

/** One A4 sheet of what is held on a person, the same on the screen and on paper. */
export function PersonDataSheet({ data, layout, pageIndex }: PersonDataSheetProps) {
  const { residentName, idNumber, printedOn, asker, note, stamp } = data
  return (
    <section className="paper-sheet paper-text" lang="zh-CN" style={sheetStyle}>
      <h2 className="paper-title" style={{ height: mm(personMm.title) }}>
        {words.title(data.committeeName)}
      </h2>
      <p className="paper-subline" style={sublineStyle}>
        {words.subline(residentName, idNumber, chineseDate(printedOn))}
      </p>
      <p className="paper-subline" style={sublineStyle}>
        {words.asker(personAskerLabels[asker], note)}
      </p>
      {partsOf(layout.sheets[pageIndex] ?? []).map(({ heading, rowIndexes }) => {
        const section = layout.sections[heading.groupIndex]
        return section === undefined ? (
          <Receipt key="receipt" />
        ) : (
          <Part
            key={section}
            section={section}
            isContinued={heading.isContinued}
            rows={rowIndexes.flatMap((index) => layout.rows[index] ?? [])}
          />
        )
      })}
      <p className="paper-footer" style={footerStyle}>
        <span className="paper-stamp">
          {stamp === null
            ? paperLabels.visitList.stampLater
            : paperLabels.visitList.stamp(stamp, chineseMoment(stamp.printedAt))}
        </span>
        <span>{paperLabels.visitList.pageFooter(pageIndex + 1, layout.sheets.length)}</span>
      </p>
    </section>
  )
}

interface PartProps {
  readonly section: PersonSection
  readonly isContinued: boolean
  readonly rows: PersonDataLayout['rows']
}

function Part({ section, isContinued, rows }: PartProps) {
  const { title, columns } = personSectionLabels[section]
  return (
    <table className="paper-table" style={{ marginTop: mm(personMm.gap - 0.8) }}>
      <colgroup>
        {personColumnsMm[section].map((widthMm, index) => (
          <col key={index} style={{ width: mm(widthMm) }} />
        ))}
      </colgroup>
      <thead>
        <tr style={{ height: mm(personMm.sectionTitle) }}>
          <th className="paper-heading" colSpan={columns.length} scope="colgroup">
            {title}
            {isContinued ? words.continued : ''}
          </th>
        </tr>
        <tr style={{ height: mm(personMm.columns) }}>
          {columns.map((column) => (
            <th key={column} scope="col">
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row, index) => (
          <tr
            key={index}
            className={row.isContinued ? 'paper-continued' : undefined}
            style={{ height: mm(row.heightMm) }}
          >
            {row.cells.map((text, place) => (
              <td key={place} style={cellStyle} colSpan={row.cells.length === 1 ? columns.length : 1}>
                <PersonName name={text} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** Where whoever got the paper signs, and whoever gave it. */
function Receipt() {
  return (
    <div className="paper-receipt" style={{ marginTop: mm(personMm.gap), height: mm(personMm.receipt) }}>
      <p>
        <strong>{words.receipt}</strong>
        {'\u3000'}
        {words.receiptText}
      </p>
      <p className="paper-receipt-line">
        <span>{words.receiptSign}</span>
        <span>{words.receiptDate}</span>
      </p>
      <p className="paper-receipt-line">
        <span>{words.receiptClerk}</span>
        <span>{words.receiptDate}</span>
      </p>
    </div>
  )
}

interface SheetPart {
  readonly heading: Extract<SheetLine, { kind: 'heading' }>
  readonly rowIndexes: number[]
}

/** The lines of a sheet by the part they belong to; the receipt has no rows of its own. */
function partsOf(lines: readonly SheetLine[]): readonly SheetPart[] {
  const parts: SheetPart[] = []
  for (const line of lines) {
    if (line.kind === 'heading') parts.push({ heading: line, rowIndexes: [] })
    else parts.at(-1)?.rowIndexes.push(line.index)
  }
  return parts
}

const sheetStyle = {
  width: mm(personMm.width),
  height: mm(personMm.height),
  padding: `${mm(personMm.top)} ${mm(personMm.right)} 0 ${mm(personMm.left)}`,
}

const sublineStyle = { height: mm(personMm.subline) }

const cellStyle = { padding: `0 ${mm(personMm.cellPaddingX)}` }

const footerStyle = {
  left: mm(personMm.left),
  right: mm(personMm.right),
  bottom: mm(personMm.bottom),
  height: mm(personMm.footer),
}
