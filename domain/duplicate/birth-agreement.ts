/** How two birth dates agree: on the whole day, or as far as both are known. */
export type BirthAgreement = 'whole' | 'partly'

interface KnownParts {
  readonly year: string
  readonly month: string
  readonly day: string
}

/**
 * Whether two birth dates can be the same day; null when they contradict each other or have nothing in common.
 * Shape: PartialDate texts. A month alone is shared by one in twelve, so it takes the year or the whole day of the year.
 */
export function birthAgreement(one: string | null, other: string | null): BirthAgreement | null {
  if (one === null || other === null) return null
  if (one === other && /^\d{4}-\d{2}-\d{2}$/.test(one)) return 'whole'
  const [left, right] = [partsOf(one), partsOf(other)]
  if (contradicts(left, right)) return null
  const isYearShared = left.year !== '' && right.year !== ''
  const isDayShared = left.day !== '' && right.day !== ''
  return isYearShared || isDayShared ? 'partly' : null
}

/** Whether two birth dates can't be the same day. */
export function birthsContradict(one: string | null, other: string | null): boolean {
  return one !== null && other !== null && contradicts(partsOf(one), partsOf(other))
}

function contradicts(one: KnownParts, other: KnownParts): boolean {
  const differ = (left: string, right: string) => left !== '' && right !== '' && left !== right
  return differ(one.year, other.year) || differ(one.month, other.month) || differ(one.day, other.day)
}

function partsOf(when: string): KnownParts {
  const [year = '', month = '', day = ''] = when.split('-')
  return { year: year === 'XXXX' ? '' : year, month, day }
}
