import { z } from 'zod'
import { FailureError } from '../../domain/failure.ts'
import { isOwnFieldKey, ownFieldIdOf } from '../../domain/own-field.ts'
import { recordFields, type RecordField } from '../../domain/record-change.ts'
import { mayWriteField } from '../../domain/resident-field-access.ts'
import type { ResidentView } from '../../domain/resident-view.ts'
import { residentDraftSchema, type ResidentDraft } from '../../domain/resident.ts'
import { withRealBuildings } from '../building/dwelling.service.ts'
import type { LedgerKey } from '../key/ledger-key.ts'
import { actorAt, type Ledger } from '../ledger.ts'
import { sealedChangesOf } from '../sealed-matter/sealed-changes.queries.ts'
import { undoHouseholdOwnValue } from '../own-field/household-own-values.service.ts'
import { listOwnFields } from '../own-field/own-field.queries.ts'
import { inTransaction, type LedgerTransaction } from '../transaction.ts'
import { changeBy, differingFields } from './record-change.service.ts'
import { markChangeUndone } from './record-change.repository.ts'
import { refuseImpossibleDraft } from './resident-validation.ts'
import { draftOfResident, residentOf } from './resident.queries.ts'
import { updateResidents } from './resident.service.ts'
import { getResidentView } from './resident-view.queries.ts'

/**
 * Gives one field back what it had before a change, if nobody changed it since.
 * Throws: notFound, staleRecord when it was changed again, notAllowed, changeSealed, duplicateIdNumber.
 */
export async function undoRecordChange(
  ledger: Ledger,
  { changeId }: { readonly changeId: number },
  { key }: { readonly key: LedgerKey },
): Promise<ResidentView> {
  const actor = actorAt(ledger)
  const by = changeBy(ledger, 'undo')
  const residentId = await inTransaction(ledger, async (trx) => {
    const change = await changeOf(trx, changeId)
    const field = fieldOf(change.field)
    if (field === undefined || change.undoneAt !== null) throw new FailureError('notFound')
    const sealed = await sealedChangesOf(trx, actor, [change.residentId])
    if (sealed.hidden.includes(changeId)) throw new FailureError('notFound')
    if (sealed.masked.has(changeId)) throw new FailureError('changeSealed', field)
    const person = await residentOf(trx, change.residentId)
    const draft = draftOfResident(person)
    if (await isOfHome(trx, change.field)) {
      if (!mayWriteField(actor, field, { before: draft, after: draft }))
        throw new FailureError('notAllowed', field)
      await undoHouseholdOwnValue(trx, person.householdId, ownChangeOf(change), by)
      await markChangeUndone(trx, changeId, by.at)
      return undone(change.residentId, field)
    }
    const written = withValue(draft, change.field, change.after)
    const restored = withValue(draft, change.field, change.before)
    if (!mayWriteField(actor, field, { before: draft, after: restored }))
      throw new FailureError('notAllowed', field)
    // A building that was renamed since is the same place.
    const [dwelling = null] = await withRealBuildings(trx, [written.dwelling])
    if (differingFields(draft, { ...written, dwelling }).length > 0)
      throw new FailureError('staleRecord', field)
    const checked = refuseImpossibleDraft(restored, ledger.clock.todayOn())
    await updateResidents(trx, [{ id: change.residentId, draft: checked }], by)
    await markChangeUndone(trx, changeId, by.at)
    return undone(change.residentId, field)
  })
  return getResidentView(ledger, residentId, key)
}

function undone(objectId: number, field: RecordField) {
  const entry = { action: 'changeUndone', objectType: 'resident', objectId, fields: [field] } as const
  return { value: objectId, entries: [entry] as const }
}

/** Whether a change is one of a field that belongs to the home. */
async function isOfHome(trx: LedgerTransaction, name: string): Promise<boolean> {
  const id = ownFieldIdOf(name)
  if (id === null) return false
  return (await listOwnFields(trx)).some((field) => field.id === id && field.owner === 'household')
}

/** Shape: what recordOwnChanges wrote down, a text or null on each side. */
function ownChangeOf({ field, before, after }: { field: string; before: string; after: string }) {
  const value = z.string().nullable()
  return {
    ownFieldId: ownFieldIdOf(field) ?? 0,
    before: value.parse(JSON.parse(before)),
    after: value.parse(JSON.parse(after)),
  }
}

/** The field of a record that a change names. */
function fieldOf(name: string): RecordField | undefined {
  return isOwnFieldKey(name) ? 'ownValues' : recordFields.find((one) => one === name)
}

/** The record with what a change wrote down in its field; other own fields stay as they are. */
function withValue(draft: ResidentDraft, name: string, json: string): ResidentDraft {
  const value: unknown = JSON.parse(json)
  const id = ownFieldIdOf(name)
  if (id === null) return residentDraftSchema.parse({ ...draft, [name]: value })
  const others = draft.ownValues.filter(({ ownFieldId }) => ownFieldId !== id)
  return residentDraftSchema.parse({
    ...draft,
    ownValues: value === null ? others : [...others, { ownFieldId: id, value }],
  })
}

async function changeOf(trx: LedgerTransaction, id: number) {
  const change = await trx.selectFrom('recordChange').selectAll().where('id', '=', id).executeTakeFirst()
  if (change === undefined) throw new FailureError('notFound')
  return change
}
