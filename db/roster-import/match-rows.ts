import type { ResidentDraft } from '../../domain/resident.ts'
import type { FamilyRow } from '../../domain/roster-import/join-families.ts'
import { isStepEnd } from '../../domain/roster-import/row-steps.ts'
import type { PersonThere } from './person-there.queries.ts'

/** Whom of the ledger each row is about, and whether the ledger has others of the same name. */
export interface RowMatches {
  readonly personOf: ReadonlyMap<FamilyRow, PersonThere>
  readonly hasNamesake: (draft: ResidentDraft) => boolean
}

/**
 * Whom the clerk has recognised, then by number, else by name, birth and dwelling together; nobody is matched twice.
 * Comes back between steps.
 */
export function* matchRows(
  rows: readonly FamilyRow[],
  people: readonly PersonThere[],
  recognised: ReadonlyMap<FamilyRow, PersonThere>,
): Generator<undefined, RowMatches, undefined> {
  const byNumber = new Map(people.map((person) => [person.idNumber, person]))
  const byName = Map.groupBy(people, ({ name }) => name)
  yield
  const byPlace = Map.groupBy(people, (person) => placeKey(person.name, person))
  yield
  const personOf = new Map<FamilyRow, PersonThere>()
  const taken = new Set<PersonThere>()
  const take = (row: FamilyRow, person: PersonThere | undefined) => {
    if (person === undefined || taken.has(person)) return
    taken.add(person)
    personOf.set(row, person)
  }
  for (const [row, person] of recognised) take(row, person)
  for (const row of rows) {
    if (!personOf.has(row) && row.draft.idNumber !== '') take(row, byNumber.get(row.draft.idNumber))
  }
  yield
  const familyOf = familyFinder(rows, people, personOf)
  // Heads go before the families that are known by them.
  const ordered = [
    ...rows.filter(({ headRowNumber }) => headRowNumber === null),
    ...rows.filter(({ headRowNumber }) => headRowNumber !== null),
  ]
  // Who fits exactly goes first, so that nobody loses a place to one who fits only perhaps.
  for (const same of [sameBirth, onlyPossibleBirth]) {
    for (const [index, row] of ordered.entries()) {
      if (isStepEnd(index)) yield
      if (personOf.has(row) || recognised.has(row)) continue
      const there = byPlace.get(placeKey(row.draft.name, row.draft.dwelling)) ?? []
      const candidates = [...there, ...familyOf(row)].filter(
        (person) => !taken.has(person) && (row.draft.idNumber === '' || person.idNumber === null),
      )
      take(row, same(row.draft, candidates))
    }
  }
  return {
    personOf,
    hasNamesake: ({ name, idNumber }) =>
      byName.get(name)?.some((person) => idNumber === '' || person.idNumber === null) ?? false,
  }
}

/** The people of a row's name in its head's household: without a door, the head tells where a person is. */
function familyFinder(
  rows: readonly FamilyRow[],
  people: readonly PersonThere[],
  personOf: ReadonlyMap<FamilyRow, PersonThere>,
): (row: FamilyRow) => readonly PersonThere[] {
  const rowOfNumber = new Map(rows.map((row) => [row.rowNumber, row]))
  const byHousehold = Map.groupBy(people, ({ name, householdId }) => JSON.stringify([name, householdId]))
  const byHead = Map.groupBy(people, ({ name, headName }) => JSON.stringify([name, headName]))
  return ({ draft, headName, headRowNumber }) => {
    if (hasDoor(draft.dwelling)) return []
    const headRow = headRowNumber === null ? undefined : rowOfNumber.get(headRowNumber)
    const head = headRow === undefined ? undefined : personOf.get(headRow)
    if (head !== undefined) return byHousehold.get(JSON.stringify([draft.name, head.householdId])) ?? []
    return headName === '' ? [] : (byHead.get(JSON.stringify([draft.name, headName])) ?? [])
  }
}

type Choice = (draft: ResidentDraft, candidates: readonly PersonThere[]) => PersonThere | undefined

const sameBirth: Choice = (draft, candidates) =>
  candidates.find(({ birthWhen }) => birthWhen === draft.birthWhen)

/** Where one side knows less of the birth date, a shared door must tell, and only one person may be meant. */
const onlyPossibleBirth: Choice = (draft, candidates) => {
  if (!hasDoor(draft.dwelling)) return undefined
  const [only, ...others] = candidates.filter(
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

function placeKey(name: string, door: Door | null): string {
  return JSON.stringify(hasDoor(door) ? [name, door?.building, door?.unit, door?.room] : [name])
}

function hasDoor(door: Door | null): boolean {
  return door !== null && `${door.building ?? ''}${door.unit ?? ''}${door.room ?? ''}` !== ''
}
