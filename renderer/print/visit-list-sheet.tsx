import { chineseMoment } from '../../domain/labels/moment.zh.ts'
import { chineseDate, paperLabels } from '../../domain/labels/paper.zh.ts'
import type { VisitList } from '../../domain/paper.ts'
import { PersonName } from '../ui/person-name.tsx'
import './print.css'
import type { SheetLine } from './paginate.ts'
import { sheetMm, type VisitListColumn, visitListColumns } from './visit-list-columns.ts'
import type { VisitListLayout } from './visit-list-layout.ts'

const words = paperLabels.visitList

const mm = (length: number) => `${length}mm`

interface VisitListSheetProps {
  readonly list: VisitList
  readonly layout: VisitListLayout
  /** Shape: zero-based. */
  readonly pageIndex: number
}

/** One A4 sheet of the visit list, the same on the screen and on paper. */
export function VisitListSheet({ list, layout, pageIndex }: VisitListSheetProps) {
  const lines = layout.sheets[pageIndex] ?? []
  return (
    <section className="paper-sheet paper-text" lang="zh-CN" style={sheetStyle}>
      <h2 className="paper-title" style={{ height: mm(sheetMm.title) }}>
        {words.title(list.committeeName, list.roundName)}
      </h2>
      <p className="paper-subline" style={{ height: mm(sheetMm.subline) }}>
        {words.subline(chineseDate(list.cutoffOn), chineseDate(list.printedOn), list.rows.length)}
      </p>
      <table className="paper-table">
        <colgroup>
          {visitListColumns.map((column) => (
            <col key={column.key} style={{ width: mm(column.widthMm) }} />
          ))}
        </colgroup>
        <thead>
          <tr style={{ height: mm(sheetMm.header) }}>
            {visitListColumns.map((column) => (
              <th key={column.key} scope="col">
                {words.columns[column.key]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <SheetLineRow key={lineKey(line)} line={line} layout={layout} />
          ))}
        </tbody>
      </table>
      <p className="paper-sign-line" style={signLineStyle}>
        <span>{words.signLine.preparedBy}</span>
        <span>{words.signLine.checkedBy}</span>
        <span>{words.signLine.seal}</span>
      </p>
      <p className="paper-footer" style={footerStyle}>
        <span className="paper-stamp">{stampText(list.stamp)}</span>
        <span>{words.pageFooter(pageIndex + 1, layout.sheets.length)}</span>
      </p>
    </section>
  )
}

function stampText(stamp: VisitList['stamp']): string {
  return stamp === null ? words.stampLater : words.stamp(stamp, chineseMoment(stamp.printedAt))
}

const sheetStyle = {
  width: mm(sheetMm.width),
  height: mm(sheetMm.height),
  padding: `${mm(sheetMm.top)} ${mm(sheetMm.right)} 0 ${mm(sheetMm.left)}`,
}

const cellStyle = { padding: `0 ${mm(sheetMm.cellPaddingX)}` }

const footerStyle = {
  left: mm(sheetMm.left),
  right: mm(sheetMm.right),
  bottom: mm(sheetMm.bottom),
  height: mm(sheetMm.footer),
}

const signLineStyle = {
  left: mm(sheetMm.left),
  right: mm(sheetMm.right),
  bottom: mm(sheetMm.bottom + sheetMm.footer),
  height: mm(sheetMm.signLine),
}

function cellClass({ isCentred, canWrap }: VisitListColumn): string {
  return `${isCentred ? 'paper-centred' : ''} ${canWrap ? '' : 'paper-one-line'}`
}

function lineKey(line: SheetLine): string {
  return line.kind === 'heading' ? `heading-${line.groupIndex}` : `row-${line.index}`
}

function SheetLineRow({ line, layout }: { readonly line: SheetLine; readonly layout: VisitListLayout }) {
  if (line.kind === 'heading') {
    const group = layout.groups[line.groupIndex]
    if (group === undefined) return null
    return (
      <tr style={{ height: mm(sheetMm.heading) }}>
        <th className="paper-heading" colSpan={visitListColumns.length} scope="colgroup">
          {group.building === '' ? words.noBuilding : group.building}
          {line.isContinued ? words.groupContinued : words.groupCount(group.rows.length)}
        </th>
      </tr>
    )
  }
  const laidOut = layout.rows[line.index]
  if (laidOut === undefined) return null
  return (
    <tr className={laidOut.isDense ? 'paper-dense' : undefined} style={{ height: mm(laidOut.heightMm) }}>
      {visitListColumns.map((column) => (
        <td key={column.key} className={cellClass(column)} style={cellStyle}>
          {column.canWrap ? <PersonName name={column.textOf(laidOut.row)} /> : column.textOf(laidOut.row)}
        </td>
      ))}
    </tr>
  )
}
