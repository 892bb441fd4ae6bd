import type { ColumnType, Generated } from 'kysely'

/** The ledger's tables as statements see them; the migrations are the truth, a test compares both. */
export interface LedgerSchema {
  readonly committee: CommitteeTable
  readonly setting: SettingTable
  readonly building: BuildingTable
  readonly dwelling: DwellingTable
  readonly household: HouseholdTable
  readonly resident: ResidentTable
  readonly residentPhone: ResidentPhoneTable
  readonly residentCareTag: ResidentCareTagTable
  readonly residentDocument: ResidentDocumentTable
  readonly residentBenefit: ResidentBenefitTable
  readonly lifeEvent: LifeEventTable
  readonly recordChange: RecordChangeTable
  readonly visitRule: VisitRuleTable
  readonly visitRound: VisitRoundTable
  readonly visitRoundRule: VisitRoundRuleTable
  readonly visitTask: VisitTaskTable
  readonly visitTaskReason: VisitTaskReasonTable
  readonly importRun: ImportRunTable
  readonly importChange: ImportChangeTable
  readonly staff: StaffTable
  readonly staffWorkField: StaffWorkFieldTable
  readonly sealedMatter: SealedMatterTable
  readonly formDraft: FormDraftTable
  readonly auditEntry: AuditEntryTable
}

/** Shape: 0 or 1. */
type Flag = ColumnType<number, number, number>

interface CommitteeTable {
  id: number
  committeeName: string
  streetOfficeName: string
  phone: string
  isSample: Flag
}

interface SettingTable {
  key: string
  value: string
}

interface BuildingTable {
  id: Generated<number>
  name: string
  /** naturalSortKey(name), so that binary order is walking order. */
  sortKey: string
}

interface DwellingTable {
  id: Generated<number>
  buildingId: number
  unit: string
  room: string
  /** Building, unit and room keys joined: binary order is walking order over the whole committee. */
  sortKey: string
}

interface HouseholdTable {
  id: Generated<number>
  dwellingId: number | null
  headResidentId: number | null
}

interface ResidentTable {
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

interface ResidentPhoneTable {
  residentId: number
  position: number
  number: string
  note: string
  owner: Generated<string>
  isEmergency: ColumnType<number, number | undefined, number>
}

interface ResidentDocumentTable {
  residentId: number
  position: number
  documentType: string
  number: string
  isFormer: Flag
  note: string
}

interface ResidentBenefitTable {
  residentId: number
  benefit: string
  fromOn: string | null
  toOn: string | null
}

interface LifeEventTable {
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

interface RecordChangeTable {
  id: Generated<number>
  at: string
  staffId: number | null
  staffName: string
  residentId: number
  /** What kind of work made it: the form, an import, a bulk change. */
  source: string
  field: string
  /** JSON of the field; a digest for what is sealed. */
  before: string
  after: string
  reason: string
  undoneAt: string | null
}

interface ResidentCareTagTable {
  residentId: number
  careTag: string
  fromOn: string | null
  toOn: string | null
}

interface VisitRuleTable {
  id: Generated<number>
  name: string
  criterion: string
  value: string
  isActive: Flag
  position: number
}

interface VisitRoundTable {
  id: Generated<number>
  name: string
  festival: string
  year: number
  festivalOn: string
  cutoffOn: string
  createdAt: string
}

interface VisitRoundRuleTable {
  visitRoundId: number
  visitRuleId: number
}

interface VisitTaskTable {
  id: Generated<number>
  visitRoundId: number
  residentId: number
  isAddedByHand: Flag
  addedReason: string
  isRemoved: Flag
  removedReason: string
  outcome: string
  visitedOn: string | null
  visitor: string
  note: string
  revision: number
}

interface VisitTaskReasonTable {
  visitTaskId: number
  position: number
  /** The rule's name as it was when the round was opened. */
  reason: string
}

interface ImportRunTable {
  id: Generated<number>
  importedAt: string
  fileName: string
  addedCount: number
  updatedCount: number
  undoneAt: string | null
}

interface ImportChangeTable {
  importRunId: number
  residentId: number
  kind: 'add' | 'update'
  /** JSON of the resident before an update; empty for an added one. */
  before: string
  /** The revision the import left behind: another one at undo time means somebody edited since. */
  revisionAfter: number
}

interface StaffTable {
  id: Generated<number>
  name: string
  role: string
  isInSealedCircle: Flag
  pinHash: string | null
  createdAt: string
  closedAt: string | null
  revision: number
}

interface StaffWorkFieldTable {
  staffId: number
  workField: string
}

/** Apart from everything else about people, so that no list, search or count comes upon it. */
interface SealedMatterTable {
  residentId: number
  kind: string
  fromOn: string | null
  toOn: string | null
  note: string
}

interface FormDraftTable {
  staffId: number
  /** draftKey of the form. */
  formKey: string
  /** JSON of the fields that were changed. */
  content: string
  /** The version of its record the form was filled in on; null for a form of no record. */
  baseRevision: number | null
  savedAt: string
}

interface AuditEntryTable {
  seq: number
  at: string
  localOn: string
  bootId: string
  staffId: number | null
  staffName: string
  role: string
  action: string
  objectType: string
  objectId: number | null
  /** JSON list of the inputs concerned. */
  fields: string
  reason: string
  /** JSON of counts and kinds, never of people's data. */
  detail: string
  previousHash: string
  hash: string
}
