import { FailureError } from '../../domain/failure.ts'
import { mayWrite, mayWriteCareTag, type RecordKind } from '../../domain/record-access.ts'
import type { ResidentChange } from '../../domain/resident-view.ts'
import type { Resident, ResidentDraft } from '../../domain/resident.ts'
import type { Actor } from '../../domain/staff.ts'
import type { LedgerKey } from '../key/ledger-key.ts'
import { documentHandle, phoneHandle } from './resident-view.ts'

/**
 * The draft that a change makes of what is stored: numbers that were not touched stay.
 * Throws: notAllowed for a care tag of another field of work, staleRecord for a phone that is gone, invalidInput.
 */
export function changedDraft(
  change: ResidentChange,
  before: Resident | null,
  { actor, key }: { readonly actor: Actor; readonly key: LedgerKey },
): ResidentDraft {
  refuseForeignCareTags(change, before, actor)
  refuseForeignFields(change, before, actor)
  return {
    ...change,
    idNumber: change.idNumber ?? storedIdNumber(before),
    phones: change.phones.map((phone) => ('number' in phone ? phone : withStoredPhone(phone, before, key))),
    otherDocuments: change.otherDocuments.map((document) =>
      'number' in document ? document : withStoredDocument(document, before, key),
    ),
  }
}

function storedIdNumber(before: Resident | null): string {
  if (before === null) throw new FailureError('invalidInput', 'idNumber')
  return before.idNumber
}

function withStoredPhone(
  { handle, ...phone }: Kept<ResidentChange['phones'][number]>,
  before: Resident | null,
  key: LedgerKey,
): ResidentDraft['phones'][number] {
  const kept = before?.phones.find(({ number }) => phoneHandle(key, before.id, number) === handle)
  if (kept === undefined) throw new FailureError('staleRecord', 'phones')
  return { ...phone, number: kept.number }
}

function withStoredDocument(
  { handle, ...document }: Kept<ResidentChange['otherDocuments'][number]>,
  before: Resident | null,
  key: LedgerKey,
): ResidentDraft['otherDocuments'][number] {
  const kept = before?.otherDocuments.find(({ number }) => documentHandle(key, before.id, number) === handle)
  if (kept === undefined) throw new FailureError('staleRecord', 'otherDocuments')
  return { ...document, number: kept.number }
}

/** What stayed as the ledger has it. */
type Kept<Item> = Extract<Item, { readonly handle: string }>

const fieldsOfPosts = {
  health: 'health',
  disability: 'disabilityCard',
  benefits: 'benefits',
} as const satisfies Partial<Record<keyof ResidentDraft, RecordKind>>

/** What one post writes down about people is changed by that post alone. */
function refuseForeignFields(change: ResidentChange, before: Resident | null, actor: Actor): void {
  for (const [key, kind] of Object.entries(fieldsOfPosts)) {
    // Every key of the table is a field of a draft.
    const field = key as keyof typeof fieldsOfPosts
    const stored = before?.[field] ?? (field === 'benefits' ? [] : null)
    if (JSON.stringify(stored) !== JSON.stringify(change[field]) && !mayWrite(actor, kind))
      throw new FailureError('notAllowed', field)
  }
}

/** What is given to people by one post is taken away and dated by it as well. */
function refuseForeignCareTags({ careTags }: ResidentChange, before: Resident | null, actor: Actor): void {
  const periods = (list: ResidentDraft['careTags']) =>
    new Map(list.map((period) => [period.careTag, JSON.stringify([period.fromOn, period.toOn])]))
  const [old, wanted] = [periods(before?.careTags ?? []), periods(careTags)]
  for (const careTag of new Set([...old.keys(), ...wanted.keys()])) {
    if (old.get(careTag) !== wanted.get(careTag) && !mayWriteCareTag(actor, careTag))
      throw new FailureError('notAllowed', 'careTags', careTag)
  }
}
