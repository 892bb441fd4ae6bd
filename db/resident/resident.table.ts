import type { Selectable } from 'kysely'
import { namePinyin } from '../../domain/name-pinyin.ts'
import { residentDraftSchema, type DwellingDraft, type ResidentDraft } from '../../domain/resident.ts'
import type { LedgerSchema } from '../schema.ts'

/** The columns that a draft decides. */
export function residentColumns(draft: ResidentDraft) {
  const pinyin = namePinyin(draft.name)
  const { lunarBirth } = draft
  return {
    name: draft.name,
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

/** Shape: everything the ledger holds about one person, as its tables have it. */
export interface StoredResident {
  readonly record: ResidentRecord
  readonly dwelling: DwellingDraft | null
  readonly phones: readonly PhoneRecord[]
  readonly careTags: readonly CareTagRecord[]
}

/** The draft that would be stored as these records. */
export function storedDraft({ record, dwelling, phones, careTags }: StoredResident): ResidentDraft {
  return residentDraftSchema.parse({
    name: record.name,
    sex: record.sex,
    idDocumentType: record.idDocumentType,
    idNumber: record.idNumber ?? '',
    birthWhen: record.birthWhen,
    lunarBirth: storedLunarBirth(record),
    ethnicGroup: record.ethnicGroup,
    phones: phones.map(({ number, note }) => ({ number, note })),
    dwelling,
    relationToHead: record.relationToHead,
    registeredAddress: record.registeredAddress,
    currentAddress: record.currentAddress,
    residenceStatus: record.residenceStatus,
    livingArrangement: record.livingArrangement,
    careTags: careTags.map(({ careTag, fromOn, toOn }) => ({ careTag, fromOn, toOn })),
    note: record.note,
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
