import type { CalendarDate } from '../calendar-date.ts'
import { parseEthnicGroup } from '../codes/ethnic-group.ts'
import { parseLivingArrangement } from '../codes/living-arrangement.ts'
import { headOfHouseholdCode, parseRelationToHead, type RelationToHead } from '../codes/relation-to-head.ts'
import { parseResidenceStatus, usualResidenceStatus } from '../codes/residence-status.ts'
import { unstatedSex } from '../codes/sex.ts'
import { ownFieldKey, type OwnField, type OwnFieldOwner } from '../own-field.ts'
import type { OwnValue } from '../own-value.ts'
import { normalisePersonName, privateUseCharacters } from '../person-name.ts'
import { residentDraftSchema, type ResidentDraft } from '../resident.ts'
import { isStorable } from './storable-draft.ts'
import type { TwoDigitYears } from '../import-report.ts'
import {
  importFields,
  type BuiltInImportField,
  type ImportField,
  type ImportIssue,
  type ImportMapping,
} from '../roster-import.ts'
import { cellLines, statedText } from './cell-text.ts'
import { addressText, readDwelling } from './read-dwelling.ts'
import { readCareTags } from './care-tag-cells.ts'
import { cellsOf, readCode, readName, readPhones, refuseLongCells } from './read-fields.ts'
import { isLunarText, readBirth, readIdNumber, readLunarBirth, readSex } from './read-identity.ts'
import { readOwnCells } from './own-columns.ts'
import { readEmergencyPhones, readRecordFields } from './read-record-fields.ts'
import type { SheetCell } from './roster-table.ts'
import { newIssueList, type IssueList } from './row-issues.ts'
import type { SheetDoor } from './sheet-door.ts'

/** One person of a roster as far as the row alone tells. */
export interface RosterRow {
  /** Shape: one-based, counted on over the sheets that are read together. */
  readonly rowNumber: number
  /** Only trusted when no issue refuses the row. */
  readonly draft: ResidentDraft
  /** What the row says about the person's home in own fields. */
  readonly householdOwnValues: readonly OwnValue[]
  /** The fields the file says something about; all others keep what the ledger has. */
  readonly givenFields: readonly ImportField[]
  /** The fields the file has a column for and this row leaves empty. */
  readonly emptyFields: readonly ImportField[]
  /** Whose household the row says the person belongs to; empty where it says nothing. */
  readonly headName: string
  readonly issues: readonly ImportIssue[]
}

interface RowReading {
  readonly todayOn: CalendarDate
  readonly twoDigitYears?: TwoDigitYears
  readonly ownFields?: readonly OwnField[]
  /** Where the people of the sheet live, if its name says so and no column does. */
  readonly sheetDoor?: SheetDoor | null
}

/** Reads one row by the columns the clerk agreed to. */
export function readRow(
  rowNumber: number,
  cells: readonly SheetCell[],
  mapping: ImportMapping,
  { todayOn, twoDigitYears = 'refused', ownFields = [], sheetDoor = null }: RowReading,
): RosterRow {
  const list = newIssueList()
  const of = cellsOf(cells, mapping)
  refuseLongCells(cells, mapping, list)
  const identity = readIdNumber(of.first('idNumber'), todayOn, list)
  const { careTags, livingFromTags } = readCareTags(of.all('careTags'), list)
  const residenceStatus = readCode(
    of.first('residenceStatus'),
    parseResidenceStatus,
    'residenceStatusUnknown',
    'residenceStatus',
    list,
  )
  const { dwelling, currentAddress } = readDwelling(of.first, residenceStatus, list, sheetDoor)
  const { name, remark } = readName(of.first('name'), list)
  const headName = normalisePersonName(statedText(of.first('headName')))
  const isBirthLunar = of.first('lunarBirth') === undefined && isLunarText(of.first('birth'))
  if (isBirthLunar) list.warn('birthIsLunar', 'birth')
  const birth = isBirthLunar ? undefined : of.first('birth')
  const ownOf = (owner: OwnFieldOwner) =>
    readOwnCells(
      of,
      ownFields.filter((field) => field.owner === owner),
      list,
    )
  const draft: ResidentDraft = {
    ...readRecordFields(of, identity.idNumber, todayOn, list),
    name,
    sex: readSex(of.first('sex'), identity, list),
    idDocumentType: identity.idDocumentType,
    idNumber: identity.idNumber,
    birthWhen: readBirth(birth, identity, todayOn, twoDigitYears, list),
    lunarBirth: readLunarBirth(of.first(isBirthLunar ? 'birth' : 'lunarBirth'), list),
    ethnicGroup: readCode(
      of.first('ethnicGroup'),
      parseEthnicGroup,
      'ethnicGroupUnknown',
      'ethnicGroup',
      list,
    ),
    phones: readPhones(of.all('phone'), readEmergencyPhones(of, list), list),
    dwelling,
    relationToHead:
      readCode(of.first('relationToHead'), parseRelationToHead, 'relationUnknown', 'relationToHead', list) ??
      relationOfOwnHead(name, headName, of.first('relationToHead')),
    registeredAddress: addressText(of.first('registeredAddress'), 'registeredAddress', list),
    currentAddress,
    residenceStatus: residenceStatus ?? usualResidenceStatus,
    livingArrangement:
      readCode(
        of.first('livingArrangement'),
        parseLivingArrangement,
        'livingArrangementUnknown',
        'livingArrangement',
        list,
      ) ?? livingFromTags,
    careTags: [...careTags],
    ownValues: ownOf('resident'),
    note: [remark, ...of.all('note').map(cellLines)].filter((text) => text !== '').join('\n'),
  }
  warnPrivateUse(draft, list)
  refuseWhatCannotBeStored(draft, list)
  const householdOwnValues = ownOf('household')
  const given = [
    ...givenFields(draft, headName, residenceStatus !== null),
    ...[...draft.ownValues, ...householdOwnValues].map(({ ownFieldId }) => ownFieldKey(ownFieldId)),
  ]
  const emptyFields = fieldsOf(mapping).filter((field) => of.first(field) === undefined)
  const { issues } = list
  return { rowNumber, draft, householdOwnValues, givenFields: given, emptyFields, headName, issues }
}

/** Each row of a sheet asks the same. */
const fieldsOfMappings = new WeakMap<ImportMapping, readonly ImportField[]>()

function fieldsOf(mapping: ImportMapping): readonly ImportField[] {
  const known = fieldsOfMappings.get(mapping)
  if (known !== undefined) return known
  const fields = [...new Set(mapping.flatMap(({ field }) => field ?? []))]
  fieldsOfMappings.set(mapping, fields)
  return fields
}

/** Whoever bears the name of the household's head is the head, where no relation says otherwise. */
function relationOfOwnHead(
  name: string,
  headName: string,
  relation: SheetCell | undefined,
): RelationToHead | null {
  return name !== '' && name === headName && statedText(relation) === '' ? headOfHouseholdCode : null
}

function warnPrivateUse(draft: ResidentDraft, list: IssueList): void {
  const texts = [
    ['name', draft.name],
    ['address', `${draft.dwelling?.building ?? ''}${draft.dwelling?.room ?? ''}${draft.currentAddress}`],
    ['registeredAddress', draft.registeredAddress],
    ['note', draft.note],
  ] as const
  for (const [field, text] of texts) {
    if (privateUseCharacters(text).length > 0) list.warn('privateUseCharacter', field)
  }
}

const fieldOfDraft: Partial<Record<string, ImportField>> = {
  name: 'name',
  idNumber: 'idNumber',
  phones: 'phone',
  dwelling: 'address',
  currentAddress: 'address',
  registeredAddress: 'registeredAddress',
  formerName: 'formerName',
  workplace: 'workplace',
  retirementUnit: 'retirementUnit',
  note: 'note',
}

/** The ledger takes nothing its own schema refuses, so neither does the import. */
function refuseWhatCannotBeStored(draft: ResidentDraft, list: IssueList): void {
  if (list.issues.some(({ isRefusal }) => isRefusal)) return
  if (isStorable(draft)) return
  const checked = residentDraftSchema.safeParse(draft)
  if (checked.success) return
  for (const issue of checked.error.issues) {
    list.refuse('cellTooLong', fieldOfDraft[String(issue.path[0])] ?? 'name')
  }
}

/** What was written and could be read; a sex or birth date that the number tells counts as written. */
function givenFields(draft: ResidentDraft, headName: string, isStatusGiven: boolean): ImportField[] {
  const isGiven: Record<BuiltInImportField, boolean> = {
    name: draft.name !== '',
    sex: draft.sex !== unstatedSex,
    idNumber: draft.idNumber !== '',
    birth: draft.birthWhen !== null,
    lunarBirth: draft.lunarBirth !== null,
    ethnicGroup: draft.ethnicGroup !== null,
    phone: draft.phones.length > 0,
    address: draft.currentAddress !== '',
    building: (draft.dwelling?.building ?? '') !== '',
    unit: (draft.dwelling?.unit ?? '') !== '',
    room: (draft.dwelling?.room ?? '') !== '',
    registeredAddress: draft.registeredAddress !== '',
    residenceStatus: isStatusGiven,
    livingArrangement: draft.livingArrangement !== null,
    relationToHead: draft.relationToHead !== null,
    headName: headName !== '',
    careTags: draft.careTags.length > 0,
    formerName: draft.formerName !== '',
    education: draft.education !== null,
    politicalStatus: draft.politicalStatus !== null,
    maritalStatus: draft.maritalStatus !== null,
    marriedWhen: draft.marriedWhen !== null,
    occupation: draft.occupation !== null,
    workplace: draft.workplace !== '',
    retirementUnit: draft.retirementUnit !== '',
    health: draft.health !== null,
    disabilityCard: draft.disability !== null,
    disabilityCategory: draft.disability !== null,
    disabilityGrade: draft.disability !== null,
    benefits: draft.benefits.length > 0,
    emergencyName: draft.phones.some(({ isEmergency, owner }) => isEmergency && owner !== ''),
    emergencyPhone: draft.phones.some(({ isEmergency }) => isEmergency),
    note: draft.note !== '',
  }
  return importFields.filter((field) => isGiven[field])
}
