import { setImmediate } from 'node:timers/promises'
import { asCalendarDate } from '../../domain/calendar-date.ts'
import { FailureError } from '../../domain/failure.ts'
import { rosterFieldLabel, rosterPaperLabels } from '../../domain/labels/roster.zh.ts'
import type { PaperNumbers } from '../../domain/paper-stamp.ts'
import { rosterCells, type RosterManner, type RosterPerson } from '../../domain/roster-cells.ts'
import { mayReadColumn } from '../../domain/roster-column.ts'
import type { RosterGrouping, RosterList, RosterQuestion, RosterRow } from '../../domain/roster.ts'
import type { Actor } from '../../domain/staff.ts'
import { areasOfHomes } from '../building/areas-of-homes.queries.ts'
import { committeeIn } from '../committee/committee.queries.ts'
import { actorAt, type Ledger } from '../ledger.ts'
import { listOwnFields } from '../own-field/own-field.queries.ts'
import { residentNames } from '../resident/resident-names.queries.ts'
import { loadStoredResidents } from '../resident/resident.queries.ts'
import { allOwnValues, storedDraft } from '../resident/resident.table.ts'

const rowsPerRead = 200

interface RosterPart {
  readonly ids: readonly number[]
  /** How many stand before these. */
  readonly offset: number
  readonly numbers: PaperNumbers
}

/** These people as they stand on a roster; who is gone from the ledger meanwhile is left out. Throws: notAllowed. */
export async function rosterList(
  place: Pick<Ledger, 'db' | 'actor' | 'clock'>,
  question: RosterQuestion,
  { ids, offset, numbers }: RosterPart,
): Promise<Omit<RosterList, 'stamp'>> {
  const actor = actorAt(place)
  refuseUnreadable(actor, question)
  const printedOn = place.clock.todayOn()
  const referenceOn = question.referenceOn ?? printedOn
  const ownFields = await listOwnFields(place.db)
  const manner = { actor, numbers, on: asCalendarDate(referenceOn), ownFields }
  const rows: RosterRow[] = []
  for (let start = 0; start < ids.length; start += rowsPerRead) {
    if (start > 0) await setImmediate()
    for (const person of await loadPeople(place.db, ids.slice(start, start + rowsPerRead)))
      rows.push(rosterRow(person, question, { ...manner, order: offset + rows.length + 1 }))
  }
  const { committeeName } = await committeeIn(place.db)
  const columnNames = question.fields.map((field) => rosterFieldLabel(field, ownFields))
  return { committeeName, printedOn, referenceOn, columnNames, rows }
}

function refuseUnreadable(actor: Actor, { fields }: RosterQuestion): void {
  if (fields.some((field) => !mayReadColumn(actor, field))) throw new FailureError('notAllowed', 'columns')
}

function rosterRow(
  person: RosterPerson,
  { fields, grouping }: RosterQuestion,
  manner: RosterManner & { readonly order: number },
): RosterRow {
  return {
    group: groupOf(person, grouping),
    cells: rosterCells(fields, person, manner),
  }
}

function groupOf({ draft: { dwelling }, area }: RosterPerson, grouping: RosterGrouping): string {
  const noGroup = rosterPaperLabels.noGroup[grouping]
  if (grouping === 'none') return noGroup
  if (grouping === 'residentGroup' || grouping === 'grid') return area[grouping] || noGroup
  if (dwelling === null || dwelling.building === '') return noGroup
  return grouping === 'building' ? dwelling.building : rosterPaperLabels.unitGroup(dwelling)
}

const noArea = { residentGroup: '', grid: '' }

/** In the order of the ids. */
async function loadPeople(db: Ledger['db'], ids: readonly number[]): Promise<RosterPerson[]> {
  const stored = new Map((await loadStoredResidents(db, ids)).map((one) => [one.record.id, one]))
  const householdIds = [...stored.values()].map(({ record }) => record.householdId)
  const heads = await headNames(db, householdIds)
  const areas = await areasOfHomes(db, householdIds)
  const spouses = await residentNames(
    db,
    [...stored.values()].map(({ record }) => record.spouseId),
  )
  return ids.flatMap((id) => {
    const one = stored.get(id)
    if (one === undefined || one.record.removedAt !== null) return []
    const { householdId, spouseId } = one.record
    return {
      draft: storedDraft(one),
      ownValues: allOwnValues(one),
      area: areas.get(householdId) ?? noArea,
      headName: heads.get(householdId) ?? '',
      spouseName: spouseId === null ? '' : (spouses.get(spouseId) ?? ''),
    }
  })
}

/** Shape: the name of each household's head, by household. */
async function headNames(
  db: Ledger['db'],
  householdIds: readonly number[],
): Promise<ReadonlyMap<number, string>> {
  if (householdIds.length === 0) return new Map()
  const rows = await db
    .selectFrom('household')
    .innerJoin('resident', 'resident.id', 'household.headResidentId')
    .select(['household.id', 'name'])
    .where('household.id', 'in', [...new Set(householdIds)])
    .where('removedAt', 'is', null)
    .execute()
  return new Map(rows.map(({ id, name }) => [id, name]))
}
