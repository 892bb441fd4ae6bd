import type { RecordedCall, RecordedClaim } from '../../domain/claim-history.ts'
import { ownFieldKey } from '../../domain/own-field.ts'
import type { OwnValue } from '../../domain/own-value.ts'
import { recordFields, type ChangeSource, type RecordField } from '../../domain/record-change.ts'
import type { SignedNotice } from '../../domain/privacy-notice.ts'
import type { Presence, ResidentDraft } from '../../domain/resident.ts'
import { actorAt, type Ledger } from '../ledger.ts'
import type { LedgerTransaction } from '../transaction.ts'
import { deleteDiaryChanges, insertRecordChanges, type NewRecordChange } from './record-change.repository.ts'

/** Who changes records, when, by what kind of work and why; it goes along with every write. */
export interface ChangeBy {
  readonly at: string
  readonly staffId: number | null
  readonly staffName: string
  readonly source: ChangeSource
  readonly reason: string
}

/** The work of whoever is at the desk, now. Throws: notSignedIn. */
export function changeBy(
  ledger: Pick<Ledger, 'actor' | 'clock'>,
  source: ChangeSource,
  reason = '',
): ChangeBy {
  const { staffId, name } = actorAt(ledger)
  return { at: ledger.clock.nowAt(), staffId, staffName: name, source, reason }
}

/** Writes down that these people were added. */
export async function recordAdded(
  trx: LedgerTransaction,
  ids: readonly number[],
  by: ChangeBy,
): Promise<void> {
  await insertRecordChanges(
    trx,
    ids.map((residentId) => ({ ...by, residentId, field: 'record', before: '', after: '' })),
  )
}

/** Writes down every field in which people differ from what they were. */
export async function recordDifferences(
  trx: LedgerTransaction,
  people: readonly { readonly id: number; readonly before: ResidentDraft; readonly draft: ResidentDraft }[],
  by: ChangeBy,
): Promise<void> {
  await insertRecordChanges(
    trx,
    people.flatMap(({ id, before, draft }) =>
      differingFields(before, draft)
        .flatMap((field) => changesOfField(field, before, draft))
        .map((change): NewRecordChange => ({ ...by, residentId: id, ...change })),
    ),
  )
}

/** The same of own fields alone. Shape: the ids of those of whom there was something to write down. */
export async function recordOwnChanges(
  trx: LedgerTransaction,
  people: readonly {
    readonly id: number
    readonly before: readonly OwnValue[]
    readonly after: readonly OwnValue[]
  }[],
  by: ChangeBy,
): Promise<number[]> {
  const changes = people.flatMap(({ id, before, after }) =>
    ownChanges(before, after).map((change): NewRecordChange => ({ ...by, residentId: id, ...change })),
  )
  await insertRecordChanges(trx, changes)
  return [...new Set(changes.map(({ residentId }) => residentId))]
}

/** Writes down the same change of one field of several people. */
export async function recordChanges(
  trx: LedgerTransaction,
  ids: readonly number[],
  field: RecordField,
  { before, after }: { readonly before: unknown; readonly after: unknown },
  by: ChangeBy,
): Promise<void> {
  const texts = { before: JSON.stringify(before), after: JSON.stringify(after) }
  await insertRecordChanges(
    trx,
    ids.map((residentId) => ({ ...by, residentId, field, ...texts })),
  )
}

/** Writes down where somebody is now. */
export async function recordPresence(
  trx: LedgerTransaction,
  residentId: number,
  { before, after }: { readonly before: Presence; readonly after: Presence },
  by: ChangeBy,
): Promise<void> {
  await insertRecordChanges(trx, [
    { ...by, residentId, field: 'presence', before: JSON.stringify(before), after: JSON.stringify(after) },
  ])
}

/** Writes down that somebody signed a notice, or that this was a mistake. */
export async function recordNotice(
  trx: LedgerTransaction,
  residentId: number,
  { before, after }: { readonly before: SignedNotice | null; readonly after: SignedNotice | null },
  by: ChangeBy,
): Promise<void> {
  const textOf = (signed: SignedNotice | null) => (signed === null ? '' : JSON.stringify(signed))
  await insertRecordChanges(trx, [
    { ...by, residentId, field: 'noticeSigned', before: textOf(before), after: textOf(after) },
  ])
}

/** Writes down who claims somebody, from when and to when. */
export async function recordClaims(
  trx: LedgerTransaction,
  changes: readonly {
    readonly residentId: number
    readonly before: RecordedClaim | null
    readonly after: RecordedClaim
  }[],
  by: ChangeBy,
): Promise<void> {
  await insertRecordChanges(
    trx,
    changes.map(({ residentId, before, after }) => ({
      ...by,
      residentId,
      field: 'claim',
      before: before === null ? '' : JSON.stringify(before),
      after: JSON.stringify(after),
    })),
  )
}

/** Writes down that somebody was called, or that this was a mistake. */
export async function recordCall(
  trx: LedgerTransaction,
  residentId: number,
  { before, after }: { readonly before: RecordedCall | null; readonly after: RecordedCall | null },
  by: ChangeBy,
): Promise<void> {
  const textOf = (call: RecordedCall | null) => (call === null ? '' : JSON.stringify(call))
  await insertRecordChanges(trx, [
    { ...by, residentId, field: 'phoneCall', before: textOf(before), after: textOf(after) },
  ])
}

/** Writes down by its number that an entry of the diary is about somebody, or is not any more. */
export async function recordDiary(
  trx: LedgerTransaction,
  residentId: number,
  numbers: { readonly before: string; readonly after: string },
  by: ChangeBy,
): Promise<void> {
  await insertRecordChanges(trx, [{ ...by, residentId, field: 'diaryEntry', ...numbers }])
}

/** Takes an entry of the diary out of everybody's history: once it is sealed, nothing there leads to it. */
export async function forgetDiary(trx: LedgerTransaction, number: string): Promise<void> {
  await deleteDiaryChanges(trx, number)
}

/** Writes down what changed of something that hangs on a record, under a name that says which one it is. */
export async function recordAttached(
  trx: LedgerTransaction,
  residentId: number,
  change: { readonly field: string; readonly before: string; readonly after: string },
  by: ChangeBy,
): Promise<void> {
  await insertRecordChanges(trx, [{ ...by, residentId, ...change }])
}

/** Writes down that a sealed matter was changed, in digests. */
export async function recordSealed(
  trx: LedgerTransaction,
  residentId: number,
  changes: readonly { readonly kind: string; readonly before: string; readonly after: string }[],
  by: ChangeBy,
): Promise<void> {
  await insertRecordChanges(
    trx,
    changes.map(({ kind, ...change }) => ({ ...by, residentId, field: `sealed:${kind}`, ...change })),
  )
}

/** Writes down that a record left the ledger for the recycle bin, or came back. */
export async function recordWhole(
  trx: LedgerTransaction,
  residentId: number,
  { before, after }: { readonly before: string; readonly after: string },
  by: ChangeBy,
): Promise<void> {
  await insertRecordChanges(trx, [{ ...by, residentId, field: 'record', before, after }])
}

type FieldChange = Pick<NewRecordChange, 'field' | 'before' | 'after'>

/** Own fields are told of one by one, as all others are. */
function changesOfField(field: RecordField, before: ResidentDraft, draft: ResidentDraft): FieldChange[] {
  if (field === 'ownValues') return ownChanges(before.ownValues, draft.ownValues)
  return [{ field, before: JSON.stringify(before[field]), after: JSON.stringify(draft[field]) }]
}

/** Shape: for each own field whose value differs, both values; null where there is none. */
function ownChanges(before: readonly OwnValue[], after: readonly OwnValue[]): FieldChange[] {
  const valuesOf = (values: readonly OwnValue[]) =>
    new Map(values.map(({ ownFieldId, value }) => [ownFieldId, value]))
  const [old, wanted] = [valuesOf(before), valuesOf(after)]
  return [...new Set([...old.keys(), ...wanted.keys()])]
    .filter((id) => old.get(id) !== wanted.get(id))
    .map((id) => ({
      field: ownFieldKey(id),
      before: JSON.stringify(old.get(id) ?? null),
      after: JSON.stringify(wanted.get(id) ?? null),
    }))
}

/** The fields in which two drafts differ; lists of tags, benefits and own values have no order. */
export function differingFields(before: ResidentDraft, after: ResidentDraft): RecordField[] {
  return recordFields.filter((field) => comparable(before, field) !== comparable(after, field))
}

function comparable(draft: ResidentDraft, field: RecordField): string {
  const value = draft[field]
  const isSet = field === 'careTags' || field === 'benefits' || field === 'ownValues'
  return isSet && Array.isArray(value)
    ? JSON.stringify(value.map((item) => JSON.stringify(sorted(item))).sort())
    : JSON.stringify(sorted(value))
}

/** The same value with the keys of its objects in one order. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (typeof value !== 'object' || value === null) return value
  return Object.entries(value)
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([key, item]) => [key, sorted(item)])
}
