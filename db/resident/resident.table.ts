import type { Selectable } from 'kysely'
import { namePinyin } from '../../domain/name-pinyin.ts'
import { residentDraftSchema, type DwellingDraft, type ResidentDraft } from '../../domain/resident.ts'
import type { OwnValue } from '../../domain/own-value.ts'
import type { LedgerSchema } from '../schema.ts'

/** The columns that a draft decides. */
export function residentColumns(draft: ResidentDraft) {
  const pinyin = namePinyin(draft.name, draft.ownPinyin)
  const { lunarBirth, disability } = draft
  return {
    name: draft.name,
    formerName: draft.formerName,
    otherName: draft.otherName,
    ownPinyin: draft.ownPinyin,
    namePinyin: pinyin.full,
    nameInitials: pinyin.initials,
    nameSortKey: pinyin.sortKey,
    sex: draft.sex,
    idDocumentType: draft.idDocumentType,
    idNumber: draft.idNumber === '' ? null : draft.idNumber,
    birthWhen: draft.birthWhen,
    lunarBirthMonth: lunarBirth?.month ?? null,
    lunarBirthDay: lunarBirth?.day ?? null,
    lunarBirthIsLeap: lunarBirth === null ? null : Number(lunarBirth.isLeap),
    lunarBirthYear: lunarBirth?.year ?? null,
    ethnicGroup: draft.ethnicGroup,
    education: draft.education,
    politicalStatus: draft.politicalStatus,
    maritalStatus: draft.maritalStatus,
    marriedWhen: draft.marriedWhen,
    spouseId: draft.spouseId,
    occupation: draft.occupation,
    workplace: draft.workplace,
    retirementUnit: draft.retirementUnit,
    health: draft.health,
    disabilityCategory: disability?.category ?? null,
    disabilityGrade: disability?.grade ?? null,
    disabilityReissueCount: disability?.reissueCount ?? null,
    relationToHead: draft.relationToHead,
    registeredAddress: draft.registeredAddress,
    currentAddress: draft.currentAddress,
    residenceStatus: draft.residenceStatus,
    livingArrangement: draft.livingArrangement,
    note: draft.note,
  }
}

type ResidentRecord = Selectable<LedgerSchema['resident']>
export type PhoneRecord = Selectable<LedgerSchema['residentPhone']>
export type CareTagRecord = Selectable<LedgerSchema['residentCareTag']>
export type DocumentRecord = Selectable<LedgerSchema['residentDocument']>
export type BenefitRecord = Selectable<LedgerSchema['residentBenefit']>
export type OwnValueRecord = Selectable<LedgerSchema['residentOwnValue']>

/** Shape: everything the ledger holds about one person, as its tables have it. */
export interface StoredResident {
  readonly record: ResidentRecord
  readonly dwelling: DwellingDraft | null
  readonly phones: readonly PhoneRecord[]
  readonly careTags: readonly CareTagRecord[]
  readonly documents: readonly DocumentRecord[]
  readonly benefits: readonly BenefitRecord[]
  readonly ownValues: readonly OwnValueRecord[]
  /** What the home has; it is no part of a person's draft. */
  readonly householdOwnValues: readonly OwnValue[]
}

/** What stands in own fields, the person's and the home's: each field belongs to one of the two. */
export function allOwnValues({
  ownValues,
  householdOwnValues,
}: Pick<StoredResident, 'ownValues' | 'householdOwnValues'>): readonly OwnValue[] {
  return [...ownValues, ...householdOwnValues]
}

/** The draft that would be stored as these records. */
export function storedDraft({ record, dwelling, ...lists }: StoredResident): ResidentDraft {
  return residentDraftSchema.parse({
    name: record.name,
    formerName: record.formerName,
    otherName: record.otherName,
    ownPinyin: record.ownPinyin,
    sex: record.sex,
    idDocumentType: record.idDocumentType,
    idNumber: record.idNumber ?? '',
    otherDocuments: lists.documents.map(({ documentType, number, isFormer, note }) => ({
      documentType,
      number,
      isFormer: isFormer === 1,
      note,
    })),
    birthWhen: record.birthWhen,
    lunarBirth: storedLunarBirth(record),
    ethnicGroup: record.ethnicGroup,
    education: record.education,
    politicalStatus: record.politicalStatus,
    maritalStatus: record.maritalStatus,
    marriedWhen: record.marriedWhen,
    spouseId: record.spouseId,
    occupation: record.occupation,
    workplace: record.workplace,
    retirementUnit: record.retirementUnit,
    phones: lists.phones.map(({ number, owner, isEmergency, note }) => ({
      number,
      owner,
      isEmergency: isEmergency === 1,
      note,
    })),
    dwelling,
    relationToHead: record.relationToHead,
    registeredAddress: record.registeredAddress,
    currentAddress: record.currentAddress,
    residenceStatus: record.residenceStatus,
    livingArrangement: record.livingArrangement,
    health: record.health,
    disability: storedDisability(record),
    careTags: lists.careTags.map(({ careTag, fromOn, toOn }) => ({ careTag, fromOn, toOn })),
    benefits: lists.benefits.map(({ benefit, fromOn, toOn }) => ({ benefit, fromOn, toOn })),
    note: record.note,
    ownValues: lists.ownValues.map(({ ownFieldId, value }) => ({ ownFieldId, value })),
  })
}

function storedLunarBirth(record: ResidentRecord) {
  if (record.lunarBirthMonth === null) return null
  return {
    year: record.lunarBirthYear,
    month: record.lunarBirthMonth,
    day: record.lunarBirthDay,
    isLeap: record.lunarBirthIsLeap === 1,
  }
}

function storedDisability(record: ResidentRecord) {
  if (record.disabilityCategory === null) return null
  return {
    category: record.disabilityCategory,
    grade: record.disabilityGrade,
    reissueCount: record.disabilityReissueCount ?? 0,
  }
}
