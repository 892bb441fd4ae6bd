/** Shape: one field of a record in the three versions that matter when two people changed it. */
export interface FieldVersions {
  readonly key: string
  readonly label: string
  /** What each version is compared by. */
  readonly values: { readonly base: unknown; readonly mine: unknown; readonly theirs: unknown }
  /** What each of the two is shown as. */
  readonly texts: { readonly mine: string; readonly theirs: string }
  /** True when mine can't be kept, because what it builds on is gone. */
  readonly isMineGone?: boolean
}

export type VersionChoice = 'mine' | 'theirs'

/** The fields in which two versions differ: nothing has to be chosen in the others. */
export function differingFields(fields: readonly FieldVersions[]): readonly FieldVersions[] {
  return fields.filter(({ values }) => !isSame(values.mine, values.theirs))
}

/** Which version to propose: of a field that only one of the two touched, theirs who touched it; else none. */
export function proposedChoice({ values, isMineGone = false }: FieldVersions): VersionChoice | null {
  if (isMineGone || isSame(values.mine, values.base)) return 'theirs'
  return isSame(values.theirs, values.base) ? 'mine' : null
}

function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
}
