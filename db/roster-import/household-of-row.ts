import { headOfHouseholdCode } from '../../domain/codes/relation-to-head.ts'
import type { FamilyRow } from '../../domain/roster-import/join-families.ts'
import type { PersonThere } from './person-there.queries.ts'

interface Household {
  readonly headRowNumber: number | null
  readonly headResidentId: number | null
}

/** Whose household each new person joins: a head named in the file comes first, then the one head of that name in the ledger. */
export function householdFinder(
  rows: readonly FamilyRow[],
  people: readonly PersonThere[],
  matched: ReadonlySet<PersonThere>,
): (row: FamilyRow) => Household {
  const nameOfRow = new Map(rows.map(({ rowNumber, draft }) => [rowNumber, draft.name]))
  // Where a head is whom the file lists too, the file says.
  const headsThere = Map.groupBy(
    people.filter((person) => person.isHead && !matched.has(person)),
    ({ name }) => name,
  )
  return (row) => {
    const { headName, headRowNumber } = row
    const isListed = headRowNumber !== null && nameOfRow.get(headRowNumber) === headName
    if (headName === '' || isListed || row.draft.relationToHead === headOfHouseholdCode) {
      return { headRowNumber, headResidentId: null }
    }
    const [only, ...others] = (headsThere.get(headName) ?? []).filter((head) => isAtHome(row, head))
    return only === undefined || others.length > 0
      ? { headRowNumber, headResidentId: null }
      : { headRowNumber: null, headResidentId: only.id }
  }
}

/** A row without any address is at home wherever its head is. */
function isAtHome({ draft }: FamilyRow, head: PersonThere): boolean {
  const { dwelling, currentAddress } = draft
  if (dwelling === null) return currentAddress === '' || head.building === null
  return head.building === dwelling.building && head.unit === dwelling.unit && head.room === dwelling.room
}
