import { nameVariants, surnameVariants } from '../codes/name-variants.ts'
import { foldHan } from '../han-folding.ts'
import type { NameAgreement } from '../duplicate.ts'
import { namePinyin } from '../name-pinyin.ts'

/** Every dot between the parts of a name, and what people put in its place. */
const separators = /[\s\u00b7\u0387\u16eb\u2022\u2027\u2219\u22c5\u30fb\uff65.\uff0e_-]/gu
const han = /\p{Script=Han}/u
const usualForms = new Map(nameVariants.flatMap(formsOf))
const usualSurnames = new Map(surnameVariants.flatMap(formsOf))

/** The text by which names are compared: without separators, simplified, every variant in its usual form. */
export function foldName(name: string): string {
  const [first = '', ...rest] = [...joinedName(name)].map(usualForm)
  return (usualSurnames.get(first) ?? first) + rest.join('')
}

/** How two names agree; null when they are different names. */
export function nameAgreement(one: string, other: string): NameAgreement | null {
  if (one === other) return 'same'
  if (joinedName(one) === joinedName(other)) return 'separator'
  const [folded, otherFolded] = [foldName(one), foldName(other)]
  if (folded === otherFolded) return 'script'
  if (!han.test(folded) || !han.test(otherFolded)) return null
  if (namePinyin(folded).full === namePinyin(otherFolded).full) return 'sound'
  return differsInOne([...folded], [...otherFolded]) ? 'oneCharacter' : null
}

function joinedName(name: string): string {
  return name.replace(separators, '').normalize('NFKC').toLowerCase()
}

/** A variant of a character as its simplified form writes it; the table of variants has some that the other leaves apart. */
function usualForm(character: string): string {
  const simplified = usualForms.get(character) ?? foldHan(character)
  return usualForms.get(simplified) ?? simplified
}

function formsOf(forms: string): [string, string][] {
  const [usual = '', ...others] = [...forms]
  return others.map((form) => [form, usual])
}

/** One character typed wrong, or one left out of a name of three and more. */
function differsInOne(one: readonly string[], other: readonly string[]): boolean {
  const [short, long] = one.length <= other.length ? [one, other] : [other, one]
  if (short.length < 2 || long.length - short.length > 1) return false
  const at = short.findIndex((character, index) => character !== long[index])
  if (short.length === long.length) return short.slice(at + 1).join('') === long.slice(at + 1).join('')
  const gap = at < 0 ? short.length : at
  return short.slice(gap).join('') === long.slice(gap + 1).join('')
}
