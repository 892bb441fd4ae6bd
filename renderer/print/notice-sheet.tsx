import { chineseMoment } from '../../domain/labels/moment.zh.ts'
import { paperLabels } from '../../domain/labels/paper.zh.ts'
import { noticeLabels } from '../../domain/labels/privacy-notice.zh.ts'
import type { NoticePaper } from '../../domain/privacy-notice.ts'
import { PersonName } from '../ui/person-name.tsx'
import { noticeMm, noticeType, type NoticeLayout } from './notice-layout.ts'
import './print.css'

const words = noticeLabels.paper

const mm = (length: number) => `${length}mm`

interface NoticeSheetProps {
  readonly notice: NoticePaper
  readonly layout: NoticeLayout
  /** Shape: zero-based. */
  readonly pageIndex: number
}

/** One A4 sheet of the notice, the same on the screen and on paper. */
export function NoticeSheet({ notice, layout, pageIndex }: NoticeSheetProps) {
  const { stamp } = notice
  return (
    <section className="paper-sheet paper-text" lang="zh-CN" style={sheetStyle}>
      {(layout.sheets[pageIndex] ?? []).map((block, index) => {
        if (block === 'title')
          return (
            <h2 key={index} className="paper-title" style={{ height: mm(noticeMm.title) }}>
              {words.title}
            </h2>
          )
        if (block === 'signatures') return <Signatures key={index} />
        return (
          <p key={index} className="notice-paragraph" style={{ height: mm(block.heightMm) }}>
            <strong>{block.heading}</strong>
            <PersonName name={block.text} />
          </p>
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

function Signatures() {
  return (
    <div className="notice-signatures" style={{ height: mm(noticeMm.sign) }}>
      <p>{words.read}</p>
      <p>{words.consent}</p>
      {[words.sign, words.guardianSign, words.clerk].map((label) => (
        <p key={label} className="notice-sign-line">
          <span>{label}</span>
          <span>{words.date}</span>
        </p>
      ))}
    </div>
  )
}

const sheetStyle = {
  width: mm(noticeMm.width),
  height: mm(noticeMm.height),
  padding: `${mm(noticeMm.top)} ${mm(noticeMm.right)} 0 ${mm(noticeMm.left)}`,
  fontSize: `${noticeType.fontSizePt}pt`,
  lineHeight: mm(noticeType.lineHeightMm),
}

const footerStyle = {
  left: mm(noticeMm.left),
  right: mm(noticeMm.right),
  bottom: mm(noticeMm.bottom),
  height: mm(noticeMm.footer),
}
