import { headOfHouseholdCode } from '../codes/relation-to-head.ts'
import type { RosterRow } from './read-row.ts'
import { isRefused } from './row-issues.ts'
import { isStepEnd } from './row-steps.ts'

/** A row with what the rows around it tell: the door of its family, and the row whose household it joins. */
export interface FamilyRow extends RosterRow {
  /** True where only the head's row says where the family lives. */
  readonly isDoorOfHead: boolean
  /** Null for heads, and where the door alone tells who lives together. */
  readonly headRowNumber: number | null
}

/**
 * Finds the families of a file: by the head's name where the rows give it, else under the head listed above.
 * A door of one's own is never given up for either. Comes back between steps with the number of rows done.
 */
export function* joinFamilies(rows: readonly RosterRow[]): Generator<number, FamilyRow[], undefined> {
  const headNames = headNamesOf(rows)
  const firstHeads = new Map<string, RosterRow>()
  for (const row of rows.toReversed().filter(isHead)) rememberHead(firstHeads, row)
  const headsAbove = new Map<string, RosterRow>()
  let listedAbove: RosterRow | null = null
  let lastUsable: FamilyRow | null = null
  const families: FamilyRow[] = []
  for (const [index, row] of rows.entries()) {
    if (isStepEnd(index)) yield index
    const headName = headNames[index] ?? ''
    listedAbove = headListedAbove(row, headName, listedAbove)
    if (isHead(row)) rememberHead(headsAbove, row)
    const key = homeKey(headName, row)
    const head = headName === '' ? listedAbove : (headsAbove.get(key) ?? firstHeads.get(key) ?? null)
    const joined: FamilyRow = isHead(row) ? alone(row) : withFamily(row, headName, head, lastUsable)
    if (!isRefused(row)) lastUsable = joined
    families.push(joined)
  }
  return families
}

/** The head a family listed below goes on with; anybody else's row ends the family. */
function headListedAbove(row: RosterRow, headName: string, head: RosterRow | null): RosterRow | null {
  if (isHead(row)) return row
  if (head === null || (row.draft.relationToHead === null && headName === '')) return null
  const keys = keysOfHead('', head)
  return keys.includes(homeKey('', row)) ? head : null
}

/** Where the name stands in the heads' own rows only, it holds for the rows below. */
function headNamesOf(rows: readonly RosterRow[]): string[] {
  const isOnlyAtHeads = rows.every(({ headName, draft }) => headName === '' || headName === draft.name)
  if (!isOnlyAtHeads) return rows.map(({ headName }) => headName)
  let current = ''
  return rows.map((row) => {
    if (row.headName !== '' || isHead(row)) current = row.headName
    return current
  })
}

function rememberHead(heads: Map<string, RosterRow>, row: RosterRow): void {
  for (const key of keysOfHead(row.draft.name, row)) heads.set(key, row)
}

const anywhere = 'anywhere'

/** Somebody without a door lives with the head, unless an address of their own says otherwise. */
function homeKey(headName: string, { draft }: RosterRow): string {
  const isOpen = draft.dwelling === null && draft.currentAddress === ''
  return keyOf(headName, isOpen ? anywhere : draft.dwelling)
}

function keysOfHead(name: string, { draft }: RosterRow): string[] {
  return [keyOf(name, anywhere), keyOf(name, draft.dwelling)]
}

/** No part of a row has more than one line. */
function keyOf(name: string, home: typeof anywhere | RosterRow['draft']['dwelling']): string {
  if (home === null || home === anywhere) return `${name}\n${home ?? 'nowhere'}`
  return `${name}\n${home.building}\n${home.unit}\n${home.room}`
}

function withFamily(
  row: RosterRow,
  headName: string,
  head: RosterRow | null,
  above: FamilyRow | null,
): FamilyRow {
  const joined = head === null ? alone(row) : withHead(row, headName, head)
  const isOpen = joined.headRowNumber === null && joined.draft.dwelling === null && headName !== ''
  return isOpen ? withNeighbour(joined, headName, above) : joined
}

function withHead(row: RosterRow, headName: string, head: RosterRow): FamilyRow {
  const isDoorKnown = !head.issues.some(({ code }) => code === 'addressIsDate')
  const isOpen = row.draft.dwelling === null && row.draft.currentAddress === ''
  const isDoorOfHead = isOpen && isDoorKnown && head.draft.dwelling !== null
  const draft = isDoorOfHead ? { ...row.draft, dwelling: head.draft.dwelling } : row.draft
  // Without names, the door tells as much as the order of the rows.
  const isTold = headName === '' && draft.dwelling !== null
  return { ...row, draft, isDoorOfHead, headRowNumber: isTold || isRefused(head) ? null : head.rowNumber }
}

/** The head is refused or not in the file: those who name the same one in a row still belong together. */
function withNeighbour(row: FamilyRow, headName: string, above: FamilyRow | null): FamilyRow {
  const isFamily =
    headName !== '' &&
    above?.headName === headName &&
    above.draft.dwelling === null &&
    row.draft.currentAddress === above.draft.currentAddress
  return isFamily ? { ...row, headRowNumber: above.headRowNumber ?? above.rowNumber } : row
}

function alone(row: RosterRow): FamilyRow {
  return { ...row, isDoorOfHead: false, headRowNumber: null }
}

function isHead(row: RosterRow): boolean {
  return row.draft.relationToHead === headOfHouseholdCode
}
