import type { DisabilityCategory, DisabilityGrade } from './codes/disability.ts'
import { citizenCheckCharacter, normaliseIdNumber } from './id-number.ts'
import type { Disability } from './resident.ts'

/** What the number of a disability card tells. */
export interface DisabilityCard extends Disability {
  readonly idNumber: string
}

/** The number taken apart, or null when it is none: the identity number, category, grade and reissue. Source: DOMAIN 9.8. */
export function parseDisabilityCard(text: string): DisabilityCard | null {
  const [, idNumber = '', category, grade, reissue] =
    /^(\d{17}[\dX])([1-7])([1-4])(?:B(\d{1,2}))?$/.exec(normaliseIdNumber(text)) ?? []
  if (category === undefined || grade === undefined) return null
  if (citizenCheckCharacter(idNumber) !== idNumber[17]) return null
  return {
    idNumber,
    // The pattern lets only codes of these tables through.
    category: category as DisabilityCategory,
    grade: grade as DisabilityGrade,
    reissueCount: Number(reissue ?? 0),
  }
}

/** The number as the card has it; empty for a person without a citizen's number. Source: DOMAIN 9.8. */
export function disabilityCardNumber(
  idNumber: string,
  { category, grade, reissueCount }: Disability,
): string {
  if (!/^\d{17}[\dX]$/.test(idNumber)) return ''
  return `${idNumber}${category}${grade}${reissueCount === 0 ? '' : `B${reissueCount}`}`
}
