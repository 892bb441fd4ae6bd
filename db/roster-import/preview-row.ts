import { addressText } from '../../domain/address.ts'
import type { ImportCandidate, ImportChange, ImportRow, ImportView } from '../../domain/import-report.ts'
import { draftText } from '../../domain/labels/draft-text.zh.ts'
import type { TextField } from '../../domain/labels/resident-text.zh.ts'
import { maskIdNumber, maskLongNumbers } from '../../domain/mask.ts'
import { ownCell } from '../../domain/own-cell.ts'
import { isOwnFieldKey, type OwnField } from '../../domain/own-field.ts'
import type { OwnValue } from '../../domain/own-value.ts'
import { mayReadCareTag } from '../../domain/record-access.ts'
import { mayReadField } from '../../domain/resident-field-access.ts'
import type { ResidentDraft } from '../../domain/resident.ts'
import type { ImportField, ImportIssue } from '../../domain/roster-import.ts'
import type { Actor } from '../../domain/staff.ts'
import type { Alike } from './alike.ts'
import { fieldOfDraftKey } from './merge-draft.ts'
import type { PlannedRow } from './plan-import.ts'

/** A planned row as the report shows it to this actor. */
export function previewRow(
  row: PlannedRow,
  actor: Actor,
  ownFields: readonly OwnField[],
): Omit<ImportRow, 'sheetName' | 'sheetRowNumber'> {
  const { dwelling, currentAddress, name, idNumber } = row.draft
  return {
    rowNumber: row.rowNumber,
    verdict: row.verdict,
    name,
    idNumberMasked: maskIdNumber(idNumber),
    address: addressText(dwelling, currentAddress),
    issues: row.issues.map(shownIssue),
    changes: row.before === null ? [] : changesOf({ ...row, before: row.before }, { actor, ownFields }),
    candidateCount: row.alike.length,
    likeness: row.alike[0]?.likeness ?? null,
    decision: row.decision,
  }
}

/** Whether a row belongs to what a clerk wants to look at. */
export function isInView(row: PlannedRow, view: ImportView | null): boolean {
  if (view === null) return true
  if (view === 'alike') return row.alike.length > 0
  return view === 'emptied' ? row.emptiedFields.length > 0 : row.verdict === view
}

/** What a file says of its own may be a number as well. */
function shownIssue({ value, likely, ...issue }: ImportIssue): ImportIssue {
  return {
    ...issue,
    ...(value === undefined ? {} : { value: maskLongNumbers(value) }),
    ...(likely === undefined ? {} : { likely: maskLongNumbers(likely) }),
  }
}

function changesOf(
  { before, draft, home, changedFields }: PlannedRow & { readonly before: ResidentDraft },
  reader: Reader,
): ImportChange[] {
  const [old, wanted] = [
    { draft: before, ownValues: [...before.ownValues, ...home.before] },
    { draft, ownValues: [...draft.ownValues, ...home.after] },
  ]
  return changedFields.map((field) => ({
    field,
    before: textOfField(field, old, reader),
    after: textOfField(field, wanted, reader),
  }))
}

/** Shape: one side of a change: the person's record, and what stands in own fields of the person and the home. */
interface Side {
  readonly draft: ResidentDraft
  readonly ownValues: readonly OwnValue[]
}

interface Reader {
  readonly actor: Actor
  readonly ownFields: readonly OwnField[]
}

function textOfField(field: ImportField, { draft, ownValues }: Side, { actor, ownFields }: Reader): string {
  if (isOwnFieldKey(field)) return ownCell(field, ownValues, { ownFields, numbers: 'masked' })
  const texts = Object.entries(fieldOfDraftKey).flatMap(([key, fieldOfKey]) => {
    // Every key of the table is a key of a draft; the kind of a document that is not there says nothing.
    const name = key as keyof typeof fieldOfDraftKey
    if (fieldOfKey !== field || (name === 'idDocumentType' && draft.idNumber === '')) return []
    if (!mayReadField(actor, name)) return []
    return [draftText(name, draft, (careTag) => mayReadCareTag(actor, careTag))]
  })
  return texts.filter((text) => text !== '').join(' ')
}

/** Somebody of the ledger a row may be about, as far as it takes to tell. */
export function candidateOf({ person, likeness }: Alike, draft: ResidentDraft): ImportCandidate {
  const text = (key: TextField) => draftText(key, draft, () => false)
  return {
    residentId: person.id,
    likeness,
    name: draft.name,
    birth: text('birthWhen'),
    address: draft.dwelling === null ? draft.currentAddress : text('dwelling'),
    idNumberMasked: text('idNumber'),
    phonesMasked: text('phones'),
  }
}
