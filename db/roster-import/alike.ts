import { importLikenesses, type ImportLikeness } from '../../domain/import-report.ts'
import type { FamilyRow } from '../../domain/roster-import/join-families.ts'
import { numberLikeness } from '../../domain/roster-import/number-likeness.ts'
import { isRefused } from '../../domain/roster-import/row-issues.ts'
import type { PersonThere } from './person-there.queries.ts'

/** Somebody of the ledger who may be the person of a row, and the sign that says so. */
export interface Alike {
  readonly person: PersonThere
  readonly likeness: ImportLikeness
}

/** Unit: people; a clerk looks through no more. */
const mostCandidates = 8

/** Finds whom of the ledger a row may be about that nothing certain matches. */
export function alikeFinder(people: readonly PersonThere[]): (row: FamilyRow) => readonly Alike[] {
  const byName = Map.groupBy(people, ({ name }) => name)
  const byNumber = new Map(people.map((person) => [person.idNumber, person]))
  return (row) => {
    if (!mayBeDecided(row)) return []
    const { name, idNumber } = row.draft
    const owner = isRefused(row) && idNumber !== '' ? byNumber.get(idNumber) : undefined
    const namesakes = name === '' ? [] : (byName.get(name) ?? [])
    const others = namesakes.flatMap((person) => {
      const likeness = person === owner ? undefined : likenessOf(row, person)
      return likeness === undefined ? [] : [{ person, likeness }]
    })
    const found: Alike[] =
      owner === undefined ? others : [{ person: owner, likeness: 'sameNumber' }, ...others]
    return found.sort(byStrength).slice(0, mostCandidates)
  }
}

function byStrength(one: Alike, other: Alike): number {
  return importLikenesses.indexOf(one.likeness) - importLikenesses.indexOf(other.likeness)
}

/** Two people of one name with a sound number each are two people. */
function likenessOf(row: FamilyRow, person: PersonThere): ImportLikeness | undefined {
  const { idNumber, birthWhen } = row.draft
  if (isRefused(row)) {
    const likeness = numberLikeness(idNumber, person.idNumber ?? '')
    if (likeness !== undefined) return likeness
    return birthWhen !== null && birthWhen === person.birthWhen ? 'sameBirth' : undefined
  }
  if (idNumber !== '' && person.idNumber !== null) return undefined
  if (birthWhen !== null && birthWhen === person.birthWhen) return 'sameBirth'
  return isSameDoor(row, person) ? 'sameDoor' : 'sameName'
}

function isSameDoor({ draft: { dwelling } }: FamilyRow, person: PersonThere): boolean {
  return (
    dwelling !== null &&
    person.building === dwelling.building &&
    person.unit === dwelling.unit &&
    person.room === dwelling.room
  )
}

/** Whether knowing who somebody is answers everything that keeps the row out. */
function mayBeDecided(row: FamilyRow): boolean {
  return row.issues.every(({ isRefusal, field }) => !isRefusal || field === 'idNumber' || field === 'name')
}

/** The row of somebody the clerk has recognised: the ledger's name and number stand for what is wrong in it. */
export function recognisedRow(row: FamilyRow, { name }: PersonThere): FamilyRow {
  const refusedFields = row.issues.flatMap(({ isRefusal, field }) => (isRefusal ? [field] : []))
  const isNumberWrong = refusedFields.includes('idNumber')
  const isNameWrong = refusedFields.includes('name')
  return {
    ...row,
    issues: row.issues.filter(({ isRefusal, code }) => !isRefusal && code !== 'sameNameExists'),
    givenFields: row.givenFields.filter((field) => field !== 'idNumber' || !isNumberWrong),
    draft: {
      ...row.draft,
      ...(isNumberWrong ? { idNumber: '', idDocumentType: 'none' } : {}),
      ...(isNameWrong ? { name } : {}),
    },
  }
}
