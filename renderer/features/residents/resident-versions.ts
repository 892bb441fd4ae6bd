import { formatDwelling } from '../../../domain/address.ts'
import { careTags } from '../../../domain/codes/care-tag.ts'
import { ethnicGroups } from '../../../domain/codes/ethnic-group.ts'
import { livingArrangements } from '../../../domain/codes/living-arrangement.ts'
import { lunarDayNames, lunarMonthNames } from '../../../domain/codes/lunar-text.ts'
import { relationsToHead } from '../../../domain/codes/relation-to-head.ts'
import { residenceStatuses } from '../../../domain/codes/residence-status.ts'
import { sexes } from '../../../domain/codes/sex.ts'
import { idDocumentTypeLabels, residentFieldLabels } from '../../../domain/labels/field.zh.ts'
import { residentLabels } from '../../../domain/labels/resident.zh.ts'
import type { ResidentView } from '../../../domain/resident-view.ts'
import type { FieldVersions, VersionChoice } from '../../ui/versions.ts'
import { type PhoneValues, type ResidentFormValues, residentFormValues } from './resident-form-schema.ts'

const words = residentLabels.page

type Field = keyof typeof residentFieldLabels

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
): FieldVersions[] {
  const versions = {
    base: { values: residentFormValues(base), view: base },
    mine: { values: mine, view: base },
    theirs: { values: residentFormValues(theirs), view: theirs },
  } as const satisfies Record<string, FilledForm>
  // Object.keys forgets the key type; the labels are closed.
  return (Object.keys(residentFieldLabels) as Field[]).map((key) => ({
    key,
    label: residentFieldLabels[key],
    values: {
      base: comparedBy(key, versions.base),
      mine: comparedBy(key, versions.mine),
      theirs: comparedBy(key, versions.theirs),
    },
    texts: { mine: shows[key](versions.mine), theirs: shows[key](versions.theirs) },
    isMineGone: key === 'phones' && keepsLostPhone(mine, theirs),
  }))
}

/** The form's values with each field as it was chosen; what nobody chose is theirs. */
export function chosenValues(
  mine: ResidentFormValues,
  theirs: ResidentView,
  choices: ReadonlyMap<string, VersionChoice>,
): ResidentFormValues {
  const isMine = (key: string) => choices.get(key) === 'mine'
  const kept = Object.entries(mine).filter(([key]) => isMine(key === 'isIdNumberKept' ? 'idNumber' : key))
  return { ...residentFormValues(theirs), ...Object.fromEntries(kept) }
}

function keepsLostPhone(mine: ResidentFormValues, theirs: ResidentView): boolean {
  const there = new Set(theirs.phones.map(({ handle }) => handle))
  return mine.phones.some(({ handle }) => handle !== '' && !there.has(handle))
}

function comparedBy(key: Field, { values, view }: FilledForm): unknown {
  if (key === 'idNumber') return values.isIdNumberKept ? view.idNumberMasked : values.idNumber
  if (key === 'careTags')
    return values.careTags.map(({ careTag, fromOn, toOn }) => [careTag, fromOn, toOn]).sort()
  if (key !== 'phones') return values[key]
  return values.phones
    .filter(({ handle, number }) => handle !== '' || number !== '')
    .map(({ handle, number, note }) => [handle, number, note])
}

type Show = (form: FilledForm) => string

const shows = {
  name: ({ values }) => values.name,
  sex: ({ values }) => nameOf(sexes, values.sex),
  idDocumentType: ({ values }) => idDocumentTypeLabels[values.idDocumentType],
  idNumber: ({ values, view }) => (values.isIdNumberKept ? view.idNumberMasked : values.idNumber),
  birthWhen: ({ values }) => values.birthWhen ?? '',
  lunarBirth: ({ values }) => lunarText(values.lunarBirth),
  ethnicGroup: ({ values }) => nameOf(ethnicGroups, values.ethnicGroup),
  phones: ({ values }) => joined(values.phones.map(phoneText)),
  dwelling: ({ values }) => formatDwelling(values.dwelling),
  relationToHead: ({ values }) => nameOf(relationsToHead, values.relationToHead),
  registeredAddress: ({ values }) => values.registeredAddress,
  currentAddress: ({ values }) => values.currentAddress,
  residenceStatus: ({ values }) => nameOf(residenceStatuses, values.residenceStatus),
  livingArrangement: ({ values }) => nameOf(livingArrangements, values.livingArrangement),
  careTags: ({ values }) => joined(values.careTags.map(periodText)),
  note: ({ values }) => values.note,
} as const satisfies Record<Field, Show>

function joined(texts: readonly string[]): string {
  return texts.filter((text) => text !== '').join(residentLabels.list.careTagSeparator)
}

function nameOf(names: Readonly<Record<string, string>>, code: string | null): string {
  return code === null ? '' : (names[code] ?? code)
}

function phoneText({ handle, numberMasked, number, note }: PhoneValues): string {
  return [handle === '' ? number : numberMasked, note].filter((part) => part !== '').join(' ')
}

function periodText({ careTag, fromOn, toOn }: ResidentFormValues['careTags'][number]): string {
  const period = [fromOn, toOn].filter((day) => day !== null).join(words.periodJoin)
  return [nameOf(careTags, careTag), period].filter((part) => part !== '').join(' ')
}

function lunarText({ year, month, day, isLeap }: ResidentFormValues['lunarBirth']): string {
  if (month === null || day === null) return ''
  const monthName = lunarMonthNames[Number(month) - 1] ?? ''
  const dayName = lunarDayNames[Number(day) - 1] ?? ''
  return [year, isLeap ? words.leapMonth(monthName) : monthName, dayName]
    .filter((part) => part !== '')
    .join(' ')
}
