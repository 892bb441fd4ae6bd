import type { CareTag } from './codes/care-tag.ts'
import { mayReadCareTag } from './record-access.ts'
import type { ConditionGroup } from './resident-condition.ts'
import type { Actor } from './staff.ts'

/** Unit: full years. */
const usualAge = 70

/** The tags that say that somebody needs looking after; others tell what somebody does or did. */
const tagsOfNeed: readonly CareTag[] = [
  'loneElder',
  'emptyNest',
  'disabled',
  'disabledElder',
  'seriousIllness',
  'specialHardship',
  'lowIncome',
  'bereavedOnlyChild',
]

/** Who should be claimed unless the office says otherwise: who is 70 and alone, or has a tag of need that this member of staff may see. */
export function usualClaimCondition(actor: Actor): ConditionGroup {
  const tags = tagsOfNeed.filter((tag) => mayReadCareTag(actor, tag))
  return {
    match: 'any',
    isNot: false,
    conditions: [
      {
        match: 'all',
        isNot: false,
        conditions: [
          { field: 'age', isNot: false, test: { operator: 'atLeast', count: usualAge, on: null } },
          {
            field: 'livingArrangement',
            isNot: false,
            test: { operator: 'oneOf', codes: ['alone', 'loneNoFamily'] },
          },
        ],
      },
      { field: 'careTags', isNot: false, test: { operator: 'held', codes: tags, on: null } },
    ],
  }
}
