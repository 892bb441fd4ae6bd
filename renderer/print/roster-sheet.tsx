import { chineseMoment } from '../../domain/labels/moment.zh.ts'
import { paperLabels } from '../../domain/labels/paper.zh.ts'
import type { RosterList } from '../../domain/roster.ts'
import { PersonName } from '../ui/person-name.tsx'
import type { TextType } from './measure-texts.ts'
import './print.css'
import type { RosterLayout } from './roster-layout.ts'
import { lineText } from './roster-lines.ts'
import type { RosterLine } from './roster-pages.ts'
import { rosterMm } from './roster-size.ts'

const words = paperLabels.visitList

const mm = (length: number) => `${length}mm`

interface RosterSheetProps {
  readonly list: RosterList
  readonly layout: RosterLayout
  /** Shape: zero-based. */
  readonly pageIndex: number
}

/** One sheet of a roster, the same on the screen and on paper. */
export function RosterSheet({ list, layout, pageIndex }: RosterSheetProps) {
  const { size, types, columns, signatureLines } = layout
  const lines = layout.sheets[pageIndex] ?? []
  return (
    <section
      className="paper-sheet paper-text"
      lang="zh-CN"
      style={{
        width: mm(size.widthMm),
        height: mm(size.heightMm),
        padding: `${mm(rosterMm.top)} ${mm(rosterMm.right)} 0 ${mm(rosterMm.left)}`,
      }}
    >
      <h2 className="roster-line" style={{ ...styleOf(types.title), marginBottom: mm(rosterMm.titleGap) }}>
        {layout.title}
      </h2>
      <p
        className="roster-line"
        style={{ ...styleOf(types.subtitle), marginBottom: mm(rosterMm.subtitleGap) }}
      >
        {layout.subtitle}
      </p>
      <table className="paper-table" style={{ ...styleOf(types.cell), width: mm(tableWidth(layout)) }}>
        <colgroup>
          {columns.map((column, index) => (
            <col key={index} style={{ width: mm(column.widthMm) }} />
          ))}
        </colgroup>
        <thead>
          <tr style={{ height: mm(layout.headerMm) }}>
            {columns.map((column, index) => (
              <th key={index} scope="col">
                <div style={cellStyle}>{column.heading}</div>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <RosterLineRow key={lineKey(line)} line={line} list={list} layout={layout} />
          ))}
        </tbody>
      </table>
      <div className="roster-foot" style={footStyle}>
        {signatureLines.map((texts, index) => (
          <p key={index} className="roster-signatures" style={{ height: mm(rosterMm.signLine) }}>
            {texts.map((text, place) => (
              <span key={place}>{text}</span>
            ))}
          </p>
        ))}
        <p className="roster-stamp" style={{ height: mm(rosterMm.footer) }}>
          <span>{stampText(list.stamp)}</span>
          <span className="paper-one-line">{words.pageFooter(pageIndex + 1, layout.sheets.length)}</span>
        </p>
      </div>
    </section>
  )
}

interface RosterLineRowProps {
  readonly line: RosterLine
  readonly list: RosterList
  readonly layout: RosterLayout
}

function RosterLineRow({ line, list, layout }: RosterLineRowProps) {
  if (line.kind !== 'row')
    return (
      <tr style={{ height: mm(layout.headingMm) }}>
        <th className="paper-heading" colSpan={layout.columns.length} scope="colgroup" style={headingStyle}>
          <PersonName name={lineText(line, layout.groups)} />
        </th>
      </tr>
    )
  const { cells } = list.rows[line.index] ?? { cells: [] }
  return (
    <tr style={{ height: mm(layout.rowHeightsMm[line.index] ?? 0) }}>
      {layout.columns.map((column, index) => (
        <td key={index} className={column.isCentred ? 'paper-centred' : undefined} style={cellStyle}>
          <PersonName name={cells[index] ?? ''} />
        </td>
      ))}
    </tr>
  )
}

function lineKey(line: RosterLine): string {
  return line.kind === 'row' ? `row-${line.index}` : `${line.kind}-${line.groupIndex ?? 'all'}`
}

function tableWidth({ columns }: RosterLayout): number {
  return columns.reduce((sum, { widthMm }) => sum + widthMm, 0)
}

function stampText(stamp: RosterList['stamp']): string {
  return stamp === null ? words.stampLater : words.stamp(stamp, chineseMoment(stamp.printedAt))
}

function styleOf({ fontSizePt, lineHeightMm, isBold }: TextType) {
  return { fontSize: `${fontSizePt}pt`, lineHeight: mm(lineHeightMm), fontWeight: isBold ? 700 : 400 }
}

const cellStyle = { padding: `0 ${mm(rosterMm.cellPaddingX)}` }

const headingStyle = { padding: `0 ${mm(rosterMm.headingPaddingX)}` }

const footStyle = { left: mm(rosterMm.left), right: mm(rosterMm.right), bottom: mm(rosterMm.bottom) }
