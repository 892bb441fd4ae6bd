import { formatDwelling } from '../../../domain/address.ts'
import { benefits } from '../../../domain/codes/benefit.ts'
import { careTags } from '../../../domain/codes/care-tag.ts'
import { disabilityCategories, disabilityGrades } from '../../../domain/codes/disability.ts'
import { educations } from '../../../domain/codes/education.ts'
import { ethnicGroups } from '../../../domain/codes/ethnic-group.ts'
import { healthStates } from '../../../domain/codes/health-state.ts'
import { livingArrangements } from '../../../domain/codes/living-arrangement.ts'
import { lunarDayNames, lunarMonthNames } from '../../../domain/codes/lunar-text.ts'
import { maritalStatuses } from '../../../domain/codes/marital-status.ts'
import { occupations } from '../../../domain/codes/occupation.ts'
import { politicalStatuses } from '../../../domain/codes/political-status.ts'
import { relationsToHead } from '../../../domain/codes/relation-to-head.ts'
import { residenceStatuses } from '../../../domain/codes/residence-status.ts'
import { sexes } from '../../../domain/codes/sex.ts'
import { idDocumentTypeLabels, residentFieldLabels } from '../../../domain/labels/field.zh.ts'
import { ownValueText, periodText } from '../../../domain/labels/resident-text.zh.ts'
import { residentLabels } from '../../../domain/labels/resident.zh.ts'
import { ownFieldKey, type OwnField } from '../../../domain/own-field.ts'
import type { ResidentView } from '../../../domain/resident-view.ts'
import { withEveryOwnRow } from '../../ui/form/own-value-rows.ts'
import type { FieldVersions, VersionChoice } from '../../ui/versions.ts'
import type { DocumentValues, PhoneValues } from './resident-form-rows.ts'
import { type ResidentFormValues, residentFormValues } from './resident-form-schema.ts'

const words = residentLabels.page

type Field = Exclude<keyof typeof residentFieldLabels, 'ownValues'>

/** Shape: the form's values together with the view they were filled from. */
interface FilledForm {
  readonly values: ResidentFormValues
  readonly view: ResidentView
}

/** A resident's fields as they were loaded, as they were typed and as somebody else saved them. */
export function residentVersions(
  base: ResidentView,
  mine: ResidentFormValues,
  theirs: ResidentView,
  ownFields: readonly OwnField[],
): FieldVersions[] {
  const versions = {
    base: { values: residentFormValues(base, ownFields), view: base },
    mine: { values: mine, view: base },
    theirs: { values: residentFormValues(theirs, ownFields), view: theirs },
  } as const satisfies Record<string, FilledForm>
  // Object.keys forgets the key type; the labels are closed.
  const keys = (Object.keys(residentFieldLabels) as (keyof typeof residentFieldLabels)[]).filter(
    (key): key is Field => key !== 'ownValues',
  )
  const ofRecord = keys.map((key) => ({
    key,
    label: residentFieldLabels[key],
    values: {
      base: comparedBy(key, versions.base),
      mine: comparedBy(key, versions.mine),
      theirs: comparedBy(key, versions.theirs),
    },
    texts: { mine: shows[key](versions.mine), theirs: shows[key](versions.theirs) },
    isMineGone: (key === 'phones' || key === 'otherDocuments') && keepsLostNumber(mine[key], theirs[key]),
  }))
  return [...ofRecord, ...ownFields.map((field) => ownVersions(field, versions))]
}

/** An own field is chosen by itself, as all others are. */
function ownVersions(
  field: OwnField,
  { base, mine, theirs }: Readonly<Record<'base' | 'mine' | 'theirs', FilledForm>>,
): FieldVersions {
  const valueOf = ({ values }: FilledForm) =>
    values.ownValues.find(({ ownFieldId }) => ownFieldId === field.id)?.value ?? ''
  const textOf = (form: FilledForm) => (valueOf(form) === '' ? '' : ownValueText(field, valueOf(form)))
  return {
    key: ownFieldKey(field.id),
    label: field.name,
    values: { base: valueOf(base), mine: valueOf(mine), theirs: valueOf(theirs) },
    texts: { mine: textOf(mine), theirs: textOf(theirs) },
    isMineGone: false,
  }
}

/** The form's values with each field as it was chosen; what nobody chose is theirs. */
export function chosenValues(
  mine: ResidentFormValues,
  theirs: ResidentView,
  choices: ReadonlyMap<string, VersionChoice>,
  ownFields: readonly OwnField[],
): ResidentFormValues {
  const isMine = (key: string) => choices.get(key) === 'mine'
  const kept = Object.entries(mine).filter(([key]) => isMine(key === 'isIdNumberKept' ? 'idNumber' : key))
  const there = residentFormValues(theirs, ownFields)
  const ownKept = mine.ownValues.filter(({ ownFieldId }) => isMine(ownFieldKey(ownFieldId)))
  return {
    ...there,
    ...Object.fromEntries(kept),
    ownValues: withEveryOwnRow(ownKept, there.ownValues),
  }
}

interface Handled {
  readonly handle: string
}

function keepsLostNumber(mine: readonly Handled[], theirs: readonly Handled[]): boolean {
  const there = new Set(theirs.map(({ handle }) => handle))
  return mine.some(({ handle }) => handle !== '' && !there.has(handle))
}

function comparedBy(key: Field, { values, view }: FilledForm): unknown {
  if (key === 'idNumber') return values.isIdNumberKept ? view.idNumberMasked : values.idNumber
  if (key === 'careTags')
    return values.careTags.map(({ careTag, fromOn, toOn }) => [careTag, fromOn, toOn]).sort()
  if (key === 'benefits')
    return values.benefits.map(({ benefit, fromOn, toOn }) => [benefit, fromOn, toOn]).sort()
  if (key !== 'phones' && key !== 'otherDocuments') return values[key]
  return values[key].filter(isFilled).map(({ numberMasked, ...row }) => row)
}

function isFilled({ handle, number }: { readonly handle: string; readonly number: string }): boolean {
  return handle !== '' || number !== ''
}

type Show = (form: FilledForm) => string

const shows = {
  name: ({ values }) => values.name,
  formerName: ({ values }) => values.formerName,
  otherName: ({ values }) => values.otherName,
  ownPinyin: ({ values }) => values.ownPinyin,
  sex: ({ values }) => nameOf(sexes, values.sex),
  idDocumentType: ({ values }) => idDocumentTypeLabels[values.idDocumentType],
  idNumber: ({ values, view }) => (values.isIdNumberKept ? view.idNumberMasked : values.idNumber),
  otherDocuments: ({ values }) => joined(values.otherDocuments.map(documentText)),
  birthWhen: ({ values }) => values.birthWhen ?? '',
  lunarBirth: ({ values }) => lunarText(values.lunarBirth),
  ethnicGroup: ({ values }) => nameOf(ethnicGroups, values.ethnicGroup),
  education: ({ values }) => nameOf(educations, values.education),
  politicalStatus: ({ values }) => nameOf(politicalStatuses, values.politicalStatus),
  maritalStatus: ({ values }) => nameOf(maritalStatuses, values.maritalStatus),
  marriedWhen: ({ values }) => values.marriedWhen ?? '',
  spouseId: ({ values, view }) =>
    values.spouseId === null
      ? ''
      : values.spouseId === view.spouseId
        ? view.spouseName || words.removedSpouse
        : words.chosenSpouse,
  occupation: ({ values }) => nameOf(occupations, values.occupation),
  workplace: ({ values }) => values.workplace,
  retirementUnit: ({ values }) => values.retirementUnit,
  phones: ({ values }) => joined(values.phones.map(phoneText)),
  dwelling: ({ values }) => formatDwelling(values.dwelling),
  relationToHead: ({ values }) => nameOf(relationsToHead, values.relationToHead),
  registeredAddress: ({ values }) => values.registeredAddress,
  currentAddress: ({ values }) => values.currentAddress,
  residenceStatus: ({ values }) => nameOf(residenceStatuses, values.residenceStatus),
  livingArrangement: ({ values }) => nameOf(livingArrangements, values.livingArrangement),
  health: ({ values }) => nameOf(healthStates, values.health),
  disability: ({ values }) => disabilityText(values.disability),
  careTags: ({ values }) =>
    joined(values.careTags.map((tag) => `${nameOf(careTags, tag.careTag)} ${periodText(tag)}`.trim())),
  benefits: ({ values }) =>
    joined(values.benefits.map((held) => `${nameOf(benefits, held.benefit)} ${periodText(held)}`.trim())),
  note: ({ values }) => values.note,
} as const satisfies Record<Field, Show>

function joined(texts: readonly string[]): string {
  return texts.filter((text) => text !== '').join(residentLabels.list.careTagSeparator)
}

function nameOf(names: Readonly<Record<string, string>>, code: string | null): string {
  return code === null ? '' : (names[code] ?? code)
}

function phoneText({ handle, numberMasked, number, owner, isEmergency, note }: PhoneValues): string {
  const emergency = isEmergency ? words.emergency : ''
  return [handle === '' ? number : numberMasked, owner, emergency, note]
    .filter((part) => part !== '')
    .join(' ')
}

function documentText(document: DocumentValues): string {
  const { handle, numberMasked, number, documentType, isFormer, note } = document
  const shown = handle === '' ? number : numberMasked
  return [nameOf(idDocumentTypeLabels, documentType), shown, isFormer ? words.formerDocument : '', note]
    .filter((part) => part !== '')
    .join(' ')
}

function disabilityText({ category, grade, reissueCount }: ResidentFormValues['disability']): string {
  const kind = nameOf(disabilityCategories, category) + nameOf(disabilityGrades, grade)
  const isReissued = kind !== '' && Number(reissueCount) !== 0
  return isReissued ? `${kind} ${words.disabilityReissued(reissueCount)}` : kind
}

function lunarText({ year, month, day, isLeap }: ResidentFormValues['lunarBirth']): string {
  if (month === null || day === null) return ''
  const monthName = lunarMonthNames[Number(month) - 1] ?? ''
  const dayName = lunarDayNames[Number(day) - 1] ?? ''
  return [year, isLeap ? words.leapMonth(monthName) : monthName, dayName]
    .filter((part) => part !== '')
    .join(' ')
}
