import { parseYesNo } from '../codes/yes-no-words.ts'
import { yesNoNames } from '../labels/resident-text.zh.ts'
import {
  comparedName,
  isOwnFieldKey,
  ownFieldIdOf,
  ownFieldKey,
  type OwnField,
  type OwnFieldKey,
} from '../own-field.ts'
import { readOwnValue, type OwnValue } from '../own-value.ts'
import type { ImportField } from '../roster-import.ts'
import { cellText, statedText } from './cell-text.ts'
import { codeFields, type CodeField } from './code-fields.ts'
import type { RowCells } from './read-fields.ts'
import type { SheetCell } from './roster-table.ts'
import type { IssueList } from './row-issues.ts'

/** The words there are for an own field; undefined for one that takes any text, number or date. */
function ownCodeField({ kind, choices }: OwnField): CodeField | undefined {
  if (kind === 'yesNo') return { codes: yesNoNames, parse: parseYesNo }
  if (kind !== 'choice') return undefined
  const byName = new Map(choices.map(({ id, name }) => [comparedName(name), String(id)]))
  return {
    codes: Object.fromEntries(
      choices.filter(({ isRetired }) => !isRetired).map(({ id, name }) => [String(id), name]),
    ),
    parse: (text) => byName.get(comparedName(text)),
  }
}

/** What the cells of a row say in the columns of own fields; what can't be read stays out and is told. */
export function readOwnCells(of: RowCells, ownFields: readonly OwnField[], list: IssueList): OwnValue[] {
  return ownFields.flatMap((field) => {
    const key = ownFieldKey(field.id)
    const value = readOwnCell(field, key, of.first(key), list)
    return value === null ? [] : [{ ownFieldId: field.id, value }]
  })
}

function readOwnCell(
  field: OwnField,
  key: OwnFieldKey,
  cell: SheetCell | undefined,
  list: IssueList,
): string | null {
  const coded = ownCodeField(field)
  // That there is none of something is an answer where yes or no is asked.
  const text = coded === undefined ? statedText(exact(cell)) : cellText(cell)
  if (text === '') return null
  if (coded !== undefined) {
    const code = coded.parse(text)
    if (code === undefined && statedText(cell) !== '') list.warn('valueUnknown', key, { value: text })
    return code ?? null
  }
  const reading = readOwnValue(field, text)
  if (reading.ok) return reading.value
  list.warn(issueOf[reading.problem], key)
  return null
}

const issueOf = {
  text: 'ownTextTooLong',
  number: 'numberUnreadable',
  numberTooLong: 'numberUnreadable',
  date: 'dateUnreadable',
  choice: 'valueUnknown',
  yesNo: 'valueUnknown',
} as const

/** A spreadsheet reckons with fifteen digits; what stands behind them was never typed. */
function exact(cell: SheetCell | undefined): SheetCell | undefined {
  return typeof cell === 'number' && !Number.isInteger(cell) ? Number(cell.toPrecision(15)) : cell
}

/** The own field a heading names, by its very name or by the name without what stands in brackets. */
export function ownFieldFinder(
  ownFields: readonly OwnField[],
  keyOf: (text: string) => string,
): (heading: string) => OwnFieldKey | null {
  const offered = ownFields.filter(({ isRetired }) => !isRetired)
  const byName = new Map(offered.map(({ id, name }) => [comparedName(name), ownFieldKey(id)]))
  const byKey = new Map(offered.map(({ id, name }) => [keyOf(name).toLowerCase(), ownFieldKey(id)]))
  return (heading) => {
    const word = heading.split('/').at(-1) ?? ''
    return byName.get(comparedName(word)) ?? byKey.get(keyOf(word).toLowerCase()) ?? null
  }
}

/** The words a column takes; undefined where they come from no table. */
export function codeFieldOf(field: ImportField, ownFields: readonly OwnField[]): CodeField | undefined {
  if (!isOwnFieldKey(field)) return codeFields[field]
  const own = ownFields.find(({ id }) => id === ownFieldIdOf(field))
  return own === undefined ? undefined : ownCodeField(own)
}
