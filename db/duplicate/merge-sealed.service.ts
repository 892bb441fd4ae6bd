import {
  contentOf,
  fieldsAtSealed,
  sealedContentSchema,
  withContent,
  type SealedContent,
} from '../../domain/sealed-content.ts'
import { loadStoredResidents } from '../resident/resident.queries.ts'
import { storedDraft } from '../resident/resident.table.ts'
import { sealedPlacesOf } from '../sealed-matter/sealed-places.queries.ts'
import { reasonsThatTell } from '../sealed-matter/telling-reasons.queries.ts'
import type { LedgerTransaction } from '../transaction.ts'
import { columnsOfMerge } from './merge-columns.ts'
import type { MergeJournal } from './merge-journal.service.ts'
import { findRows } from './table-row.repository.ts'

/** What one of two records has sealed is sealed of the one person: the other's goes out of the record as well. */
export async function takeSealedOut(
  trx: LedgerTransaction,
  journal: MergeJournal,
  keptId: number,
): Promise<void> {
  const places = (await sealedPlacesOf(trx, [keptId])).get(keptId) ?? []
  for (const { kind, staffId } of places) {
    const [stored] = await loadStoredResidents(trx, [keptId])
    if (stored === undefined) return
    const content = contentOf(kind, storedDraft(stored))
    if (fieldsAtSealed(content, [kind]).length === 0) continue
    const [matter] = await findRows(trx, 'sealedMatter', { residentId: keptId, kind, staffId: staffId ?? 0 })
    if (matter !== undefined)
      await journal.change('sealedMatter', matter, {
        content: JSON.stringify(withContent(contentIn(matter['content']), content)),
      })
    await emptyRecord(trx, journal, keptId, content)
  }
}

/** Nor does a visit of either tell it: why it was planned is forgotten, as it is when something is sealed. */
export async function takeTellingReasonsOut(
  trx: LedgerTransaction,
  journal: MergeJournal,
  keptId: number,
): Promise<void> {
  const places = (await sealedPlacesOf(trx, [keptId])).get(keptId) ?? []
  const telling = new Set<unknown>()
  for (const { kind } of places) for (const reason of await reasonsThatTell(trx, kind)) telling.add(reason)
  if (telling.size === 0) return
  for (const { id = null } of await findRows(trx, 'visitTask', { residentId: keptId }))
    for (const row of await findRows(trx, 'visitTaskReason', { visitTaskId: id }))
      if (telling.has(row['reason'])) await journal.take('visitTaskReason', row)
}

async function emptyRecord(
  trx: LedgerTransaction,
  journal: MergeJournal,
  residentId: number,
  content: SealedContent,
): Promise<void> {
  const columns = [
    ...(content.health === null ? [] : columnsOfMerge.health),
    ...(content.disability === null ? [] : columnsOfMerge.disability),
  ]
  const [record] = await findRows(trx, 'resident', { id: residentId })
  if (record !== undefined && columns.length > 0)
    await journal.change('resident', record, Object.fromEntries(columns.map((column) => [column, null])))
  const taken = [
    ...content.careTags.map(({ careTag }) => ['residentCareTag', { residentId, careTag }] as const),
    ...content.benefits.map(({ benefit }) => ['residentBenefit', { residentId, benefit }] as const),
  ]
  for (const [table, key] of taken)
    for (const row of await findRows(trx, table, key)) await journal.take(table, row)
}

/** What a matter keeps that became a part of another: both, and of the same thing what the kept one has. */
export function joinedContent(kept: string, merged: string): string {
  if (kept === '' || merged === '') return kept === '' ? merged : kept
  return JSON.stringify(withContent(contentIn(kept), contentIn(merged)))
}

function contentIn(json: unknown): SealedContent {
  return sealedContentSchema.parse(JSON.parse(String(json)))
}
