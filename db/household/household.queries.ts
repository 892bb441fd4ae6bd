import { ageOn } from '../../domain/age.ts'
import { completeDate, partialDateSchema, type CalendarDate } from '../../domain/calendar-date.ts'
import { FailureError } from '../../domain/failure.ts'
import { householdSchema, type Household } from '../../domain/resident.ts'
import { mayReadField } from '../../domain/resident-field-access.ts'
import type { Actor } from '../../domain/staff.ts'
import { actorAt, type Ledger, type LedgerReader } from '../ledger.ts'
import { householdOwnValues } from '../own-field/household-own-values.queries.ts'
import { inOneMoment, type LedgerTransaction } from '../transaction.ts'

type Reader = LedgerReader | LedgerTransaction

/** A household with its members, the head first, and who else lives behind its door. Throws: notFound. */
export async function getHousehold(ledger: Ledger, id: number): Promise<Household> {
  return inOneMoment(ledger, (db) =>
    householdIn(db, id, { todayOn: ledger.clock.todayOn(), actor: actorAt(ledger) }),
  )
}

/** The same inside a transaction, as this member of staff may see it. Throws: notFound. */
export async function householdIn(
  db: Reader,
  id: number,
  { todayOn, actor }: { readonly todayOn: CalendarDate; readonly actor: Actor },
): Promise<Household> {
  const household = await findHousehold(db, id)
  if (household === undefined) throw new FailureError('notFound')
  const { headResidentId, dwellingId, building, unit, room } = household
  const members = await findMembers(db, id, headResidentId)
  const isReader = mayReadField(actor, 'ownValues')
  const ownValues = isReader ? (await householdOwnValues(db, [id])).get(id) : undefined
  return householdSchema.parse({
    id,
    dwelling: building === null ? null : { building, unit, room },
    members: members.map(({ birthWhen, ...member }) => ({
      ...member,
      age: ageOnDay(birthWhen, todayOn),
      isHead: member.id === headResidentId,
    })),
    ownValues: ownValues ?? [],
    neighbours: dwellingId === null ? [] : await findNeighbours(db, id, dwellingId),
  })
}

async function findHousehold(db: Reader, id: number) {
  return db
    .selectFrom('household')
    .leftJoin('dwelling', 'dwelling.id', 'household.dwellingId')
    .leftJoin('building', 'building.id', 'dwelling.buildingId')
    .select(['headResidentId', 'dwellingId', 'building.name as building', 'unit', 'room'])
    .where('household.id', '=', id)
    .executeTakeFirst()
}

async function findMembers(db: Reader, householdId: number, headResidentId: number | null) {
  return db
    .selectFrom('resident')
    .select(['id', 'name', 'sex', 'birthWhen', 'relationToHead', 'presence', 'revision'])
    .where('householdId', '=', householdId)
    .where('removedAt', 'is', null)
    .orderBy((eb) => eb('id', '=', headResidentId ?? 0), 'desc')
    .orderBy('id')
    .execute()
}

/** Other households behind the same door, each known by its head or whoever was written down first. */
async function findNeighbours(db: Reader, householdId: number, dwellingId: number) {
  const rows = await db
    .selectFrom('household')
    .innerJoin('resident', 'resident.householdId', 'household.id')
    .select(['household.id', 'resident.name', 'resident.id as residentId', 'headResidentId'])
    .where('dwellingId', '=', dwellingId)
    .where('household.id', '!=', householdId)
    .where('removedAt', 'is', null)
    .orderBy('household.id')
    .orderBy('resident.id')
    .execute()
  return [...Map.groupBy(rows, ({ id }) => id)].map(([id, members]) => ({
    id,
    name:
      (members.find(({ residentId, headResidentId }) => residentId === headResidentId) ?? members[0])?.name ??
      '',
    memberCount: members.length,
  }))
}

function ageOnDay(birthWhen: string | null, todayOn: CalendarDate): number | null {
  const birthOn = completeDate(partialDateSchema.nullable().parse(birthWhen))
  return birthOn === undefined ? null : ageOn(birthOn, todayOn)
}
