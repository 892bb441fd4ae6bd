import { ownFieldKey } from '../../domain/own-field.ts'
import type { OwnValue } from '../../domain/own-value.ts'
import { longestNote, type ResidentDraft } from '../../domain/resident.ts'
import type { BuiltInImportField, ImportField } from '../../domain/roster-import.ts'

/** As the schema of a draft has them. */
const mostPhones = 10
const mostCareTags = 40
const mostBenefits = 40

/** What the ledger has, with what the file says laid over it; nothing the file is silent about is lost. */
export function mergeDraft(
  stored: ResidentDraft,
  read: ResidentDraft,
  givenFields: readonly ImportField[],
): ResidentDraft {
  const given = new Set(givenFields)
  const hasNumber = read.idNumber !== ''
  const dwelling = mergeDwelling(stored.dwelling, read.dwelling)
  return {
    name: read.name,
    formerName: saidOr(read.formerName, stored.formerName),
    otherName: stored.otherName,
    ownPinyin: stored.ownPinyin,
    sex: given.has('sex') ? read.sex : stored.sex,
    idDocumentType: hasNumber ? read.idDocumentType : stored.idDocumentType,
    idNumber: hasNumber ? read.idNumber : stored.idNumber,
    otherDocuments: stored.otherDocuments,
    birthWhen: mergeBirth(stored.birthWhen, read.birthWhen),
    lunarBirth: mergeLunarBirth(stored.lunarBirth, read.lunarBirth),
    ethnicGroup: read.ethnicGroup ?? stored.ethnicGroup,
    education: read.education ?? stored.education,
    politicalStatus: read.politicalStatus ?? stored.politicalStatus,
    maritalStatus: read.maritalStatus ?? stored.maritalStatus,
    marriedWhen: mergeBirth(stored.marriedWhen, read.marriedWhen),
    spouseId: stored.spouseId,
    occupation: read.occupation ?? stored.occupation,
    workplace: saidOr(read.workplace, stored.workplace),
    retirementUnit: saidOr(read.retirementUnit, stored.retirementUnit),
    phones: mergePhones(stored.phones, read.phones),
    dwelling,
    relationToHead: read.relationToHead ?? stored.relationToHead,
    registeredAddress: saidOr(read.registeredAddress, stored.registeredAddress),
    currentAddress: mergeCurrentAddress(stored, read),
    residenceStatus: given.has('residenceStatus') ? read.residenceStatus : stored.residenceStatus,
    livingArrangement: read.livingArrangement ?? stored.livingArrangement,
    health: read.health ?? stored.health,
    disability: mergeDisability(stored.disability, read.disability),
    careTags: mergeCareTags(stored.careTags, read.careTags),
    benefits: mergeBy(stored.benefits, read.benefits, ({ benefit }) => benefit).slice(0, mostBenefits),
    note: mergeNote(stored.note, read.note),
    ownValues: mergeOwnValues(stored.ownValues, read.ownValues),
  }
}

function saidOr(read: string, stored: string): string {
  return read === '' ? stored : read
}

/** A number the ledger knows becomes one to call in need where the file says so. */
function mergePhones(
  stored: ResidentDraft['phones'],
  read: ResidentDraft['phones'],
): ResidentDraft['phones'] {
  const emergencies = new Map(
    read.filter(({ isEmergency }) => isEmergency).map((phone) => [phone.number, phone]),
  )
  const known = stored.map((phone) => {
    const said = emergencies.get(phone.number)
    if (said === undefined || phone.isEmergency) return phone
    return { ...phone, isEmergency: true, owner: saidOr(phone.owner, said.owner) }
  })
  return mergeBy(known, read, ({ number }) => number).slice(0, mostPhones)
}

/** Kind and grade without the card's number say nothing about how often it was issued. */
function mergeDisability(
  stored: ResidentDraft['disability'],
  read: ResidentDraft['disability'],
): ResidentDraft['disability'] {
  const isSame = stored !== null && stored.category === read?.category && stored.grade === read.grade
  return read === null || (isSame && read.reissueCount === 0) ? stored : read
}

/** A building alone does not take away the room somebody has in it. */
function mergeDwelling(
  stored: ResidentDraft['dwelling'],
  read: ResidentDraft['dwelling'],
): ResidentDraft['dwelling'] {
  if (read === null || stored?.building !== read.building) return read ?? stored
  if (read.room === '') return { ...stored, unit: read.unit === '' ? stored.unit : read.unit }
  return read.unit === '' && stored.room === read.room ? stored : read
}

/** An address that could not be split never drives somebody out of a dwelling the ledger knows. */
function mergeCurrentAddress(stored: ResidentDraft, read: ResidentDraft): string {
  if (read.residenceStatus === 'registeredOnly' && read.currentAddress !== '') return read.currentAddress
  if (read.dwelling !== null) return ''
  return stored.dwelling === null && read.currentAddress !== '' ? read.currentAddress : stored.currentAddress
}

/** A year or a month alone does not blur the day the ledger knows. */
function mergeBirth(
  stored: ResidentDraft['birthWhen'],
  read: ResidentDraft['birthWhen'],
): ResidentDraft['birthWhen'] {
  return read === null || stored?.startsWith(read) === true ? stored : read
}

function mergeLunarBirth(
  stored: ResidentDraft['lunarBirth'],
  read: ResidentDraft['lunarBirth'],
): ResidentDraft['lunarBirth'] {
  if (read === null) return stored
  const isSameDay = stored?.month === read.month && stored.day === read.day && stored.isLeap === read.isLeap
  return isSameDay && read.year === null ? stored : read
}

function mergeBy<T>(stored: readonly T[], read: readonly T[], keyOf: (item: T) => string): T[] {
  const known = new Set(stored.map(keyOf))
  return [...stored, ...read.filter((item) => !known.has(keyOf(item)))]
}

/** The days the file gives are taken, those it is silent about stay. */
function mergeCareTags(
  stored: ResidentDraft['careTags'],
  given: ResidentDraft['careTags'],
): ResidentDraft['careTags'] {
  const said = new Map(given.map((period) => [period.careTag, period]))
  const kept = stored.map((period) => {
    const read = said.get(period.careTag)
    if (read === undefined) return period
    const fromOn = read.fromOn ?? period.fromOn
    const toOn = read.toOn ?? period.toOn
    // A tag given anew after its end has no end yet.
    const isOver = fromOn !== null && toOn !== null && toOn < fromOn
    return { careTag: period.careTag, fromOn, toOn: isOver ? null : toOn }
  })
  return mergeBy(kept, given, ({ careTag }) => careTag).slice(0, mostCareTags)
}

/** What the file says of a field is taken, all others stay. */
export function mergeOwnValues(stored: readonly OwnValue[], read: readonly OwnValue[]): OwnValue[] {
  const said = new Map(read.map((one) => [one.ownFieldId, one]))
  const kept = stored.map((one) => said.get(one.ownFieldId) ?? one)
  return mergeBy(kept, read, ({ ownFieldId }) => String(ownFieldId))
}

/** What clerks wrote stays; a note too long for both keeps what the ledger has. */
function mergeNote(stored: string, read: string): string {
  if (read === '' || stored.includes(read)) return stored
  const both = stored === '' ? read : `${stored}\n${read}`
  return both.length <= longestNote ? both : stored
}

/** The column each part of a draft comes from. */
export const fieldOfDraftKey = {
  name: 'name',
  formerName: 'formerName',
  otherName: 'name',
  ownPinyin: 'name',
  sex: 'sex',
  idDocumentType: 'idNumber',
  idNumber: 'idNumber',
  otherDocuments: 'idNumber',
  birthWhen: 'birth',
  lunarBirth: 'lunarBirth',
  ethnicGroup: 'ethnicGroup',
  education: 'education',
  politicalStatus: 'politicalStatus',
  maritalStatus: 'maritalStatus',
  marriedWhen: 'marriedWhen',
  spouseId: 'maritalStatus',
  occupation: 'occupation',
  workplace: 'workplace',
  retirementUnit: 'retirementUnit',
  phones: 'phone',
  dwelling: 'address',
  relationToHead: 'relationToHead',
  registeredAddress: 'registeredAddress',
  currentAddress: 'address',
  residenceStatus: 'residenceStatus',
  livingArrangement: 'livingArrangement',
  health: 'health',
  disability: 'disabilityCategory',
  careTags: 'careTags',
  benefits: 'benefits',
  note: 'note',
} as const satisfies Record<Exclude<keyof ResidentDraft, 'ownValues'>, BuiltInImportField>

/** The fields in which two drafts differ, as the clerk knows them. */
export function changedFields(before: ResidentDraft, after: ResidentDraft): ImportField[] {
  const fields = new Set<ImportField>()
  for (const [key, field] of Object.entries(fieldOfDraftKey)) {
    // Every key of the table is a key of a draft.
    const name = key as keyof typeof fieldOfDraftKey
    if (JSON.stringify(before[name]) !== JSON.stringify(after[name])) fields.add(field)
  }
  return [...fields, ...changedOwnFields(before.ownValues, after.ownValues)]
}

/** The own fields in which two lists of values differ. */
export function changedOwnFields(before: readonly OwnValue[], after: readonly OwnValue[]): ImportField[] {
  const textsOf = (values: readonly OwnValue[]) =>
    new Map(values.map(({ ownFieldId, value }) => [ownFieldId, value]))
  const [old, wanted] = [textsOf(before), textsOf(after)]
  return [...new Set([...old.keys(), ...wanted.keys()])]
    .filter((id) => old.get(id) !== wanted.get(id))
    .map(ownFieldKey)
}
