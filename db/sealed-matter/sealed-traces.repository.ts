import { z } from 'zod'
import { draftKey } from '../../domain/draft-key.ts'
import { sealableFields, type SealableKind } from '../../domain/sealed-content.ts'
import type { LedgerKey } from '../key/ledger-key.ts'
import type { LedgerTransaction } from '../transaction.ts'
import { sealedDigest } from './sealed-digest.ts'
import { bulkTells, changeTells, mergedRowWithout, withoutMatter } from './sealed-traces.ts'
import { reasonsThatTell } from './telling-reasons.queries.ts'

const anObject = z.looseObject({})

/**
 * What was sealed of these records stood in other places as well, to be told or taken back: history keeps digests of it,
 * everything else forgets it. Backups made before are what they were.
 */
export async function hushTraces(
  trx: LedgerTransaction,
  ids: readonly number[],
  kind: SealableKind,
  key: LedgerKey,
): Promise<void> {
  await hushHistory(trx, ids, kind, key)
  await hushImports(trx, ids, kind)
  await hushBulkChanges(trx, ids, kind)
  await hushMerges(trx, ids, kind)
  await hushDrafts(trx, ids, kind)
  await hushLifeEvents(trx, ids, kind)
  await hushVisitReasons(trx, ids, kind)
}

async function hushHistory(
  trx: LedgerTransaction,
  ids: readonly number[],
  kind: SealableKind,
  key: LedgerKey,
): Promise<void> {
  const changes = await trx
    .selectFrom('recordChange')
    .select(['id', 'residentId', 'field', 'before', 'after'])
    .where('residentId', 'in', ids)
    .where('field', 'in', sealableFields)
    .execute()
  for (const change of changes.filter((one) => changeTells(kind, one))) {
    const digest = (json: string) => sealedDigest(key, change.residentId, change.field, json)
    await trx
      .updateTable('recordChange')
      .set({ before: digest(change.before), after: digest(change.after) })
      .where('id', '=', change.id)
      .execute()
  }
}

async function hushImports(
  trx: LedgerTransaction,
  ids: readonly number[],
  kind: SealableKind,
): Promise<void> {
  const changes = await trx
    .selectFrom('importChange')
    .select(['importRunId', 'residentId', 'before'])
    .where('residentId', 'in', ids)
    .where('before', '!=', '')
    .execute()
  for (const { importRunId, residentId, before } of changes) {
    const stored = z.looseObject({ draft: anObject }).parse(JSON.parse(before))
    await trx
      .updateTable('importChange')
      .set({ before: JSON.stringify({ ...stored, draft: withoutMatter(kind, stored.draft) }) })
      .where('importRunId', '=', importRunId)
      .where('residentId', '=', residentId)
      .execute()
  }
}

async function hushBulkChanges(
  trx: LedgerTransaction,
  ids: readonly number[],
  kind: SealableKind,
): Promise<void> {
  const items = await trx
    .selectFrom('bulkChangeItem')
    .innerJoin('bulkChange', 'bulkChange.id', 'bulkChangeItem.bulkChangeId')
    .select(['bulkChangeId', 'change'])
    .where('residentId', 'in', ids)
    .execute()
  const told = items.filter(({ change }) => bulkTells(kind, change)).map(({ bulkChangeId }) => bulkChangeId)
  if (told.length === 0) return
  await trx
    .deleteFrom('bulkChangeItem')
    .where('residentId', 'in', ids)
    .where('bulkChangeId', 'in', told)
    .execute()
}

async function hushMerges(trx: LedgerTransaction, ids: readonly number[], kind: SealableKind): Promise<void> {
  const items = await trx
    .selectFrom('residentMergeItem')
    .innerJoin('residentMerge', 'residentMerge.id', 'residentMergeItem.residentMergeId')
    .select(['residentMergeId', 'position', 'tableName', 'before', 'after'])
    .where((eb) => eb.or([eb('keptResidentId', 'in', ids), eb('mergedResidentId', 'in', ids)]))
    .execute()
  const names = await reasonsThatTell(trx, kind)
  for (const { residentMergeId, position, tableName, ...item } of items) {
    const [before, after] = [item.before, item.after].map((json) => mergedRowWithout(kind, tableName, json))
    const isReason =
      tableName === 'visitTaskReason' && names.some((name) => (item.before + item.after).includes(name))
    const place = { residentMergeId, position }
    if (before === null || after === null || before === undefined || after === undefined || isReason)
      await trx
        .deleteFrom('residentMergeItem')
        .where('residentMergeId', '=', place.residentMergeId)
        .where('position', '=', place.position)
        .execute()
    else if (before !== item.before || after !== item.after)
      await trx
        .updateTable('residentMergeItem')
        .set({ before, after })
        .where('residentMergeId', '=', place.residentMergeId)
        .where('position', '=', place.position)
        .execute()
  }
}

async function hushDrafts(trx: LedgerTransaction, ids: readonly number[], kind: SealableKind): Promise<void> {
  const keys = ids.map((id) => draftKey({ form: 'resident', id }))
  const drafts = await trx
    .selectFrom('formDraft')
    .select(['staffId', 'formKey', 'content'])
    .where('formKey', 'in', keys)
    .execute()
  for (const { staffId, formKey, content } of drafts)
    await trx
      .updateTable('formDraft')
      .set({ content: JSON.stringify(withoutMatter(kind, anObject.parse(JSON.parse(content)))) })
      .where('staffId', '=', staffId)
      .where('formKey', '=', formKey)
      .execute()
}

/** What a death ended, to be given back if it was a mistake. */
async function hushLifeEvents(
  trx: LedgerTransaction,
  ids: readonly number[],
  kind: SealableKind,
): Promise<void> {
  const events = await trx
    .selectFrom('lifeEvent')
    .select(['id', 'effects'])
    .where('residentId', 'in', ids)
    .execute()
  for (const { id, effects } of events)
    await trx
      .updateTable('lifeEvent')
      .set({ effects: JSON.stringify(withoutMatter(kind, anObject.parse(JSON.parse(effects)))) })
      .where('id', '=', id)
      .execute()
}

/** A visit stays, why it was planned is forgotten. */
async function hushVisitReasons(
  trx: LedgerTransaction,
  ids: readonly number[],
  kind: SealableKind,
): Promise<void> {
  const reasons = await reasonsThatTell(trx, kind)
  if (reasons.length === 0) return
  await trx
    .deleteFrom('visitTaskReason')
    .where('reason', 'in', reasons)
    .where('visitTaskId', 'in', (eb) =>
      eb.selectFrom('visitTask').select('id').where('residentId', 'in', ids),
    )
    .execute()
}
