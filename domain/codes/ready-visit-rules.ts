/**
 * The rules a new ledger starts with; the office changes them afterwards.
 * Shape: `value` is an age, a care tag or a living arrangement, as `criterion` says.
 */
export const readyVisitRules = [
  { name: '70周岁及以上', criterion: 'minimumAge', value: '70' },
  { name: '残疾人', criterion: 'careTag', value: 'disabled' },
  { name: '孤寡老人', criterion: 'livingArrangement', value: 'childlessAlone' },
  { name: '独居', criterion: 'livingArrangement', value: 'alone' },
] as const
