import type { ResidentDraft } from '../../domain/resident.ts'
import { admitOwnValues } from '../own-field/own-values.service.ts'
import type { LedgerTransaction } from '../transaction.ts'
import {
  deleteBenefits,
  deleteCareTags,
  deleteDocuments,
  deleteOwnValues,
  deletePhones,
  insertBenefits,
  insertCareTags,
  insertDocuments,
  insertOwnValues,
  insertPhones,
} from './resident.repository.ts'
import type { StoredResident } from './resident.table.ts'

interface Person {
  readonly id: number
  readonly draft: ResidentDraft
}

/** One kind of what a person has several of: how it is stored, and how it is written. */
interface ListKind<Row extends object> {
  readonly rowsOf: (person: Person) => readonly Row[]
  readonly stored: (before: StoredResident) => readonly object[]
  readonly remove: (trx: LedgerTransaction, residentIds: readonly number[]) => Promise<void>
  readonly insert: (trx: LedgerTransaction, rows: readonly Row[]) => Promise<void>
}

const phones: ListKind<ReturnType<typeof phonesOf>[number]> = {
  rowsOf: phonesOf,
  stored: (before) => before.phones,
  remove: deletePhones,
  insert: insertPhones,
}
const careTags: ListKind<ReturnType<typeof careTagsOf>[number]> = {
  rowsOf: careTagsOf,
  stored: (before) => before.careTags,
  remove: deleteCareTags,
  insert: insertCareTags,
}
const documents: ListKind<ReturnType<typeof documentsOf>[number]> = {
  rowsOf: documentsOf,
  stored: (before) => before.documents,
  remove: deleteDocuments,
  insert: insertDocuments,
}
const benefits: ListKind<ReturnType<typeof benefitsOf>[number]> = {
  rowsOf: benefitsOf,
  stored: (before) => before.benefits,
  remove: deleteBenefits,
  insert: insertBenefits,
}

const ownValues: ListKind<ReturnType<typeof ownValuesOf>[number]> = {
  rowsOf: ownValuesOf,
  stored: (before) => before.ownValues,
  remove: deleteOwnValues,
  insert: async (trx, rows) => {
    await admitOwnValues(trx, 'resident', rows)
    await insertOwnValues(trx, rows)
  },
}

/** Telephones, tags, documents, benefits and own values of people who were just added. Throws: invalidInput. */
export async function insertLists(trx: LedgerTransaction, people: readonly Person[]): Promise<void> {
  await phones.insert(trx, people.flatMap(phones.rowsOf))
  await careTags.insert(trx, people.flatMap(careTags.rowsOf))
  await documents.insert(trx, people.flatMap(documents.rowsOf))
  await benefits.insert(trx, people.flatMap(benefits.rowsOf))
  await ownValues.insert(trx, people.flatMap(ownValues.rowsOf))
}

/** The same of people who are changed; what stays as it was is not written again. Throws: invalidInput. */
export async function replaceLists(
  trx: LedgerTransaction,
  updates: readonly (Person & { readonly before: StoredResident })[],
): Promise<void> {
  await replace(trx, phones, updates)
  await replace(trx, careTags, updates)
  await replace(trx, documents, updates)
  await replace(trx, benefits, updates)
  await replace(trx, ownValues, updates)
}

async function replace<Row extends object>(
  trx: LedgerTransaction,
  kind: ListKind<Row>,
  updates: readonly (Person & { readonly before: StoredResident })[],
): Promise<void> {
  const changed = updates.filter((update) => !isEqual(kind.rowsOf(update), kind.stored(update.before)))
  if (changed.length === 0) return
  await kind.remove(
    trx,
    changed.map(({ id }) => id),
  )
  await kind.insert(trx, changed.flatMap(kind.rowsOf))
}

function phonesOf({ id, draft }: Person) {
  return draft.phones.map(({ number, owner, isEmergency, note }, position) => ({
    residentId: id,
    position,
    number,
    owner,
    isEmergency: Number(isEmergency),
    note,
  }))
}

/** A tag named twice counts once. */
function careTagsOf({ id, draft }: Person) {
  const byTag = new Map(draft.careTags.map((period) => [period.careTag, period]))
  return [...byTag.values()]
    .sort((one, other) => (one.careTag < other.careTag ? -1 : 1))
    .map(({ careTag, fromOn, toOn }) => ({ residentId: id, careTag, fromOn, toOn }))
}

function documentsOf({ id, draft }: Person) {
  return draft.otherDocuments.map(({ documentType, number, isFormer, note }, position) => ({
    residentId: id,
    position,
    documentType,
    number,
    isFormer: Number(isFormer),
    note,
  }))
}

/** A benefit named twice counts once. */
function benefitsOf({ id, draft }: Person) {
  const byBenefit = new Map(draft.benefits.map((period) => [period.benefit, period]))
  return [...byBenefit.values()]
    .sort((one, other) => (one.benefit < other.benefit ? -1 : 1))
    .map(({ benefit, fromOn, toOn }) => ({ residentId: id, benefit, fromOn, toOn }))
}

/** A field named twice counts once. */
function ownValuesOf({ id, draft }: Person) {
  const byField = new Map(draft.ownValues.map((one) => [one.ownFieldId, one]))
  return [...byField.values()]
    .sort((one, other) => one.ownFieldId - other.ownFieldId)
    .map(({ ownFieldId, value }) => ({ residentId: id, ownFieldId, value }))
}

function isEqual(one: readonly object[], other: readonly object[]): boolean {
  return JSON.stringify(one.map(sortedEntries)) === JSON.stringify(other.map(sortedEntries))
}

function sortedEntries(record: object): [string, unknown][] {
  return Object.entries(record).sort(([one], [other]) => (one < other ? -1 : 1))
}
