import { benefits } from './codes/benefit.ts'
import { careTags } from './codes/care-tag.ts'
import { disabilityCategories, disabilityGrades } from './codes/disability.ts'
import { educations } from './codes/education.ts'
import { ethnicGroups } from './codes/ethnic-group.ts'
import { healthStates } from './codes/health-state.ts'
import { livingArrangements } from './codes/living-arrangement.ts'
import { maritalStatuses } from './codes/marital-status.ts'
import { occupations } from './codes/occupation.ts'
import { politicalStatuses } from './codes/political-status.ts'
import { relationsToHead } from './codes/relation-to-head.ts'
import { residenceStatuses } from './codes/residence-status.ts'
import { sexes } from './codes/sex.ts'
import { idDocumentTypes } from './id-number.ts'
import type { OwnFieldKey, OwnFieldKind } from './own-field.ts'

/** What can be asked about each kind of field, in the order in which it is offered. */
const operatorsOfKind = {
  text: ['contains', 'is', 'empty'],
  /** Numbers that are masked on the screen. */
  number: ['contains', 'empty'],
  code: ['oneOf', 'empty'],
  /** What the office keeps a list of; its codes are ids. */
  place: ['oneOf', 'empty'],
  date: ['in', 'before', 'after', 'between', 'reaches', 'yearly', 'month', 'incomplete', 'empty'],
  /** A day on which something was done, always whole. */
  day: ['in', 'before', 'after', 'between', 'empty'],
  lunarDate: ['yearly', 'month', 'empty'],
  age: ['atLeast', 'atMost', 'fromTo', 'empty'],
  count: ['atLeast', 'atMost', 'fromTo'],
  /** What somebody has from one day to another. */
  period: ['held', 'ended', 'startedIn', 'endsIn'],
  flag: ['yes'],
} as const
type ConditionKind = keyof typeof operatorsOfKind

/** The same of each kind of own field. */
const operatorsOfOwnKind = {
  text: ['contains', 'is', 'empty'],
  number: ['numberAtLeast', 'numberAtMost', 'numberFromTo', 'empty'],
  date: ['in', 'before', 'after', 'between', 'incomplete', 'empty'],
  choice: ['oneOf', 'empty'],
  yesNo: ['yes', 'no', 'empty'],
} as const satisfies Record<OwnFieldKind, readonly string[]>

export type ConditionOperator =
  (typeof operatorsOfKind)[ConditionKind][number] | (typeof operatorsOfOwnKind)[OwnFieldKind][number]

interface ConditionFieldRule {
  readonly kind: ConditionKind
  /** The field of a record whose readers may ask; null for what the list and the household tell everybody. */
  readonly of: string | null
  /** The codes there are. */
  readonly codes?: readonly string[]
  /** True for what is known of everybody. */
  readonly isNeverEmpty?: true
}

/** Everything that people can be found by: the schema, the evaluation and the editor follow this table. */
export const conditionFields = {
  age: { kind: 'age', of: null },
  sex: { kind: 'code', of: 'sex', codes: Object.keys(sexes), isNeverEmpty: true },
  birthWhen: { kind: 'date', of: 'birthWhen' },
  lunarBirth: { kind: 'lunarDate', of: 'lunarBirth' },
  careTags: { kind: 'period', of: 'careTags', codes: Object.keys(careTags) },
  benefits: { kind: 'period', of: 'benefits', codes: Object.keys(benefits) },
  residentGroup: { kind: 'place', of: 'dwelling' },
  grid: { kind: 'place', of: 'dwelling' },
  building: { kind: 'place', of: 'dwelling' },
  unit: { kind: 'text', of: 'dwelling' },
  room: { kind: 'text', of: 'dwelling' },
  householdSize: { kind: 'count', of: null },
  isAloneInHousehold: { kind: 'flag', of: null },
  isHead: { kind: 'flag', of: null },
  relationToHead: { kind: 'code', of: 'relationToHead', codes: Object.keys(relationsToHead) },
  residenceStatus: {
    kind: 'code',
    of: 'residenceStatus',
    codes: Object.keys(residenceStatuses),
    isNeverEmpty: true,
  },
  livingArrangement: { kind: 'code', of: 'livingArrangement', codes: Object.keys(livingArrangements) },
  presence: {
    kind: 'code',
    of: null,
    codes: ['here', 'movedOut', 'deathReported', 'deceased'],
    isNeverEmpty: true,
  },
  phones: { kind: 'number', of: 'phones' },
  hasEmergencyContact: { kind: 'flag', of: 'phones' },
  idDocumentType: { kind: 'code', of: 'idDocumentType', codes: idDocumentTypes, isNeverEmpty: true },
  idNumber: { kind: 'number', of: 'idNumber' },
  otherDocuments: { kind: 'number', of: 'otherDocuments' },
  maritalStatus: { kind: 'code', of: 'maritalStatus', codes: Object.keys(maritalStatuses) },
  marriedWhen: { kind: 'date', of: 'marriedWhen' },
  hasSpouse: { kind: 'flag', of: 'spouseId' },
  health: { kind: 'code', of: 'health', codes: Object.keys(healthStates) },
  disabilityCategory: { kind: 'code', of: 'disability', codes: Object.keys(disabilityCategories) },
  disabilityGrade: { kind: 'code', of: 'disability', codes: Object.keys(disabilityGrades) },
  ethnicGroup: { kind: 'code', of: 'ethnicGroup', codes: Object.keys(ethnicGroups) },
  education: { kind: 'code', of: 'education', codes: Object.keys(educations) },
  politicalStatus: { kind: 'code', of: 'politicalStatus', codes: Object.keys(politicalStatuses) },
  occupation: { kind: 'code', of: 'occupation', codes: Object.keys(occupations) },
  workplace: { kind: 'text', of: 'workplace' },
  retirementUnit: { kind: 'text', of: 'retirementUnit' },
  registeredAddress: { kind: 'text', of: 'registeredAddress' },
  currentAddress: { kind: 'text', of: 'currentAddress' },
  name: { kind: 'text', of: 'name', isNeverEmpty: true },
  formerName: { kind: 'text', of: 'formerName' },
  otherName: { kind: 'text', of: 'otherName' },
  ownPinyin: { kind: 'text', of: 'ownPinyin' },
  /** When the notice was signed last. */
  noticeSignedOn: { kind: 'day', of: null },
  note: { kind: 'text', of: 'note' },
} as const satisfies Record<string, ConditionFieldRule>
export type ConditionField = keyof typeof conditionFields

/** What a question can be about: a field of every record, or an own one. */
export type AskedField = ConditionField | OwnFieldKey

// Object.keys forgets the key type; the table is closed.
export const conditionFieldNames = Object.keys(conditionFields) as readonly ConditionField[]

/** The fields of one kind. */
export type FieldOfKind<Kind extends ConditionKind> = {
  [Field in ConditionField]: (typeof conditionFields)[Field]['kind'] extends Kind ? Field : never
}[ConditionField]

/** The lists of places that people can be found by. */
const placeFields = ['building', 'residentGroup', 'grid'] as const satisfies readonly FieldOfKind<'place'>[]
export type PlaceField = (typeof placeFields)[number]

export function isPlaceField(field: string): field is PlaceField {
  return (placeFields as readonly string[]).includes(field)
}

/** The codes a field can have; empty for one that has none. */
export function codesOfField(field: ConditionField): readonly string[] {
  const rule: ConditionFieldRule = conditionFields[field]
  return rule.codes ?? []
}

/** What can be asked about a field. */
export function operatorsOf(field: ConditionField): readonly ConditionOperator[] {
  const { kind, isNeverEmpty }: ConditionFieldRule = conditionFields[field]
  const operators: readonly ConditionOperator[] = operatorsOfKind[kind]
  return isNeverEmpty === true ? operators.filter((operator) => operator !== 'empty') : operators
}

/** What can be asked about an own field of a kind. */
export function operatorsOfOwn(kind: OwnFieldKind): readonly ConditionOperator[] {
  return operatorsOfOwnKind[kind]
}

/** Whether an operator is asked of any kind of own field. */
export function isAskedOfOwn(operator: ConditionOperator): boolean {
  // Object.keys forgets the key type; the table is closed.
  const kinds = Object.keys(operatorsOfOwnKind) as OwnFieldKind[]
  return kinds.some((kind) => operatorsOfOwn(kind).includes(operator))
}
