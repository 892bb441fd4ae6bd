import {
  exampleMark,
  footerRow,
  headerAliases,
  hintCell,
  totalCell,
  totalWord,
} from '../codes/import-header-aliases.ts'
import { parseRelationToHead } from '../codes/relation-to-head.ts'
import { cellText, isBlank } from './cell-text.ts'
import { fieldOfHeader, headerKey } from './match-columns.ts'
import type { MergedArea, RosterSheet, SheetCell } from './roster-table.ts'

/** Shape: the header as one text per column; data begins at rows[lastRow + 1]; lastRow is -1 without a header. */
export interface RosterHeader {
  readonly firstRow: number
  readonly lastRow: number
  readonly headers: readonly string[]
}

/** Unit: rows; a header further down than this is none. */
const searchedRows = 30

/** The header of a sheet: title rows above it are skipped, merged cells spread, a second header row joined. */
export function findHeader(sheet: RosterSheet): RosterHeader {
  const columnCount = widestRow(sheet)
  let best = { row: -1, score: 1 }
  for (let row = 0; row < Math.min(searchedRows, sheet.rows.length); row += 1) {
    const score = headerScore(headerRow(sheet, row, columnCount))
    if (score > best.score) best = { row, score }
  }
  if (best.row < 0) return { firstRow: -1, lastRow: -1, headers: emptyRow(columnCount) }
  return withNeighbour(sheet, best.row, columnCount)
}

/** The best row may be the lower one of two: the groups are then above it. */
function withNeighbour(sheet: RosterSheet, row: number, columnCount: number): RosterHeader {
  if (isUpperRow(sheet, row, columnCount)) return joined(sheet, row, row + 1, columnCount)
  if (row > 0 && isUpperRow(sheet, row - 1, columnCount)) return joined(sheet, row - 1, row, columnCount)
  return { firstRow: row, lastRow: row, headers: headerRow(sheet, row, columnCount) }
}

/** A group over several columns with words below it, or a cell merged into the row below, makes an upper header row. */
function isUpperRow(sheet: RosterSheet, row: number, columnCount: number): boolean {
  const upper = headerRow(sheet, row, columnCount)
  if (knownFieldCount(upper) === 0 || row + 1 >= sheet.rows.length) return false
  const areas = sheet.mergedAreas.filter((area) => area.top === row)
  const tall = areas.filter((area) => area.bottom === row + 1)
  const groups = areas.filter(
    (area) => area.bottom === row && area.right > area.left && !isTitle(area, columnCount),
  )
  if (tall.length > 0 && groups.length > 0) return true
  const lower = (sheet.rows[row + 1] ?? []).map(cellText)
  const words = lower.filter((text) => text !== '')
  if (words.length === 0 || !words.every((text) => fieldOfHeader(headerKey(text)) !== null)) return false
  return groups.length > 0 || tall.length > 0 || fillsGaps(upper, lower)
}

/** Without merged cells (CSV): every word below stands in the gap right of a group, or begins one. */
function fillsGaps(upper: readonly string[], lower: readonly string[]): boolean {
  const hasWord = (column: number) => (lower[column] ?? '') !== ''
  const isGap = (column: number) => (upper[column] ?? '') === '' && hasWord(column)
  const columns = [...lower.keys()].filter(hasWord)
  return columns.some(isGap) && columns.every((column) => isGap(column) || isGap(column + 1))
}

function isTitle(area: MergedArea, columnCount: number): boolean {
  return area.left === 0 && area.right - area.left + 1 >= columnCount - 1
}

function joined(sheet: RosterSheet, upperRow: number, lowerRow: number, columnCount: number): RosterHeader {
  const upper = groupsSpread(sheet, upperRow, columnCount)
  const lower = headerRow(sheet, lowerRow, columnCount)
  const headers = lower.map((text, column) => {
    const group = upper[column] ?? ''
    if (text === '' || text === group) return group
    return group === '' ? text : `${group}/${text}`
  })
  return { firstRow: upperRow, lastRow: lowerRow, headers }
}

/** Where nothing is merged, a group reaches over the empty cells at its right that have a word below. */
function groupsSpread(sheet: RosterSheet, row: number, columnCount: number): string[] {
  const texts = headerRow(sheet, row, columnCount)
  const lower = headerRow(sheet, row + 1, columnCount)
  let group = ''
  return texts.map((text, column) => {
    const hasWordBelow = (lower[column] ?? '') !== ''
    if (text !== '') group = hasWordBelow ? text : ''
    return text === '' && hasWordBelow ? group : text
  })
}

/** The texts of one header row; a merged cell stands in each of its columns, and in each of its rows. */
function headerRow(sheet: RosterSheet, row: number, columnCount: number): string[] {
  const texts = emptyRow(columnCount).map((_, column) => cellText(sheet.rows[row]?.[column]))
  for (const area of sheet.mergedAreas) {
    if (area.top > row || area.bottom < row || isTitle(area, columnCount)) continue
    const text = cellText(sheet.rows[area.top]?.[area.left])
    for (let column = area.left; column <= area.right; column += 1) texts[column] = text
  }
  return texts
}

/** One known word may stand in a title or a cell; the word for a name stands in nothing but a header. */
function headerScore(texts: readonly string[]): number {
  const hasName = texts.some((text) => headerAliases.name.includes(headerKey(text)))
  return knownFieldCount(texts) + (hasName ? 1 : 0)
}

/** The word for a head is also what a row of people says of one of them. */
function knownFieldCount(texts: readonly string[]): number {
  const words = texts.filter((text) => parseRelationToHead(text) === undefined)
  const fields = words.map((text) => fieldOfHeader(headerKey(text)))
  return new Set(fields.filter((field) => field !== null)).size
}

function widestRow({ rows }: RosterSheet): number {
  return rows.reduce((widest, row) => Math.max(widest, row.length), 0)
}

function emptyRow(columnCount: number): string[] {
  return Array.from({ length: columnCount }, () => '')
}

/** Unit: rows below the header in which hints may stand. */
const hintRows = 3

/** A row that tells how to fill in the sheet, or gives an example of it. */
export function isHintRow(cells: readonly SheetCell[], index: number, { lastRow }: RosterHeader): boolean {
  if (lastRow < 0 || index > lastRow + hintRows) return false
  const texts = cells.map(cellText).filter((text) => text !== '')
  const hintCount = texts.filter((text) => hintCell.test(text)).length
  return exampleMark.test(texts[0] ?? '') || hintCount * 2 > texts.length
}

/** Unit: characters; the pattern is slow and a total is short. */
const longestTotal = 24

function isTotal(text: string): boolean {
  return text.length <= longestTotal && text.includes(totalWord) && totalCell.test(text)
}

/** A row that is no person: blank, a signature or total, or the header again on the next printed page. */
export function isPersonRow(cells: readonly SheetCell[], header: RosterHeader): boolean {
  const firstColumn = cells.findIndex((cell) => !isBlank(cell))
  if (firstColumn < 0) return false
  const first = cellText(cells[firstColumn])
  const second = cellText(cells.find((cell, column) => column > firstColumn && !isBlank(cell)))
  if (footerRow.test(first) || isTotal(first) || isTotal(second)) return false
  return !repeatsHeader(cells, header)
}

function repeatsHeader(cells: readonly SheetCell[], { headers, lastRow }: RosterHeader): boolean {
  if (lastRow < 0) return false
  let sameCount = 0
  for (let column = 0; column < cells.length; column += 1) {
    if (isSameWord(headers[column] ?? '', cellText(cells[column]))) sameCount += 1
  }
  return sameCount >= 2 && sameCount * 2 > cells.filter((cell) => !isBlank(cell)).length
}

/** A heading, or one half of it where it stands below another. */
function isSameWord(header: string, text: string): boolean {
  if (header.length < text.length || text === '') return false
  return header === text || header.endsWith(`/${text}`) || header.startsWith(`${text}/`)
}
