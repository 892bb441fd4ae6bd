import { setImmediate } from 'node:timers/promises'
import type { OwnValue } from '../../domain/own-value.ts'
import type { ResidentDraft } from '../../domain/resident.ts'
import type { Ledger } from '../ledger.ts'
import { loadStoredResidents } from '../resident/resident.queries.ts'
import { storedDraft } from '../resident/resident.table.ts'
import { sealedPlacesOf, type SealedPlace } from '../sealed-matter/sealed-places.queries.ts'
import { inOneMoment } from '../transaction.ts'

/** What it takes to tell whether a row is about this person. */
export interface PersonThere {
  readonly id: number
  readonly name: string
  readonly idNumber: string | null
  readonly birthWhen: string | null
  readonly building: string | null
  readonly unit: string | null
  readonly room: string | null
  readonly householdId: number
  readonly isHead: boolean
  readonly headName: string | null
}

/** Unit: people; so that reading them stays far below the time anybody notices. */
const peoplePerRead = 2000

/** Everybody who is not removed. */
export async function peopleThere(ledger: Pick<Ledger, 'db'>): Promise<PersonThere[]> {
  const people: PersonThere[] = []
  for (;;) {
    const rows = await peopleAfter(ledger, people.at(-1)?.id ?? 0)
    for (const { headResidentId, ...person } of rows)
      people.push({ ...person, isHead: headResidentId === person.id })
    if (rows.length < peoplePerRead) return people
    await setImmediate()
  }
}

function peopleAfter({ db }: Pick<Ledger, 'db'>, lastId: number) {
  return db
    .selectFrom('resident')
    .innerJoin('household', 'household.id', 'resident.householdId')
    .leftJoin('resident as head', 'head.id', 'household.headResidentId')
    .leftJoin('dwelling', 'dwelling.id', 'household.dwellingId')
    .leftJoin('building', 'building.id', 'dwelling.buildingId')
    .select(['resident.id', 'resident.name', 'resident.idNumber', 'resident.birthWhen'])
    .select(['resident.householdId', 'headResidentId', 'head.name as headName'])
    .select(['building.name as building', 'unit', 'room'])
    .where('resident.removedAt', 'is', null)
    .where('resident.id', '>', lastId)
    .orderBy('resident.id')
    .limit(peoplePerRead)
    .execute()
}

export interface DraftThere {
  readonly revision: number
  readonly draft: ResidentDraft
  readonly sealed: readonly SealedPlace[]
  /** What the home has in own fields. */
  readonly householdOwnValues: readonly OwnValue[]
}

const idsPerRead = 500

/** What the ledger holds about those of these people who are not removed, by id. */
export async function draftsThere(ledger: Ledger, ids: readonly number[]): Promise<Map<number, DraftThere>> {
  const drafts = new Map<number, DraftThere>()
  for (let start = 0; start < ids.length; start += idsPerRead) {
    const chunk = ids.slice(start, start + idsPerRead)
    await inOneMoment(ledger, async (db) => {
      const places = await sealedPlacesOf(db, chunk)
      for (const stored of await loadStoredResidents(db, chunk)) {
        const { id, revision, removedAt } = stored.record
        if (removedAt === null)
          drafts.set(id, {
            revision,
            draft: storedDraft(stored),
            sealed: places.get(id) ?? [],
            householdOwnValues: stored.householdOwnValues,
          })
      }
    })
    await setImmediate()
  }
  return drafts
}
