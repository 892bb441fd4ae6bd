import type Database from 'better-sqlite3'
import type { ResidentDraft } from '../../../domain/resident.ts'
import { personLine } from './office-model.ts'

interface PersonRow extends Omit<
  ResidentDraft,
  | 'lunarBirth'
  | 'phones'
  | 'dwelling'
  | 'careTags'
  | 'idNumber'
  | 'otherDocuments'
  | 'benefits'
  | 'disability'
> {
  readonly id: number
  readonly revision: number
  readonly idNumber: string | null
  readonly lunarBirthYear: number | null
  readonly lunarBirthMonth: number | null
  readonly lunarBirthDay: number | null
  readonly lunarBirthIsLeap: number | null
  readonly disabilityCategory: NonNullable<ResidentDraft['disability']>['category'] | null
  readonly disabilityGrade: NonNullable<ResidentDraft['disability']>['grade'] | null
  readonly disabilityReissueCount: number | null
  readonly building: string | null
  readonly unit: string | null
  readonly room: string | null
}

interface ImportRow {
  readonly fileName: string
  readonly addedCount: number
  readonly updatedCount: number
  readonly undoneAt: string | null
}

const peopleStatement = `
  SELECT r.id, r.revision, r.name, r.sex, r.idDocumentType, r.idNumber, r.birthWhen, r.ethnicGroup, r.relationToHead,
    r.registeredAddress, r.currentAddress, r.residenceStatus, r.livingArrangement, r.note,
    r.formerName, r.otherName, r.ownPinyin, r.education, r.politicalStatus, r.maritalStatus, r.marriedWhen, r.spouseId,
    r.occupation, r.workplace, r.retirementUnit, r.health, r.disabilityCategory, r.disabilityGrade,
    r.disabilityReissueCount,
    r.lunarBirthYear, r.lunarBirthMonth, r.lunarBirthDay, r.lunarBirthIsLeap, b.name AS building, d.unit, d.room
  FROM resident r JOIN household h ON h.id = r.householdId
    LEFT JOIN dwelling d ON d.id = h.dwellingId LEFT JOIN building b ON b.id = d.buildingId`

/** Everybody and every import in a ledger as one text, read by statements of its own. Throws: SqliteError. */
export function officeThere(raw: Database.Database): string {
  const phones = grouped(
    raw.prepare<[], { residentId: number; number: string; owner: string; isEmergency: number; note: string }>(
      'SELECT residentId, number, owner, isEmergency, note FROM residentPhone ORDER BY residentId, position',
    ),
  )
  const careTags = grouped(
    raw.prepare<[], { residentId: number } & ResidentDraft['careTags'][number]>(
      'SELECT residentId, careTag, fromOn, toOn FROM residentCareTag',
    ),
  )
  const benefits = grouped(
    raw.prepare<[], { residentId: number } & ResidentDraft['benefits'][number]>(
      'SELECT residentId, benefit, fromOn, toOn FROM residentBenefit',
    ),
  )
  const people = raw.prepare<[], PersonRow>(peopleStatement).all()
  const lines = people.map((row) =>
    personLine(
      draftOf(
        row,
        (phones.get(row.id) ?? []).map((phone) => ({ ...phone, isEmergency: phone.isEmergency === 1 })),
        careTags.get(row.id) ?? [],
        benefits.get(row.id) ?? [],
      ),
      row.revision,
    ),
  )
  const imports = raw
    .prepare<[], ImportRow>('SELECT fileName, addedCount, updatedCount, undoneAt FROM importRun ORDER BY id')
    .all()
  return [...lines.sort(), ...imports.map(importLine)].join('\n')
}

function grouped<T extends { readonly residentId: number }>(
  statement: Database.Statement<[], T>,
): Map<number, T[]> {
  return Map.groupBy(statement.all(), ({ residentId }) => residentId)
}

function importLine({ fileName, addedCount, updatedCount, undoneAt }: ImportRow): string {
  return JSON.stringify([fileName, addedCount, updatedCount, undoneAt !== null])
}

function draftOf(
  row: PersonRow,
  phones: ResidentDraft['phones'],
  careTags: ResidentDraft['careTags'],
  benefits: ResidentDraft['benefits'],
): ResidentDraft {
  const { building, unit, room, lunarBirthYear, lunarBirthMonth, lunarBirthDay } = row
  const hasLunarBirth = lunarBirthMonth !== null && lunarBirthDay !== null
  return {
    formerName: row.formerName,
    otherName: row.otherName,
    ownPinyin: row.ownPinyin,
    otherDocuments: [],
    education: row.education,
    politicalStatus: row.politicalStatus,
    maritalStatus: row.maritalStatus,
    marriedWhen: row.marriedWhen,
    spouseId: row.spouseId,
    occupation: row.occupation,
    workplace: row.workplace,
    retirementUnit: row.retirementUnit,
    health: row.health,
    disability:
      row.disabilityCategory === null || row.disabilityGrade === null
        ? null
        : {
            category: row.disabilityCategory,
            grade: row.disabilityGrade,
            reissueCount: row.disabilityReissueCount ?? 0,
          },
    benefits,
    name: row.name,
    sex: row.sex,
    idDocumentType: row.idDocumentType,
    idNumber: row.idNumber ?? '',
    birthWhen: row.birthWhen,
    lunarBirth: hasLunarBirth
      ? {
          year: lunarBirthYear,
          month: lunarBirthMonth,
          day: lunarBirthDay,
          isLeap: row.lunarBirthIsLeap === 1,
        }
      : null,
    ethnicGroup: row.ethnicGroup,
    phones,
    dwelling: building === null || unit === null || room === null ? null : { building, unit, room },
    relationToHead: row.relationToHead,
    registeredAddress: row.registeredAddress,
    currentAddress: row.currentAddress,
    residenceStatus: row.residenceStatus,
    livingArrangement: row.livingArrangement,
    careTags,
    note: row.note,
    ownValues: [],
  }
}
