import { headOfHouseholdCode } from '../../domain/codes/relation-to-head.ts'
import { FailureError } from '../../domain/failure.ts'
import type { FamilyDraft } from '../../domain/household.ts'
import type { Household, ResidentDraft } from '../../domain/resident.ts'
import { isGiven } from '../building/dwelling.service.ts'
import { endDraft } from '../draft/draft.service.ts'
import { actorAt, type Ledger } from '../ledger.ts'
import { changeBy } from '../resident/record-change.service.ts'
import { insertResidents } from '../resident/resident.service.ts'
import { refuseImpossibleDraft } from '../resident/resident-validation.ts'
import { inTransaction } from '../transaction.ts'
import { householdIn } from './household.queries.ts'
import { householdIdsOfResidents, moveMembers, takenNumbers } from './household.repository.ts'
import { openHouseholds, settleHouseholds } from './household.service.ts'

/**
 * A whole family at one door, all of it or nothing, in a household of its own.
 * Throws: headRequired, duplicateIdNumber, idNumberInvalid, birthDateImpossible, invalidInput, each with the field of its row.
 */
export async function addFamily(ledger: Ledger, family: FamilyDraft): Promise<Household> {
  if (!isGiven(family.dwelling)) throw new FailureError('invalidInput', 'dwelling.building')
  refuseWithoutOneHead(family)
  const todayOn = ledger.clock.todayOn()
  const drafts = family.members.map((_, index) =>
    ofRow(index, () => refuseImpossibleDraft(wholeDraft(family, index), todayOn)),
  )
  refuseRepeatedNumbers(drafts)
  return inTransaction(ledger, async (trx) => {
    const by = changeBy(ledger, 'form')
    const taken = await takenNumbers(
      trx,
      drafts.flatMap(({ idNumber }) => (idNumber === '' ? [] : [idNumber])),
    )
    const row = drafts.findIndex(({ idNumber }) => taken.has(idNumber))
    if (row >= 0) throw new FailureError('duplicateIdNumber', `members.${String(row)}.idNumber`)
    const ids = await insertResidents(trx, drafts, by)
    const [householdId = 0] = await openHouseholds(trx, [family.dwelling])
    const former = await householdIdsOfResidents(trx, ids)
    await moveMembers(trx, ids, householdId)
    await settleHouseholds(trx, [householdId, ...former], [], by)
    await endDraft(trx, ledger, { form: 'newFamily' })
    const added = ids.map((objectId) => ({ action: 'added', objectType: 'resident', objectId }) as const)
    return {
      value: await householdIn(trx, householdId, { todayOn, actor: actorAt(ledger) }),
      entries: [{ action: 'added', objectType: 'household', objectId: householdId }, ...added],
    }
  })
}

/** What the form of a family does not ask about one of its people. */
function wholeDraft(
  { dwelling, registeredAddress, residenceStatus, members }: FamilyDraft,
  row: number,
): ResidentDraft {
  const member = members[row]
  if (member === undefined) throw new FailureError('invalidInput', 'members')
  return {
    ...member,
    dwelling,
    registeredAddress,
    residenceStatus,
    formerName: '',
    otherName: '',
    ownPinyin: '',
    otherDocuments: [],
    lunarBirth: null,
    ethnicGroup: null,
    education: null,
    politicalStatus: null,
    maritalStatus: null,
    marriedWhen: null,
    spouseId: null,
    occupation: null,
    workplace: '',
    retirementUnit: '',
    currentAddress: '',
    livingArrangement: null,
    health: null,
    disability: null,
    careTags: [],
    benefits: [],
    note: '',
    ownValues: [],
  }
}

/** A failure of one person names the row of the form. */
function ofRow<T>(row: number, check: () => T): T {
  try {
    return check()
  } catch (error) {
    if (!(error instanceof FailureError)) throw error
    const { code, field, detail } = error.failure
    throw new FailureError(code, `members.${String(row)}.${field ?? 'name'}`, detail)
  }
}

function refuseWithoutOneHead({ members }: FamilyDraft): void {
  const heads = members.filter(({ relationToHead }) => relationToHead === headOfHouseholdCode)
  if (heads.length === 1) return
  const second = members.findLastIndex(({ relationToHead }) => relationToHead === headOfHouseholdCode)
  throw new FailureError('headRequired', `members.${String(Math.max(0, second))}.relationToHead`)
}

function refuseRepeatedNumbers(drafts: readonly ResidentDraft[]): void {
  const row = drafts.findIndex(
    ({ idNumber }, index) =>
      idNumber !== '' && drafts.findIndex((one) => one.idNumber === idNumber) !== index,
  )
  if (row >= 0) throw new FailureError('duplicateIdNumber', `members.${String(row)}.idNumber`)
}
