import type { MergeField } from '../../domain/duplicate-merge.ts'
import type { LedgerSchema } from '../schema.ts'

type ResidentColumn = keyof LedgerSchema['resident']

/** The columns of each field that is chosen as a whole. */
export const columnsOfMerge = {
  name: ['name', 'ownPinyin', 'namePinyin', 'nameInitials', 'nameSortKey'],
  formerName: ['formerName'],
  otherName: ['otherName'],
  sex: ['sex'],
  document: ['idDocumentType', 'idNumber'],
  birthWhen: ['birthWhen'],
  lunarBirth: ['lunarBirthYear', 'lunarBirthMonth', 'lunarBirthDay', 'lunarBirthIsLeap'],
  ethnicGroup: ['ethnicGroup'],
  education: ['education'],
  politicalStatus: ['politicalStatus'],
  marriage: ['maritalStatus', 'marriedWhen', 'spouseId'],
  occupation: ['occupation'],
  workplace: ['workplace'],
  retirementUnit: ['retirementUnit'],
  presence: ['presence'],
  home: ['householdId', 'relationToHead'],
  registeredAddress: ['registeredAddress'],
  currentAddress: ['currentAddress'],
  residenceStatus: ['residenceStatus'],
  livingArrangement: ['livingArrangement'],
  health: ['health'],
  disability: ['disabilityCategory', 'disabilityGrade', 'disabilityReissueCount'],
  note: ['note'],
} as const satisfies Record<MergeField, readonly ResidentColumn[]>

/** What of a record is no fact about the person. */
export const columnsOfRecord = [
  'id',
  'revision',
  'createdAt',
  'updatedAt',
  'removedAt',
  'removal',
] as const satisfies readonly ResidentColumn[]
