import type { CareTag } from './care-tag.ts'
import type { LivingArrangement } from './living-arrangement.ts'

type ReadyVisitRule =
  | { readonly name: string; readonly criterion: 'minimumAge'; readonly value: `${number}` }
  | { readonly name: string; readonly criterion: 'careTag'; readonly value: CareTag }
  | { readonly name: string; readonly criterion: 'livingArrangement'; readonly value: LivingArrangement }

/** The rules a new ledger starts with; the office changes them afterwards. */
export const readyVisitRules: readonly ReadyVisitRule[] = [
  { name: '70周岁及以上', criterion: 'minimumAge', value: '70' },
  { name: '残疾人', criterion: 'careTag', value: 'disabled' },
  { name: '孤寡老人', criterion: 'careTag', value: 'loneElder' },
  { name: '居住情况为孤寡', criterion: 'livingArrangement', value: 'loneNoFamily' },
  { name: '独居', criterion: 'livingArrangement', value: 'alone' },
]
