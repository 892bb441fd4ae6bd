/** The kinds of roster that come with the program. Source: DOMAIN 8.2, the usual columns of each form. */
export const readyRosterKeys = [
  'residents',
  'elders',
  'disabled',
  'hardship',
  'payout',
  'attendance',
] as const
export type ReadyRosterKey = (typeof readyRosterKeys)[number]
