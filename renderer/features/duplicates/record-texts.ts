import { ownValueLines, residentText, type TextField } from '../../../domain/labels/resident-text.zh.ts'
import { residentLabels } from '../../../domain/labels/resident.zh.ts'
import { mergeFieldLabels } from '../../../domain/labels/duplicate.zh.ts'
import { residentFieldLabels } from '../../../domain/labels/field.zh.ts'
import {
  fieldsOfMerge,
  mayChooseMergeField,
  mergedLists,
  mergeFields,
  type ChosenField,
  type MergeField,
} from '../../../domain/duplicate-merge.ts'
import { ownFieldKey, type OwnField } from '../../../domain/own-field.ts'
import { recordFields } from '../../../domain/record-change.ts'
import { mayReadField } from '../../../domain/resident-field-access.ts'
import type { ResidentView } from '../../../domain/resident-view.ts'
import type { Actor } from '../../../domain/staff.ts'

/** Shape: one field of two records side by side. */
export interface ComparedField {
  readonly field: ChosenField
  readonly label: string
  readonly texts: readonly [string, string]
  /** Whether there is something to choose for the person at the desk. */
  readonly isOpen: boolean
}

/** Shape: one list of two records, of which both are kept. */
export interface ComparedList {
  readonly label: string
  readonly texts: readonly [string, string]
}

/** The fields of two records that the person at the desk may read, with what there is to choose. */
export function comparedFields(first: ResidentView, second: ResidentView, actor: Actor): ComparedField[] {
  return mergeFields
    .filter((field) => fieldsOfMerge[field].every((one) => mayReadField(actor, one)))
    .map((field) => {
      const texts = [textOf(field, first), textOf(field, second)] as const
      return {
        field,
        label: mergeFieldLabels[field],
        texts,
        isOpen: mayChooseMergeField(actor, field) && isDifferent(field, first, second),
      }
    })
    .filter(({ texts: [one, other] }) => one !== '' || other !== '')
}

/** The own fields of which one of two records has a value, with what there is to choose. */
export function comparedOwnFields(
  first: ResidentView,
  second: ResidentView,
  ownFields: readonly OwnField[],
): ComparedField[] {
  const textsOf = ({ ownValues }: ResidentView) =>
    new Map(ownValueLines(ownValues, ownFields).map(({ field, text }) => [field.id, text]))
  const [one, other] = [textsOf(first), textsOf(second)]
  return ownFields
    .filter(({ id }) => one.has(id) || other.has(id))
    .map(({ id, name }) => {
      const texts = [one.get(id) ?? '', other.get(id) ?? ''] as const
      return { field: ownFieldKey(id), label: name, texts, isOpen: texts[0] !== texts[1] }
    })
}

/** The lists of two records that the person at the desk may read. */
export function comparedLists(first: ResidentView, second: ResidentView, actor: Actor): ComparedList[] {
  return mergedLists
    .filter((field) => field !== 'ownValues')
    .filter((field) => mayReadField(actor, field))
    .map((field) => ({
      label: residentFieldLabels[field],
      texts: [fieldText(field, first), fieldText(field, second)] as const,
    }))
    .filter(({ texts: [one, other] }) => one !== '' || other !== '')
}

function textOf(field: MergeField, view: ResidentView): string {
  if (field === 'presence') return residentLabels.presence[view.presence]
  return fieldsOfMerge[field]
    .map((one) => fieldText(one, view))
    .filter((text) => text !== '')
    .join(' ')
}

/** Masked numbers that look alike may differ, and one home may have two households. */
function isDifferent(field: MergeField, first: ResidentView, second: ResidentView): boolean {
  if (textOf(field, first) !== textOf(field, second)) return true
  if (field === 'home') return first.householdId !== second.householdId
  return field === 'document' && first.idNumberMasked !== ''
}

function fieldText(field: TextField, view: ResidentView): string {
  return shows[field](view)
}

const shows: Readonly<Record<TextField, (view: ResidentView) => string>> = {
  ...residentTextsOfView(),
  idNumber: (view) => view.idNumberMasked,
  spouseId: ({ spouseId, spouseName }) =>
    spouseId === null ? '' : spouseName || residentLabels.page.removedSpouse,
  phones: ({ phones }) =>
    residentText(
      'phones',
      phones.map(({ numberMasked: number, owner, isEmergency, note }) => ({
        number,
        owner,
        isEmergency,
        note,
      })),
    ),
  otherDocuments: ({ otherDocuments }) =>
    residentText(
      'otherDocuments',
      otherDocuments.map(({ numberMasked: number, documentType, isFormer, note }) => ({
        number,
        documentType,
        isFormer,
        note,
      })),
    ),
}

type MaskedField = 'idNumber' | 'spouseId' | 'phones' | 'otherDocuments'
type PlainField = Exclude<TextField, MaskedField>

/** The fields that the view has just as the draft has them. */
function residentTextsOfView() {
  const plain = recordFields.filter(
    (field): field is PlainField =>
      !['idNumber', 'spouseId', 'phones', 'otherDocuments', 'ownValues'].includes(field),
  )
  const shows = plain.map((field) => [field, (view: ResidentView) => residentText(field, view[field])])
  // Every plain field is among those the entries were made from.
  return Object.fromEntries(shows) as Record<PlainField, (view: ResidentView) => string>
}
