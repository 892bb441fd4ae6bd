import { addDays, calendarDate, parseTypedPartialDate, type CalendarDate } from '../calendar-date.ts'
import {
  carePeriodEnd,
  carePeriodRange,
  carePeriodStart,
  careTagRemark,
  careTagEntry,
  careTagThenTime,
  careTimeThenTag,
} from '../codes/care-period-words.ts'
import { parseCareTag } from '../codes/care-tag.ts'
import { parseLivingArrangement, type LivingArrangement } from '../codes/living-arrangement.ts'
import type { ResidentDraft } from '../resident.ts'
import { cellLines, statedText } from './cell-text.ts'
import type { SheetCell } from './roster-table.ts'
import type { IssueList } from './row-issues.ts'

type CareTagPeriod = ResidentDraft['careTags'][number]
type Period = Pick<CareTagPeriod, 'fromOn' | 'toOn'>

const mostCareTags = 40
const openPeriod: Period = { fromOn: null, toOn: null }

/** Care tags of all cells, with the days written beside them; words that name a living arrangement fill that field. */
export function readCareTags(
  cells: readonly SheetCell[],
  list: IssueList,
): { readonly careTags: readonly CareTagPeriod[]; readonly livingFromTags: LivingArrangement | null } {
  const careTags = new Map<string, CareTagPeriod>()
  let livingFromTags: LivingArrangement | null = null
  for (const entry of cells.flatMap(entriesOf)) {
    const { word, remark } = parted(entry)
    const careTag = parseCareTag(word)
    const living = parseLivingArrangement(entry) ?? parseLivingArrangement(word)
    const period = remark === '' ? openPeriod : periodOf(remark)
    if (careTag !== undefined) careTags.set(careTag, { careTag, ...(period ?? openPeriod) })
    else if (living !== undefined) livingFromTags = living
    if (careTag === undefined && living === undefined)
      list.warn('careTagUnknown', 'careTags', { value: word })
    if (careTag !== undefined && period === undefined) list.warn('careTagRemarkUnread', 'careTags')
  }
  return { careTags: [...careTags.values()].slice(0, mostCareTags), livingFromTags }
}

/** Shape: what each word of the cells is, and the days beside it; undefined days could not be read. */
export function readDatedWords<Code>(
  cells: readonly SheetCell[],
  parse: (text: string) => Code | undefined,
): { readonly word: string; readonly code: Code | undefined; readonly period: Period | undefined }[] {
  return cells
    .filter((cell) => statedText(cell) !== '')
    .flatMap((cell) => cellLines(cell).normalize('NFKC').match(careTagEntry) ?? [])
    .map((entry) => entry.replace(/\s/g, ''))
    .filter((entry) => statedText(entry) !== '')
    .map((entry) => {
      const { word, remark } = parted(entry, parse)
      return { word, code: parse(word), period: remark === '' ? openPeriod : periodOf(remark) }
    })
}

function entriesOf(cell: SheetCell): string[] {
  if (statedText(cell) === '') return []
  const entries = cellLines(cell).normalize('NFKC').match(careTagEntry)?.flatMap(wordsOf) ?? []
  return entries.filter((entry) => statedText(entry) !== '')
}

/** Blanks inside a word only pad it; they part words where the whole is none. */
function wordsOf(entry: string): string[] {
  const whole = entry.replace(/\s/g, '')
  const isOne = parseCareTag(whole) !== undefined || parseLivingArrangement(whole) !== undefined
  if (isOne || careTagRemark.test(whole)) return [whole]
  const words = entry.trim().split(/\s+/)
  return words.every((word) => parseCareTag(parted(word).word) !== undefined) ? words : [whole]
}

/** The word of a tag and what is said beside it; the entry holds no blanks. */
export function parted(
  entry: string,
  parse: (text: string) => unknown = parseCareTag,
): { readonly word: string; readonly remark: string } {
  if (parse(entry) !== undefined) return { word: entry, remark: '' }
  const after = careTagRemark.exec(entry) ?? careTagThenTime.exec(entry)
  if (after !== null) return { word: after[1] ?? '', remark: after[2] ?? '' }
  const before = careTimeThenTag.exec(entry)
  return before === null ? { word: entry, remark: '' } : { word: before[2] ?? '', remark: before[1] ?? '' }
}

/** The days of a remark; a month or year alone counts from its first day, or to its last. */
function periodOf(remark: string): Period | undefined {
  const range = carePeriodRange.exec(remark)
  if (range !== null) return period(firstDay(range[1]), lastDay(range[2]))
  const start = carePeriodStart.exec(remark)
  if (start !== null) return period(firstDay(start[1]), null)
  const end = carePeriodEnd.exec(remark)
  return end === null ? undefined : period(null, lastDay(end[1]))
}

function period(fromOn: CalendarDate | null | undefined, toOn: CalendarDate | null | undefined) {
  if (fromOn === undefined || toOn === undefined) return undefined
  return fromOn !== null && toOn !== null && fromOn > toOn ? undefined : { fromOn, toOn }
}

function firstDay(text = ''): CalendarDate | undefined {
  const parts = partsOf(text)
  return parts && calendarDate(parts.year, parts.month ?? 1, parts.day ?? 1)
}

function lastDay(text = ''): CalendarDate | undefined {
  const parts = partsOf(text)
  if (parts === undefined) return undefined
  const { year, month = 12, day } = parts
  if (day !== undefined) return calendarDate(year, month, day)
  const next = month === 12 ? calendarDate(year + 1, 1, 1) : calendarDate(year, month + 1, 1)
  return addDays(next, -1)
}

function partsOf(text: string) {
  const typed = parseTypedPartialDate(text)
  if (!typed.ok) return undefined
  const [year, month, day] = typed.date.split('-').map(Number)
  return year === undefined ? undefined : { year, month, day }
}
