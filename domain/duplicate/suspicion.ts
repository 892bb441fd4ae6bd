import {
  duplicateCertainties,
  type DuplicateCertainty,
  type DuplicateReason,
  type DuplicateSuspicion,
  type NameAgreement,
} from '../duplicate.ts'
import { birthAgreement, birthsContradict } from './birth-agreement.ts'
import { nameAgreement } from './fold-name.ts'
import { isOneErrorApart } from './number-agreement.ts'
import type { ComparedPerson } from './person-facts.ts'

/** Shorter numbers of two kinds of documents are equal by chance. Unit: characters. */
const lengthOfOwn = 15

/** Whether two records may be one person, and why; null when nothing says so. Nobody is merged because of it. */
export function suspicionOf(first: ComparedPerson, second: ComparedPerson): DuplicateSuspicion | null {
  const names = nameAgreement(first.name, second.name)
  const reasons = [
    numberReason(first, second, names),
    birthReason(first, second),
    phoneReason(first, second),
  ].flatMap((reason) => reason ?? [])
  if (reasons.length === 0) return null
  return { reasons, certainty: overall(reasons, first, second), names }
}

/**
 * The facts a suspicion rests on, in one text that is the same as long as they are.
 * Somebody who said that two are different people is asked again once it is another text.
 */
export function evidenceOf(first: ComparedPerson, second: ComparedPerson): string {
  const [one, other] = first.id < second.id ? [first, second] : [second, first]
  const suspicion = suspicionOf(one, other)
  const codes = suspicion?.reasons.map(({ code }) => code) ?? []
  const numbers = (person: ComparedPerson) => person.numbers.map(({ text }) => text).sort()
  const rests = codes.map((code) => {
    switch (code) {
      case 'sameNumber':
      case 'formerNumber':
      case 'fifteenDigits':
      case 'misreadNumber':
        return [code, numbers(one), numbers(other)]
      case 'sameBirth':
      case 'partialBirth':
        return [code, one.birthWhen, other.birthWhen]
      case 'samePhone':
        return [code, one.phones.filter((phone) => other.phones.includes(phone)).sort()]
    }
  })
  return JSON.stringify([one.name, other.name, rests])
}

function numberReason(
  first: ComparedPerson,
  second: ComparedPerson,
  names: NameAgreement | null,
): DuplicateReason | null {
  const pairs = first.numbers.flatMap((one) => second.numbers.map((other) => [one, other] as const))
  const same = pairs.find(([one, other]) => one.text === other.text)
  if (same !== undefined && (names !== null || same[0].text.length >= lengthOfOwn)) {
    const [one, other] = same
    const isUpgraded = one.isUpgraded !== other.isUpgraded
    const code = one.isFormer || other.isFormer ? 'formerNumber' : isUpgraded ? 'fifteenDigits' : 'sameNumber'
    return { code, certainty: names === null ? 'likely' : 'almostSure', misread: null }
  }
  if (names === null) return null
  const certainties = pairs.flatMap(([one, other]) => {
    if (!isOneErrorApart(one.text, other.text)) return []
    const isTold = one.isSound !== null && one.isSound !== other.isSound
    const certainty = misreadCertainty(names, isTold)
    if (certainty === null) return []
    return [{ code: 'misreadNumber', certainty, misread: isTold ? (one.isSound ? 'second' : 'first') : null }]
  }) satisfies DuplicateReason[]
  return certainties.sort((one, other) => rank(one.certainty) - rank(other.certainty))[0] ?? null
}

/** Brothers and sisters have numbers side by side: where both are right, only the same name speaks for one person. */
function misreadCertainty(names: NameAgreement, isOneWrong: boolean): DuplicateCertainty | null {
  const isOtherName = names === 'sound' || names === 'oneCharacter'
  if (isOneWrong) return isOtherName ? 'possible' : 'likely'
  if (names === 'oneCharacter') return null
  return isOtherName ? 'possible' : 'likely'
}

function birthReason(first: ComparedPerson, second: ComparedPerson): DuplicateReason | null {
  if (first.foldedName !== second.foldedName) return null
  const agreement = birthAgreement(first.birthWhen, second.birthWhen)
  if (agreement === null) return null
  const isWhole = agreement === 'whole'
  return {
    code: isWhole ? 'sameBirth' : 'partialBirth',
    certainty: isWhole && !haveOtherNumbers(first, second) ? 'likely' : 'possible',
    misread: null,
  }
}

function phoneReason(first: ComparedPerson, second: ComparedPerson): DuplicateReason | null {
  if (first.foldedName !== second.foldedName) return null
  if (!first.phones.some((phone) => second.phones.includes(phone))) return null
  const isDoubtful = haveOtherNumbers(first, second) || birthsContradict(first.birthWhen, second.birthWhen)
  return { code: 'samePhone', certainty: isDoubtful ? 'possible' : 'likely', misread: null }
}

/** Two right numbers of citizens that are no misreading of each other are two people's, as a rule. */
function haveOtherNumbers(first: ComparedPerson, second: ComparedPerson): boolean {
  const sound = (person: ComparedPerson) => person.numbers.filter(({ isSound }) => isSound === true)
  const [ones, others] = [sound(first), sound(second)]
  if (ones.length === 0 || others.length === 0) return false
  return !ones.some((one) =>
    others.some((other) => one.text === other.text || isOneErrorApart(one.text, other.text)),
  )
}

/** Two likely reasons together leave hardly a doubt. */
function overall(
  reasons: readonly DuplicateReason[],
  first: ComparedPerson,
  second: ComparedPerson,
): DuplicateCertainty {
  const surest = Math.min(...reasons.map(({ certainty }) => rank(certainty)))
  const likely = reasons.filter(({ certainty }) => certainty === 'likely').length
  if (likely >= 2 && !haveOtherNumbers(first, second)) return 'almostSure'
  return duplicateCertainties[surest] ?? 'possible'
}

function rank(certainty: DuplicateCertainty): number {
  return duplicateCertainties.indexOf(certainty)
}
