import type { ColumnType, Generated } from 'kysely'
import type { Flag } from '../flag-column.ts'

export interface ResidentTable {
  id: Generated<number>
  householdId: number
  name: string
  /** Syllables in one run, lower case, for search. */
  namePinyin: string
  nameInitials: string
  /** Syllables apart, for sorting by name. */
  nameSortKey: string
  sex: string
  idDocumentType: string
  /** Null when the document type is none. */
  idNumber: string | null
  birthWhen: string | null
  lunarBirthMonth: number | null
  lunarBirthDay: number | null
  lunarBirthIsLeap: number | null
  lunarBirthYear: number | null
  ethnicGroup: string | null
  relationToHead: string | null
  registeredAddress: string
  currentAddress: string
  residenceStatus: string
  livingArrangement: string | null
  note: string
  revision: number
  createdAt: string
  updatedAt: string
  formerName: Generated<string>
  otherName: Generated<string>
  /** Syllables apart; empty for the usual reading. */
  ownPinyin: Generated<string>
  education: string | null
  politicalStatus: string | null
  maritalStatus: string | null
  marriedWhen: string | null
  spouseId: number | null
  occupation: string | null
  workplace: Generated<string>
  retirementUnit: Generated<string>
  health: string | null
  disabilityCategory: string | null
  disabilityGrade: string | null
  disabilityReissueCount: number | null
  presence: Generated<string>
  /** Set while the record is in the recycle bin or part of another one. */
  removedAt: string | null
  removal: string | null
}

export interface ResidentPhoneTable {
  residentId: number
  position: number
  number: string
  note: string
  owner: Generated<string>
  isEmergency: ColumnType<number, number | undefined, number>
}

export interface ResidentDocumentTable {
  residentId: number
  position: number
  documentType: string
  number: string
  isFormer: Flag
  note: string
}

export interface ResidentBenefitTable {
  residentId: number
  benefit: string
  fromOn: string | null
  toOn: string | null
}

export interface LifeEventTable {
  id: Generated<number>
  residentId: number
  kind: string
  happenedOn: string
  /** Where somebody came from or went. */
  place: string
  note: string
  recordedAt: string
  staffName: string
  /** JSON of what the event changed elsewhere, so that it can be taken back. */
  effects: string
  withdrawnAt: string | null
  withdrawnBy: string | null
}

export interface RecordChangeTable {
  id: Generated<number>
  at: string
  staffId: number | null
  staffName: string
  residentId: number
  /** What kind of work made it: the form, an import, a bulk change. */
  source: string
  field: string
  /** JSON of the field; of what was sealed since a digest under the ledger's key, from which nobody reads it. */
  before: string
  after: string
  reason: string
  undoneAt: string | null
}

export interface ResidentCareTagTable {
  residentId: number
  careTag: string
  fromOn: string | null
  toOn: string | null
}
