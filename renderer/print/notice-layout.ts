import { noticeLabels, noticePartLabels } from '../../domain/labels/privacy-notice.zh.ts'
import { noticeParts, type NoticePaper } from '../../domain/privacy-notice.ts'
import type { measureTexts, TextType } from './measure-texts.ts'
import { paginate } from './paginate.ts'
import { textPieces } from './text-pieces.ts'

const words = noticeLabels.paper

/** A4 upright. Unit: millimetres. */
export const noticeMm = {
  width: 210,
  height: 297,
  left: 24,
  right: 22,
  top: 16,
  title: 15,
  gap: 1.4,
  sign: 58,
  footer: 7,
  bottom: 9,
  slack: 1.5,
} as const

/** How its sentences are set. */
export const noticeType: TextType = { fontSizePt: 11, lineHeightMm: 5.8, isBold: false }

/** Unit: characters of a sentence that stand together on one sheet. */
const longestPiece = 900

/** The first line of a paragraph begins two characters in. */
const indent = '\u3000\u3000'

/** Shape: a paragraph, and how much of its beginning is its heading; the signatures come after the last. */
interface NoticeParagraph {
  readonly heading: string
  readonly text: string
  readonly heightMm: number
}

/** Shape: the paragraphs of each sheet; null stands for the title and for the signatures. */
export interface NoticeLayout {
  readonly sheets: readonly (readonly (NoticeParagraph | 'title' | 'signatures')[])[]
}

/** Computes the sheets of a notice; the office's sentences may be as long as they like. */
export function layOutNotice(notice: NoticePaper, measure: typeof measureTexts): NoticeLayout {
  const paragraphs = paragraphsOf(notice)
  const heights = measure(
    new Set(paragraphs.map(({ heading, text }) => heading + text)),
    noticeMm.width - noticeMm.left - noticeMm.right,
    noticeType,
  )
  const blocks = [
    'title' as const,
    ...paragraphs.map(({ heading, text }) => ({
      heading,
      text,
      heightMm: (heights.get(heading + text) ?? 0) + noticeMm.gap,
    })),
    'signatures' as const,
  ]
  const heightOf = (block: (typeof blocks)[number]) =>
    block === 'title' ? noticeMm.title : block === 'signatures' ? noticeMm.sign : block.heightMm
  const bodyHeight = noticeMm.height - noticeMm.top - noticeMm.footer - noticeMm.bottom - noticeMm.slack
  const sheets = paginate([{ rowHeights: blocks.map(heightOf) }], { bodyHeight, headingHeight: 0 })
  return {
    sheets: sheets.map((lines) =>
      lines.flatMap((line) => (line.kind === 'row' ? (blocks[line.index] ?? []) : [])),
    ),
  }
}

function paragraphsOf({ committeeName, streetOfficeName, phone, residentName, text }: NoticePaper) {
  const addressee = residentName === null ? words.blankAddressee : words.addressee(residentName)
  const parts = noticeParts.flatMap((part, index) =>
    textPieces(text[part], longestPiece).map((piece, place) => ({
      heading: place === 0 ? indent + words.part(index, noticePartLabels[part]) : indent,
      text: piece,
    })),
  )
  return [
    { heading: '', text: addressee },
    { heading: '', text: indent + words.opening(committeeName) },
    ...parts,
    { heading: '', text: indent + words.contact(committeeName, streetOfficeName, phone) },
  ]
}
