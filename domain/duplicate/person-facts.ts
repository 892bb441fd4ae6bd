import { foldName } from './fold-name.ts'
import { comparedNumber, type ComparedNumber } from './number-agreement.ts'

/** Shape: what of a record decides whether it is somebody else's double, as it is stored. */
export interface PersonFacts {
  readonly id: number
  readonly name: string
  readonly birthWhen: string | null
  readonly numbers: readonly { readonly idNumber: string; readonly isFormer: boolean }[]
  readonly phones: readonly string[]
}

/** The same, brought to the forms in which it is compared. */
export interface ComparedPerson {
  readonly id: number
  readonly name: string
  readonly foldedName: string
  readonly birthWhen: string | null
  readonly numbers: readonly (ComparedNumber & { readonly isFormer: boolean })[]
  readonly phones: readonly string[]
}

/** A record ready to be compared with others. */
export function comparedPerson({ id, name, birthWhen, numbers, phones }: PersonFacts): ComparedPerson {
  return {
    id,
    name,
    foldedName: foldName(name),
    birthWhen,
    numbers: numbers.map(({ idNumber, isFormer }) => ({ ...comparedNumber(idNumber), isFormer })),
    phones: [...new Set(phones.map(comparedPhone).filter((phone) => phone !== ''))],
  }
}

/** Digits alone, without the code of the country. */
function comparedPhone(number: string): string {
  const digits = number.normalize('NFKC').replaceAll(/\D/g, '')
  return digits.replace(/^(?:00)?86(?=1\d{10}$)/, '')
}
