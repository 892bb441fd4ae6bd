import { FailureError } from '../../domain/failure.ts'
import { isBuiltInFieldName } from '../../domain/labels/own-field.zh.ts'
import {
  comparedName,
  isListed,
  mostListedFields,
  mostOwnFields,
  type OwnField,
  type OwnFieldDraft,
} from '../../domain/own-field.ts'
import type { Ledger } from '../ledger.ts'
import { forgetImportPlan } from '../roster-import/roster-staging.ts'
import { inTransaction, type LedgerTransaction } from '../transaction.ts'
import { isNamedSomewhere, listOwnFields } from './own-field.queries.ts'
import {
  deleteOwnField,
  insertOwnField,
  swapOwnFields,
  updateOwnField,
  writeChoices,
} from './own-field.repository.ts'

interface At {
  readonly id: number
  readonly revision: number
}

/**
 * Adds a field (id null) or changes one; choices that are left out are no longer in use.
 * Throws: ownFieldNameTaken, ownFieldNameBuiltIn, ownFieldTooMany, ownFieldListFull, ownFieldUsed for another kind,
 * notFound, staleRecord.
 */
export async function saveOwnField(
  ledger: Ledger,
  request: { readonly id: number | null; readonly revision: number | null; readonly draft: OwnFieldDraft },
): Promise<OwnField> {
  const { id, revision, draft } = request
  const value = await inTransaction(ledger, async (trx) => {
    const fields = await listOwnFields(trx)
    refuseName(draft.name, fields, id)
    if (draft.isInList) refuseFullList(fields, id)
    if (id === null) {
      if (fields.filter(({ owner }) => owner === draft.owner).length >= mostOwnFields)
        throw new FailureError('ownFieldTooMany')
      const newId = await insertOwnField(trx, draft)
      await writeChoices(trx, newId, draft.choices)
      return saved(trx, newId, 'added')
    }
    const before = fieldAt(fields, { id, revision: revision ?? 0 })
    const isOther = before.kind !== draft.kind || before.owner !== draft.owner
    const isInUse = before.isUsed || (await isNamedSomewhere(trx, id))
    if (isOther && isInUse) throw new FailureError('ownFieldUsed', 'kind')
    if (before.owner !== draft.owner) throw new FailureError('invalidInput', 'owner')
    const { name, kind, isInList } = draft
    await updateOwnField(trx, before, { name, kind, isInList: Number(isInList) })
    await writeChoices(trx, id, choicesAfter(before, draft, isInUse))
    return saved(trx, id, 'changed')
  })
  // Its columns were taken for the fields as they were.
  if (id !== null) forgetImportPlan(ledger)
  return value
}

/** No longer offered, or offered again; what was filled in stays either way. Throws: notFound, staleRecord, ownFieldListFull. */
export async function setOwnFieldRetired(
  ledger: Ledger,
  { isRetired, ...at }: At & { readonly isRetired: boolean },
): Promise<OwnField> {
  return inTransaction(ledger, async (trx) => {
    const fields = await listOwnFields(trx)
    const before = fieldAt(fields, at)
    if (before.isInList && !isRetired) refuseFullList(fields, at.id)
    await updateOwnField(trx, before, { isRetired: Number(isRetired) })
    return saved(trx, at.id, 'changed')
  })
}

/** Puts a field one place up or down among those of the same records; at the end of them it stays. Throws: notFound. */
export async function moveOwnField(
  ledger: Ledger,
  { id, direction }: { readonly id: number; readonly direction: 'up' | 'down' },
): Promise<Record<string, never>> {
  return inTransaction(ledger, async (trx) => {
    const fields = await listOwnFields(trx)
    const moved = fields.find((field) => field.id === id)
    if (moved === undefined) throw new FailureError('notFound')
    const ofOwner = fields.filter(({ owner }) => owner === moved.owner)
    const other = ofOwner[ofOwner.indexOf(moved) + (direction === 'up' ? -1 : 1)]
    if (other !== undefined) await swapOwnFields(trx, [id, other.id])
    return { value: {}, entries: [{ action: 'changed', objectType: 'ownField', objectId: id }] }
  })
}

/** Throws: notFound, staleRecord, ownFieldUsed when somebody has or had a value of it, or a kept question or roster names it. */
export async function removeOwnField(ledger: Ledger, at: At): Promise<Record<string, never>> {
  const value = await inTransaction(ledger, async (trx) => {
    const field = fieldAt(await listOwnFields(trx), at)
    if (field.isUsed || (await isNamedSomewhere(trx, at.id))) throw new FailureError('ownFieldUsed')
    await deleteOwnField(trx, at.id)
    return { value: {}, entries: [{ action: 'deleted', objectType: 'ownField' }] }
  })
  forgetImportPlan(ledger)
  return value
}

function refuseName(name: string, fields: readonly OwnField[], exceptId: number | null): void {
  if (isBuiltInFieldName(name)) throw new FailureError('ownFieldNameBuiltIn', 'name')
  const isTaken = fields.some(
    (field) => field.id !== exceptId && comparedName(field.name) === comparedName(name),
  )
  if (isTaken) throw new FailureError('ownFieldNameTaken', 'name')
}

function refuseFullList(fields: readonly OwnField[], exceptId: number | null): void {
  const others = fields.filter((field) => field.id !== exceptId && isListed(field))
  if (others.length >= mostListedFields) throw new FailureError('ownFieldListFull', 'isInList')
}

function fieldAt(fields: readonly OwnField[], { id, revision }: At): OwnField {
  const field = fields.find((one) => one.id === id)
  if (field === undefined) throw new FailureError('notFound')
  if (field.revision !== revision) throw new FailureError('staleRecord')
  return field
}

/** People may have a choice of a field in use, or kept questions ask for it: it is never taken away, and nothing else is taken for it. */
function choicesAfter(
  before: OwnField,
  { choices }: OwnFieldDraft,
  isInUse: boolean,
): OwnFieldDraft['choices'] {
  const known = new Set(before.choices.map(({ id }) => id))
  if (choices.some(({ id }) => id !== null && !known.has(id)))
    throw new FailureError('invalidInput', 'choices')
  const given = new Set(choices.map(({ id }) => id))
  const left = before.choices.filter(({ id }) => !given.has(id))
  return isInUse ? [...choices, ...left.map((choice) => ({ ...choice, isRetired: true }))] : choices
}

async function saved(trx: LedgerTransaction, id: number, action: 'added' | 'changed') {
  const field = (await listOwnFields(trx)).find((one) => one.id === id)
  if (field === undefined) throw new FailureError('notFound')
  return { value: field, entries: [{ action, objectType: 'ownField', objectId: id }] as const }
}
