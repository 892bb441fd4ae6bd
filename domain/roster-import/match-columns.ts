import {
  foreignHeader,
  headerAliases,
  headerFragments,
  headerPunctuation,
  headerRemark,
  headIdAliases,
  headNameAliases,
} from '../codes/import-header-aliases.ts'
import { maskLongNumbers } from '../mask.ts'
import { importFields, type ImportColumn, type ImportField, type ImportMapping } from '../roster-import.ts'
import type { OwnField, OwnFieldKey } from '../own-field.ts'
import { cellText } from './cell-text.ts'
import { ownFieldFinder } from './own-columns.ts'
import type { SheetCell } from './roster-table.ts'
import { sniffFields } from './sniff-columns.ts'

const fieldByAlias = new Map<string, ImportField>(
  importFields.flatMap((field) => headerAliases[field].map((alias) => [alias, field] as const)),
)

/** Fields that several columns may fill together. */
const sharedFields: ReadonlySet<ImportField> = new Set([
  'phone',
  'careTags',
  'benefits',
  'emergencyPhone',
  'note',
])

interface Match {
  readonly field: ImportField
  /** 2 the very word, 1 a word inside. */
  readonly rank: 1 | 2
}

/** A header without its spaces, stars and remarks in brackets. */
export function headerKey(text: string): string {
  const plain = text.normalize('NFKC').replace(headerPunctuation, '')
  const bare = plain.replace(headerRemark, '')
  return bare === '' ? plain : bare
}

/** The field one header word means, or null. */
export function fieldOfHeader(key: string): ImportField | null {
  return matchOf(key)?.field ?? null
}

function exactMatch(key: string): Match | null {
  const field = fieldByAlias.get(key)
  return field === undefined ? null : { field, rank: 2 }
}

function matchOf(key: string): Match | null {
  const exact = exactMatch(key)
  if (exact !== null) return exact
  const found = headerFragments.find(([, fragment]) => fragment.test(key))
  if (found === undefined || (found[0] !== 'relationToHead' && foreignHeader.test(key))) return null
  return { field: found[0], rank: 1 }
}

/** A word below a group: the word decides, unless the group is about somebody else; then both together. */
function matchOfHeader(header: string): Match | null {
  const parts = header.split('/').map(headerKey)
  const word = parts.at(-1) ?? ''
  const group = parts.slice(0, -1).join('')
  if (group === '') return matchOf(word)
  if (foreignHeader.test(group) && matchOf(group)?.field !== 'relationToHead') {
    return exactMatch(`${group}${word}`)
  }
  return matchOf(word) ?? matchOf(`${group}${word}`) ?? (foreignHeader.test(word) ? null : matchOf(group))
}

/** The columns that are not empty, with the field each is taken for: by the clerk's choice, else by header, else by content. */
export function matchColumns(
  headers: readonly string[],
  dataRows: readonly (readonly SheetCell[])[],
  mapping: ImportMapping | null,
  ownFields: readonly OwnField[] = [],
): ImportColumn[] {
  const fields =
    mapping === null ? automaticFields(headers, dataRows, ownFields) : chosenFields(headers.length, mapping)
  const columns = headers.map((header, index) => ({
    index,
    header: header.slice(0, 200),
    field: fields[index] ?? null,
    examples: examplesOf(dataRows, index),
  }))
  return columns.filter(({ header, examples }) => header !== '' || examples.length > 0)
}

function chosenFields(columnCount: number, mapping: ImportMapping): (ImportField | null)[] {
  const chosen = new Map(mapping.map(({ index, field }) => [index, field]))
  return Array.from({ length: columnCount }, (_, index) => chosen.get(index) ?? null)
}

function automaticFields(
  headers: readonly string[],
  dataRows: readonly (readonly SheetCell[])[],
  ownFields: readonly OwnField[],
): (ImportField | null)[] {
  const fields = fieldsByHeader(headers, ownFieldFinder(ownFields, headerKey))
  const sniff = () => {
    const open = headers.map((header, index) => (fields[index] ?? null) === null && !isForeign(header))
    return sniffFields(dataRows, open, new Set(fields.filter((field) => field !== null)))
  }
  // A relation says that the rows are members, and the head's name is not theirs.
  const isMemberList = fields.includes('relationToHead') && sniff().includes('name')
  if (!isMemberList) fillFromHead(headers, fields)
  const sniffed = sniff()
  return fields.map((field, index) => field ?? sniffed[index] ?? null)
}

function isForeign(header: string): boolean {
  return foreignHeader.test(headerKey(header))
}

/** What the office itself calls a field goes before what the program takes a heading for. */
function fieldsByHeader(
  headers: readonly string[],
  ownFieldOf: (heading: string) => OwnFieldKey | null,
): (ImportField | null)[] {
  const matches = headers.map((header): Match | null => {
    const own = ownFieldOf(header)
    return own === null ? matchOfHeader(header) : { field: own, rank: 2 }
  })
  const taken = new Set<ImportField>()
  const fields: (ImportField | null)[] = headers.map(() => null)
  for (const rank of [2, 1] as const) {
    for (const [index, match] of matches.entries()) {
      if (match?.rank !== rank || (taken.has(match.field) && !sharedFields.has(match.field))) continue
      fields[index] = match.field
      taken.add(match.field)
    }
  }
  return fields
}

/** A list with one row per household names only its head. */
function fillFromHead(headers: readonly string[], fields: (ImportField | null)[]): void {
  if (fields.includes('name')) return
  const keys = headers.map(headerKey)
  const nameIndex = keys.findIndex((key) => headNameAliases.includes(key))
  if (nameIndex < 0) return
  fields[nameIndex] = 'name'
  const idIndex = keys.findIndex((key) => headIdAliases.includes(key))
  if (idIndex >= 0 && !fields.includes('idNumber')) fields[idIndex] = 'idNumber'
}

function examplesOf(dataRows: readonly (readonly SheetCell[])[], index: number): string[] {
  const examples: string[] = []
  for (const row of dataRows) {
    const text = maskLongNumbers(cellText(row[index]))
    if (text !== '' && !examples.includes(text)) examples.push(text.slice(0, 60))
    if (examples.length === 3) break
  }
  return examples
}
