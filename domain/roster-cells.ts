import { addressText } from './address.ts'
import { ageOn } from './age.ts'
import { asCalendarDate, completeDate, type CalendarDate, type PartialDate } from './calendar-date.ts'
import { disabilityCardNumber } from './disability-card.ts'
import { residentTexts } from './labels/resident-text.zh.ts'
import { rosterPaperLabels } from './labels/roster.zh.ts'
import { xusuiOn } from './lunar-date.ts'
import { maskBirth, maskIdNumber } from './mask.ts'
import { maskedPhones, withMaskedNumbers } from './masked-numbers.ts'
import { ownCell } from './own-cell.ts'
import { isOwnFieldKey, type OwnField } from './own-field.ts'
import type { OwnValue } from './own-value.ts'
import type { PaperNumbers } from './paper-stamp.ts'
import { mayReadCareTag } from './record-access.ts'
import type { ResidentDraft } from './resident.ts'
import { isRecordField, type BuiltInRosterField, type RosterField } from './roster-column.ts'
import type { Actor } from './staff.ts'

/** Shape: what the ledger knows of somebody on a roster. */
export interface RosterPerson {
  readonly draft: ResidentDraft
  /** What stands in own fields, the person's and the home's. */
  readonly ownValues: readonly OwnValue[]
  readonly area: { readonly residentGroup: string; readonly grid: string }
  readonly headName: string
  readonly spouseName: string
}

/** How a roster is filled in. */
export interface RosterManner {
  readonly actor: Actor
  readonly numbers: PaperNumbers
  /** The day ages and tags are reckoned for. */
  readonly on: CalendarDate
  readonly ownFields: readonly OwnField[]
}

type Reckoned = Exclude<BuiltInRosterField, keyof ResidentDraft>

/** What is not written in the record as it is. */
const reckonedTexts: Readonly<
  Record<Reckoned, (person: RosterPerson, manner: RosterManner & { readonly order: number }) => string>
> = {
  serial: (_person, { order }) => String(order),
  age: ({ draft }, { on }) => ageText(draft.birthWhen, on),
  nominalAge: ({ draft }, { on }) => nominalAgeText(draft.birthWhen, on),
  address: ({ draft }) => addressText(draft.dwelling, draft.currentAddress),
  building: ({ draft }) => draft.dwelling?.building ?? '',
  unit: ({ draft }) => draft.dwelling?.unit ?? '',
  room: ({ draft }) => draft.dwelling?.room ?? '',
  residentGroup: ({ area }) => area.residentGroup,
  grid: ({ area }) => area.grid,
  headName: ({ headName }) => headName,
  spouseName: ({ spouseName }) => spouseName,
  firstPhone: ({ draft }, { numbers }) => maskedPhones(draft.phones, numbers)[0]?.number ?? '',
  disabilityCardNumber: ({ draft: { idNumber, disability } }, { numbers }) => {
    const number = disability === null ? '' : disabilityCardNumber(idNumber, disability)
    return numbers === 'all' ? number : maskIdNumber(number)
  },
  blank: () => '',
}

/** What stands in each column for one person, with their numbers masked as far as they are to be. Source: DOMAIN 10.2. */
export function rosterCells(
  fields: readonly RosterField[],
  person: RosterPerson,
  manner: RosterManner & { readonly order: number },
): string[] {
  const shown = shownDraft(person.draft, manner)
  return fields.map((field) => {
    if (isOwnFieldKey(field)) return ownCell(field, person.ownValues, manner)
    if (!isRecordField(field)) return reckonedTexts[field](person, manner)
    // Each field's text is made of that field's value.
    const textOf = residentTexts[field] as (value: unknown) => string
    return textOf(shown[field])
  })
}

/** The record without what is not for this paper. */
function shownDraft(draft: ResidentDraft, manner: RosterManner): ResidentDraft {
  const { actor, numbers, on } = manner
  const isWhole = numbers === 'all'
  return {
    ...withMaskedNumbers(draft, numbers),
    // With the day of birth little of an identity number would be left to guess.
    birthWhen: isWhole || draft.birthWhen === null ? draft.birthWhen : maskBirth(draft.birthWhen),
    lunarBirth: isWhole ? draft.lunarBirth : null,
    careTags: draft.careTags
      .filter((period) => isValidOn(period, on) && mayReadCareTag(actor, period.careTag))
      .map(({ careTag }) => ({ careTag, fromOn: null, toOn: null })),
    benefits: draft.benefits
      .filter((period) => isValidOn(period, on))
      .map(({ benefit }) => ({ benefit, fromOn: null, toOn: null })),
  }
}

function ageText(birthWhen: PartialDate | null, on: CalendarDate): string {
  const birthOn = completeDate(birthWhen)
  if (birthOn !== undefined) return birthOn > on ? '' : String(ageOn(birthOn, on))
  const year = birthYear(birthWhen)
  return year === undefined ? '' : rosterPaperLabels.aboutAge(Number(on.slice(0, 4)) - year)
}

function nominalAgeText(birthWhen: PartialDate | null, on: CalendarDate): string {
  const birthOn = completeDate(birthWhen)
  if (birthOn !== undefined) return birthOn > on ? '' : String(xusuiOn(birthOn, on))
  const year = birthYear(birthWhen)
  if (year === undefined) return ''
  const middle = asCalendarDate(`${year}-07-01`)
  return middle > on ? '' : rosterPaperLabels.aboutAge(xusuiOn(middle, on))
}

function birthYear(birthWhen: PartialDate | null): number | undefined {
  const [, year] = /^(\d{4})/.exec(birthWhen ?? '') ?? []
  return year === undefined ? undefined : Number(year)
}

function isValidOn(
  { fromOn, toOn }: { readonly fromOn: CalendarDate | null; readonly toOn: CalendarDate | null },
  on: CalendarDate,
): boolean {
  return (fromOn === null || fromOn <= on) && (toOn === null || toOn >= on)
}
