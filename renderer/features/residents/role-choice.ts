import { relationOfFormerHead } from '../../../domain/codes/relation-sex.ts'
import { headOfHouseholdCode, type RelationToHead } from '../../../domain/codes/relation-to-head.ts'
import type { HouseholdRoles } from '../../../domain/household.ts'
import type { Household } from '../../../domain/resident.ts'

type Member = Household['members'][number]

/** Shape: who heads the people on the screen, and what was chosen for the others. */
export interface RoleChoice {
  readonly headId: number | null
  readonly relations: ReadonlyMap<number, RelationToHead | null>
}

/** The head there is, and everybody as they are to that one. */
function rolesAsTheyAre(members: readonly Member[]): RoleChoice {
  return {
    headId: members.find(({ isHead }) => isHead)?.id ?? null,
    relations: new Map(members.map(({ id, relationToHead }) => [id, relationToHead])),
  }
}

/** What is chosen once somebody else is the head: nobody can tell for the others, but for a spouse. */
export function rolesUnder(headId: number | null, members: readonly Member[]): RoleChoice {
  const next = members.find(({ id }) => id === headId)
  const former = members.find(({ isHead }) => isHead)
  if (next !== undefined && next.id === former?.id) return rolesAsTheyAre(members)
  const ofFormer =
    former === undefined || next === undefined ? null : relationOfFormerHead(next.relationToHead, former.sex)
  return {
    headId,
    relations: new Map(members.map(({ id }) => [id, id === former?.id ? ofFormer : null])),
  }
}

/** What is chosen when households become one: nobody can tell for those who come from another one than the head. */
export function rolesInMerger(
  headId: number | null,
  households: readonly Pick<Household, 'members'>[],
): RoleChoice {
  const ofHead = households.find(({ members }) => members.some(({ id }) => id === headId))
  return rolesUnder(headId, ofHead?.members ?? [])
}

/** What the channel takes. */
export function rolesOf({ headId, relations }: RoleChoice, members: readonly Member[]): HouseholdRoles {
  return members.map(({ id }) => ({
    residentId: id,
    relationToHead: id === headId ? headOfHouseholdCode : (relations.get(id) ?? null),
  }))
}
