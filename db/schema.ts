import type { Generated } from 'kysely'
import type { ClaimSchema } from './claim/claim.schema.ts'
import type { DiarySchema } from './diary/diary.schema.ts'
import type { CareEventSchema } from './care-event/care-event.schema.ts'
import type {
  DistinctPairTable,
  ResidentMergeItemTable,
  ResidentMergeTable,
  RetiredIdTable,
} from './duplicate/duplicate.schema.ts'
import type { Flag } from './flag-column.ts'
import type { PlacesSchema } from './office/places.schema.ts'
import type { OwnFieldSchema } from './own-field/own-field.schema.ts'
import type { RightsSchema } from './retention/rights.schema.ts'
import type { SealedMatterTable } from './sealed-matter/sealed-matter.schema.ts'
import type {
  ResidentTable,
  ResidentPhoneTable,
  ResidentDocumentTable,
  ResidentBenefitTable,
  LifeEventTable,
  RecordChangeTable,
  ResidentCareTagTable,
} from './resident/resident.schema.ts'
import type { VisitSchema } from './visit/visit.schema.ts'

/** The ledger's tables as statements see them; the migrations are the truth, a test compares both. */
export interface LedgerSchema
  extends PlacesSchema, OwnFieldSchema, RightsSchema, VisitSchema, ClaimSchema, DiarySchema, CareEventSchema {
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
  readonly importRun: ImportRunTable
  readonly importChange: ImportChangeTable
  readonly savedFilter: SavedFilterTable
  readonly bulkChange: BulkChangeTable
  readonly bulkChangeItem: BulkChangeItemTable
  readonly importLayout: ImportLayoutTable
  readonly importValue: ImportValueTable
  readonly importFile: ImportFileTable
  readonly rosterKind: RosterKindTable
  readonly staff: StaffTable
  readonly staffWorkField: StaffWorkFieldTable
  readonly sealedMatter: SealedMatterTable
  readonly submittedSheet: SubmittedSheetTable
  readonly formDraft: FormDraftTable
  readonly auditEntry: AuditEntryTable
  readonly distinctPair: DistinctPairTable
  readonly residentMerge: ResidentMergeTable
  readonly residentMergeItem: ResidentMergeItemTable
  readonly retiredId: RetiredIdTable
}

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
  /** Null while it stands. */
  demolishedOn: string | null
  /** 1 for a building nobody worked on by itself: it goes with its last dwelling. */
  revision: Generated<number>
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

interface SavedFilterTable {
  id: Generated<number>
  name: string
  /** JSON of the question. */
  content: string
  /** Who made it, and what that person was called then. */
  staffId: number
  staffName: string
  createdAt: string
  updatedAt: string
  revision: number
}

interface BulkChangeTable {
  id: Generated<number>
  changedAt: string
  staffId: number
  staffName: string
  /** JSON of what was changed about everybody. */
  change: string
  changedCount: number
  undoneAt: string | null
}

interface BulkChangeItemTable {
  bulkChangeId: number
  residentId: number
  /** JSON of the one thing the change was about. */
  before: string
  after: string
}

/** What the columns of a layout were matched to last. */
interface ImportLayoutTable {
  /** SHA-256 of the headers. */
  fingerprint: string
  /** JSON of the mapping. */
  mapping: string
  usedAt: string
}

/** What a word of a layout means that its code table does not know. */
interface ImportValueTable {
  fingerprint: string
  field: string
  text: string
  /** Null where the word means nothing that is kept. */
  code: string | null
}

interface ImportFileTable {
  importRunId: number
  sha256: string
}

interface RosterKindTable {
  id: Generated<number>
  name: string
  /** JSON of the roster. */
  content: string
  revision: number
  changedAt: string
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

/** Never changed and never deleted, by triggers. */
interface SubmittedSheetTable {
  id: Generated<number>
  name: string
  note: string
  referenceOn: string
  fromOn: string
  madeAt: string
  staffName: string
  /** JSON of the whole sheet. */
  content: string
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
