import { ageOn } from '../../domain/age.ts'
import { completeDate, partialDateSchema } from '../../domain/calendar-date.ts'
import { FailureError } from '../../domain/failure.ts'
import { householdSchema, type Household } from '../../domain/resident.ts'
import type { Ledger } from '../ledger.ts'
import { inOneMoment } from '../transaction.ts'

/** A household with its members, the head first. Throws: notFound. */
export async function getHousehold(ledger: Ledger, id: number): Promise<Household> {
  return inOneMoment(ledger, async (db) => {
    const household = await findHousehold(db, id)
    if (household === undefined) throw new FailureError('notFound')
    const { headResidentId, building, unit, room } = household
    const members = await findMembers(db, id, headResidentId)
    return householdSchema.parse({
      id,
      dwelling: building === null ? null : { building, unit, room },
      members: members.map(({ birthWhen, ...member }) => ({
        ...member,
        age: ageToday(birthWhen, ledger),
        isHead: member.id === headResidentId,
      })),
    })
  })
}

async function findHousehold(db: Ledger['db'], id: number) {
  return db
    .selectFrom('household')
    .leftJoin('dwelling', 'dwelling.id', 'household.dwellingId')
    .leftJoin('building', 'building.id', 'dwelling.buildingId')
    .select(['headResidentId', 'building.name as building', 'unit', 'room'])
    .where('household.id', '=', id)
    .executeTakeFirst()
}

async function findMembers(db: Ledger['db'], householdId: number, headResidentId: number | null) {
  return db
    .selectFrom('resident')
    .select(['id', 'name', 'sex', 'birthWhen', 'relationToHead', 'presence'])
    .where('householdId', '=', householdId)
    .where('removedAt', 'is', null)
    .orderBy((eb) => eb('id', '=', headResidentId ?? 0), 'desc')
    .orderBy('id')
    .execute()
}

function ageToday(birthWhen: string | null, ledger: Ledger): number | null {
  const birthOn = completeDate(partialDateSchema.nullable().parse(birthWhen))
  return birthOn === undefined ? null : ageOn(birthOn, ledger.clock.todayOn())
}
