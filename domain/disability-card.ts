import {
  disabilityCategories,
  disabilityGrades,
  type DisabilityCategory,
  type DisabilityGrade,
} from './codes/disability.ts'
import { citizenCheckCharacter, normaliseIdNumber } from './id-number.ts'
import type { Disability } from './resident.ts'

/** What the number of a disability card tells. */
export interface DisabilityCard extends Disability {
  readonly idNumber: string
}

/** What keeps a number from being a card's: its form, the identity number in it, its category or its grade. */
type DisabilityCardFault = 'format' | 'idNumber' | 'category' | 'grade'

type DisabilityCardReading =
  | { readonly ok: true; readonly card: DisabilityCard }
  | { readonly ok: false; readonly reason: DisabilityCardFault }

const citizenNumber = /^\d{17}[\dX]$/
const cardPattern = /^(\d{17}[\dX])(\d)(\d)(?:B([1-9]\d?))?$/

/** The number taken apart: the identity number, category, grade and reissue, or what keeps it from being one. Source: DOMAIN 9.8. */
export function readDisabilityCard(text: string): DisabilityCardReading {
  const [, idNumber = '', category = '', grade = '', reissue = '0'] =
    cardPattern.exec(normaliseIdNumber(text)) ?? []
  if (idNumber === '') return { ok: false, reason: 'format' }
  if (citizenCheckCharacter(idNumber) !== idNumber[17]) return { ok: false, reason: 'idNumber' }
  if (!isCategory(category)) return { ok: false, reason: 'category' }
  if (!isGrade(grade)) return { ok: false, reason: 'grade' }
  return { ok: true, card: { idNumber, category, grade, reissueCount: Number(reissue) } }
}

/** The number as the card has it; empty for a person without a citizen's number. Source: DOMAIN 9.8. */
export function disabilityCardNumber(
  idNumber: string,
  { category, grade, reissueCount }: Disability,
): string {
  if (!citizenNumber.test(idNumber)) return ''
  return `${idNumber}${category}${grade}${reissueCount === 0 ? '' : `B${reissueCount}`}`
}

/** Whether a card is that of somebody with one of these identity numbers; former ones count. */
export function isCardOf(card: DisabilityCard, idNumbers: readonly string[]): boolean {
  return idNumbers.some((idNumber) => normaliseIdNumber(idNumber) === card.idNumber)
}

function isCategory(text: string): text is DisabilityCategory {
  return text in disabilityCategories
}

function isGrade(text: string): text is DisabilityGrade {
  return text in disabilityGrades
}
