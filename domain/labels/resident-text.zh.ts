import { formatDwelling } from '../address.ts'
import { benefits } from '../codes/benefit.ts'
import { careTags } from '../codes/care-tag.ts'
import { disabilityCategories, disabilityGrades } from '../codes/disability.ts'
import { educations } from '../codes/education.ts'
import { ethnicGroups } from '../codes/ethnic-group.ts'
import { healthStates } from '../codes/health-state.ts'
import { livingArrangements } from '../codes/living-arrangement.ts'
import { lunarDayNames, lunarMonthNames } from '../codes/lunar-text.ts'
import { maritalStatuses } from '../codes/marital-status.ts'
import { occupations } from '../codes/occupation.ts'
import { politicalStatuses } from '../codes/political-status.ts'
import { relationsToHead } from '../codes/relation-to-head.ts'
import { residenceStatuses } from '../codes/residence-status.ts'
import { sexes } from '../codes/sex.ts'
import type { OwnField } from '../own-field.ts'
import type { OwnValue } from '../own-value.ts'
import type { ResidentDraft } from '../resident.ts'
import { idDocumentTypeLabels } from './field.zh.ts'

const separator = '、'
const emergency = '紧急联系'
const former = '已停用'
const leap = '闰'
const until = ' 至 '

/** The two answers to a field of yes or no. */
export const yesNoNames = { yes: '是', no: '否' } as const

/** The fields whose text follows from their value alone; those the office added are told by ownValueLines. */
export type TextField = Exclude<keyof ResidentDraft, 'ownValues'>

/** Shape: what stands in a list for each field of a person; empty where nothing is known. Numbers are written as given. */
export const residentTexts: {
  readonly [Field in TextField]: (value: ResidentDraft[Field]) => string
} = {
  name: plain,
  formerName: plain,
  otherName: plain,
  ownPinyin: plain,
  sex: (code) => sexes[code],
  idDocumentType: (code) => idDocumentTypeLabels[code],
  idNumber: plain,
  otherDocuments: (documents) =>
    documents
      .map(({ documentType, number, isFormer, note }) =>
        words(idDocumentTypeLabels[documentType], number, isFormer ? former : '', note),
      )
      .join(separator),
  birthWhen: (when) => when ?? '',
  lunarBirth: (lunar) => (lunar === null ? '' : lunarText(lunar)),
  ethnicGroup: (code) => (code === null ? '' : ethnicGroups[code]),
  education: (code) => (code === null ? '' : educations[code]),
  politicalStatus: (code) => (code === null ? '' : politicalStatuses[code]),
  maritalStatus: (code) => (code === null ? '' : maritalStatuses[code]),
  marriedWhen: (when) => when ?? '',
  /** Only that there is one: the name is the ledger's to say. */
  spouseId: (id) => (id === null ? '' : String(id)),
  occupation: (code) => (code === null ? '' : occupations[code]),
  workplace: plain,
  retirementUnit: plain,
  phones: (phones) =>
    phones
      .map(({ number, owner, isEmergency, note }) => words(number, owner, isEmergency ? emergency : '', note))
      .join(separator),
  dwelling: (dwelling) => (dwelling === null ? '' : formatDwelling(dwelling)),
  relationToHead: (code) => (code === null ? '' : relationsToHead[code]),
  registeredAddress: plain,
  currentAddress: plain,
  residenceStatus: (code) => residenceStatuses[code],
  livingArrangement: (code) => (code === null ? '' : livingArrangements[code]),
  health: (code) => (code === null ? '' : healthStates[code]),
  disability: (disability) =>
    disability === null
      ? ''
      : `${disabilityCategories[disability.category]}${disabilityGrades[disability.grade]}`,
  careTags: (tags) => tags.map((tag) => words(careTags[tag.careTag], periodText(tag))).join(separator),
  benefits: (held) => held.map((one) => words(benefits[one.benefit], periodText(one))).join(separator),
  note: plain,
}

/** One field of a person as a list shows it. */
export function residentText<Field extends TextField>(field: Field, value: ResidentDraft[Field]): string {
  return residentTexts[field](value)
}

/** What stands in an own field as a list shows it. */
export function ownValueText({ kind, choices }: OwnField, value: string): string {
  if (kind === 'choice') return choices.find(({ id }) => String(id) === value)?.name ?? ''
  if (kind === 'yesNo') return value === 'yes' ? yesNoNames.yes : yesNoNames.no
  return value
}

/** Shape: every own field somebody has a value of, also those no longer in use, in the order of the forms. */
export function ownValueLines(
  values: readonly OwnValue[],
  ownFields: readonly OwnField[],
): { readonly field: OwnField; readonly text: string }[] {
  const byField = new Map(values.map(({ ownFieldId, value }) => [ownFieldId, value]))
  return ownFields.flatMap((field) => {
    const value = byField.get(field.id)
    return value === undefined ? [] : [{ field, text: ownValueText(field, value) }]
  })
}

function plain(text: string): string {
  return text
}

function words(...parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join(' ')
}

interface Period {
  readonly fromOn: string | null
  readonly toOn: string | null
}

/** From when to when something holds; a day that is not known leaves its place empty. */
export function periodText({ fromOn, toOn }: Period): string {
  return fromOn === null && toOn === null ? '' : `${fromOn ?? ''}${until}${toOn ?? ''}`.trim()
}

function lunarText({ year, month, day, isLeap }: NonNullable<ResidentDraft['lunarBirth']>): string {
  const monthName = `${isLeap ? leap : ''}${lunarMonthNames[month - 1] ?? ''}`
  return words(year === null ? '' : String(year), `${monthName}${lunarDayNames[day - 1] ?? ''}`)
}
