import { type ResidentDraft, ownPhone } from '../../../domain/resident.ts'
import { officePlan } from './office-plan.ts'

/** Somebody who exists nowhere else, so that a trace of them is a leak. */
interface Canary {
  readonly name: string
  readonly note: string
  readonly phone: string
  readonly passport: string
  readonly address: string
}

const count = 10

export const canaries: readonly Canary[] = Array.from({ length: count }, (_, index) => ({
  // Characters that no file of the program holds in this order.
  name: `\u91d1\u4e1d\u96c0${String.fromCodePoint(0x9f8d + index)}`,
  note: `kanarienvogel-${index}-notiz`,
  phone: `1399${String(7_310_000 + index * 13)}`,
  passport: `EZ${String(4_620_000 + index * 17)}`,
  address: `\u91d1\u4e1d\u96c0\u5df7${90_000 + index * 7}\u53f7`,
}))

/** What is written down of them, each in a dwelling of their own. */
export function canaryDrafts(): readonly ResidentDraft[] {
  const [first] = officePlan('edit', 13, 0).base
  const plain = first?.kind === 'import' ? first.people[0] : undefined
  if (plain === undefined) throw new Error('nobody to write down')
  return canaries.map(({ name, note, phone, passport, address }, index) => ({
    ...plain,
    name,
    note,
    phones: [ownPhone(phone)],
    idDocumentType: 'passport',
    idNumber: passport,
    registeredAddress: address,
    dwelling: { building: `${index + 1}`, unit: '1', room: '101' },
  }))
}

/** A round of visits named after one of them, for everybody the rules know. */
export const canaryRound = {
  name: canaries[0]?.name ?? '',
  festival: 'springFestival',
  year: 2027,
  cutoffOn: '2027-02-05',
  ruleIds: [1, 2, 3, 4, 5],
} as const

/** Every text to look for. */
export function canaryTexts(): readonly string[] {
  return canaries.flatMap((canary) => Object.values(canary) as string[])
}

/** The same in the bytes that files and memory of programs have them in. */
export function canaryBytes(): readonly Buffer[] {
  return canaryTexts().flatMap((text) => [Buffer.from(text, 'utf8'), Buffer.from(text, 'utf16le')])
}
