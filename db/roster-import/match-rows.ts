import type { ResidentDraft } from '../../domain/resident.ts'
import type { RosterRow } from '../../domain/roster-import/read-row.ts'
import type { PersonThere } from './person-there.queries.ts'

/** Whom of the ledger each row is about, and whether the ledger has others of the same name. */
export interface RowMatches {
  readonly personOf: ReadonlyMap<RosterRow, PersonThere>
  readonly hasNamesake: (draft: ResidentDraft) => boolean
}

/** By number where there is one, else by name, birth and dwelling together; nobody is matched twice. */
export function matchRows(rows: readonly RosterRow[], people: readonly PersonThere[]): RowMatches {
  const byNumber = new Map(people.map((person) => [person.idNumber, person]))
  const byName = Map.groupBy(people, ({ name }) => name)
  const personOf = new Map<RosterRow, PersonThere>()
  const taken = new Set<PersonThere>()
  const take = (row: RosterRow, person: PersonThere | undefined) => {
    if (person === undefined || taken.has(person)) return
    taken.add(person)
    personOf.set(row, person)
  }
  for (const row of rows) {
    if (row.draft.idNumber !== '') take(row, byNumber.get(row.draft.idNumber))
  }
  for (const row of rows) {
    if (personOf.has(row)) continue
    const candidates = byName.get(row.draft.name)?.filter((person) => !taken.has(person)) ?? []
    take(row, samePerson(row.draft, candidates))
  }
  return {
    personOf,
    hasNamesake: ({ name, idNumber }) =>
      byName.get(name)?.some((person) => idNumber === '' || person.idNumber === null) ?? false,
  }
}

function samePerson(draft: ResidentDraft, candidates: readonly PersonThere[]): PersonThere | undefined {
  const door = doorOf(draft.dwelling)
  const neighbours = candidates.filter(
    (person) => doorOf(person) === door && (draft.idNumber === '' || person.idNumber === null),
  )
  const sameBirth = neighbours.find(({ birthWhen }) => birthWhen === draft.birthWhen)
  if (sameBirth !== undefined || door === '') return sameBirth
  const [only, ...others] = neighbours.filter(
    ({ birthWhen }) =>
      birthWhen === null || draft.birthWhen === null || birthWhen.startsWith(draft.birthWhen),
  )
  return others.length === 0 ? only : undefined
}

interface Door {
  readonly building: string | null
  readonly unit: string | null
  readonly room: string | null
}

/** Shape: empty without a dwelling. */
function doorOf(door: Door | null): string {
  if (door === null || `${door.building ?? ''}${door.unit ?? ''}${door.room ?? ''}` === '') return ''
  return JSON.stringify([door.building, door.unit, door.room])
}
