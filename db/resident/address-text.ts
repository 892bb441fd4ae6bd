import { formatDwelling, type DwellingParts } from '../../domain/address.ts'

/** Where somebody lives, in one line: the dwelling, or for people outside the committee's dwellings what was noted. */
export function addressText(dwelling: DwellingParts | null, currentAddress: string): string {
  return dwelling === null ? currentAddress : formatDwelling(dwelling)
}
