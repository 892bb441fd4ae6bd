import { benefits } from '../../domain/codes/benefit.ts'
import { careTags } from '../../domain/codes/care-tag.ts'
import { idDocumentTypeLabels, residentFieldLabels } from '../../domain/labels/field.zh.ts'
import { columnMoment } from '../../domain/labels/moment.zh.ts'
import { personDataLabels } from '../../domain/labels/person-data.zh.ts'
import { ownValueText } from '../../domain/labels/resident-text.zh.ts'
import { residentLabels } from '../../domain/labels/resident.zh.ts'
import { recordFields, type RecordField } from '../../domain/record-change.ts'
import type { Resident } from '../../domain/resident.ts'
import type { LedgerReader } from '../ledger.ts'
import {
  fieldText,
  isField,
  spouseNames,
  type ChangeTexts,
  type NumberTexts,
  type ToldField,
} from '../resident/record-change-text.ts'

const words = personDataLabels.paper

/** What has a part of its own on the paper. */
const ownParts: readonly RecordField[] = ['phones', 'otherDocuments', 'careTags', 'benefits', 'ownValues']

/** Every field of the record, one below the other; what is not known is said to be so. */
export async function recordRows(
  db: LedgerReader,
  person: Resident,
  texts: Omit<ChangeTexts, 'names'>,
): Promise<string[][]> {
  const names = await spouseNames(db, [
    { field: 'spouseId', before: '', after: String(person.spouseId ?? '') },
  ])
  const textOf = (field: ToldField) =>
    field === 'spouseId'
      ? (names.get(person.spouseId ?? 0) ?? '')
      : fieldText(field, person[field], { ...texts, names })
  return [
    ...recordFields
      .filter(isField)
      .filter((field) => !ownParts.includes(field))
      .map((field) => [residentFieldLabels[field], textOf(field)]),
    ...(await ownValueRows(db, person, texts)),
    [words.presence, residentLabels.presence[person.presence]],
    [words.createdAt, columnMoment(person.createdAt)],
    [words.updatedAt, columnMoment(person.updatedAt)],
  ].map(([label = '', text = '']) => [label, text === '' ? words.unknown : text])
}

/** What stands in the office's own fields, of the person and of the household; of those that are empty only what is still asked for. */
async function ownValueRows(
  db: LedgerReader,
  { ownValues, householdId }: Resident,
  { ownFields }: Pick<ChangeTexts, 'ownFields'>,
): Promise<string[][]> {
  const ofHousehold = await db
    .selectFrom('householdOwnValue')
    .select(['ownFieldId', 'value'])
    .where('householdId', '=', householdId)
    .execute()
  const valueOf = new Map([...ownValues, ...ofHousehold].map((one) => [one.ownFieldId, one.value]))
  return ownFields
    .filter(({ id, isRetired }) => valueOf.has(id) || !isRetired)
    .map((field) => {
      const value = valueOf.get(field.id)
      return [field.name, value === undefined ? '' : ownValueText(field, value)]
    })
}

export function phoneRows({ phones }: Resident, numbers: NumberTexts): string[][] {
  return phones.map((phone) => [
    numbers.ofPhone(phone),
    phone.owner === '' ? words.ownPhone : phone.owner,
    phone.isEmergency ? words.emergency : '',
    phone.note,
  ])
}

export function documentRows({ otherDocuments }: Resident, numbers: NumberTexts): string[][] {
  return otherDocuments.map(({ documentType, number, isFormer, note }) => [
    idDocumentTypeLabels[documentType],
    numbers.ofDocument(number),
    isFormer ? words.former : words.inUse,
    note,
  ])
}

export function careTagRows(person: Resident): string[][] {
  return person.careTags.map(({ careTag, ...period }) => [careTags[careTag], ...periodCells(period)])
}

export function benefitRows(person: Resident): string[][] {
  return person.benefits.map(({ benefit, ...period }) => [benefits[benefit], ...periodCells(period)])
}

/** Before the paper is printed nothing tells whether there is one. */
export function sealedLaterRows(): string[][] {
  return [[words.sealedLater, '', '', '']]
}

/** From when to when; an end that is not known is open. */
export function periodCells({
  fromOn,
  toOn,
}: {
  readonly fromOn: string | null
  readonly toOn: string | null
}): [string, string] {
  return [fromOn ?? words.unknown, toOn ?? words.ended]
}
