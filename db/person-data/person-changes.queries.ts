import { diaryLabels } from '../../domain/labels/diary.zh.ts'
import { residentFieldLabels } from '../../domain/labels/field.zh.ts'
import { careHistoryLabels } from '../../domain/labels/claim.zh.ts'
import { attachedKindLabels, changeSourceLabels } from '../../domain/labels/life.zh.ts'
import { columnMoment } from '../../domain/labels/moment.zh.ts'
import { personDataLabels } from '../../domain/labels/person-data.zh.ts'
import { sealedLabels } from '../../domain/labels/sealed.zh.ts'
import { noticeLabels } from '../../domain/labels/privacy-notice.zh.ts'
import { ownFieldKey } from '../../domain/own-field.ts'
import { attachedKindOf, changeSources } from '../../domain/record-change.ts'
import type { LedgerReader } from '../ledger.ts'
import { sealedChangePattern, sealedChangesOf } from '../sealed-matter/sealed-changes.queries.ts'
import { changeText, isField, spouseNames, type ChangeTexts } from '../resident/record-change-text.ts'

const words = personDataLabels.paper
const separator = words.reasonSeparator

/** Everything that was ever changed about these records, the newest first: when, what, from what to what, by whom and why. */
export async function changeRows(
  db: LedgerReader,
  ids: readonly number[],
  texts: Omit<ChangeTexts, 'names'>,
): Promise<string[][]> {
  const sealed = await sealedChangesOf(db, texts.actor, ids)
  const changes = await db
    .selectFrom('recordChange')
    .selectAll()
    .where('residentId', 'in', ids)
    .where('field', 'not like', sealedChangePattern)
    .where('id', 'not in', sealed.hidden)
    .orderBy('id', 'desc')
    .execute()
  const told = { ...texts, names: await spouseNames(db, changes) }
  const ownNames = new Map<string, string>(texts.ownFields.map(({ id, name }) => [ownFieldKey(id), name]))
  const textOf = (id: number, field: string, json: string) => {
    if (field === 'record') return ''
    return sealed.masked.has(id) ? sealedLabels.inHistory : changeText(field, json, told)
  }
  return changes.map(({ id, at, field, before, after, staffName, source, reason, undoneAt }) => [
    columnMoment(at),
    fieldLabel(field, { before, after }, ownNames),
    textOf(id, field, before),
    textOf(id, field, after),
    staffName,
    [sourceLabel(source), reason, undoneAt === null ? '' : words.undone]
      .filter((part) => part !== '')
      .join(separator),
  ])
}

function fieldLabel(
  field: string,
  { before, after }: { readonly before: string; readonly after: string },
  ownNames: ReadonlyMap<string, string>,
): string {
  if (field === 'presence') return words.presence
  if (field === 'noticeSigned') return noticeLabels.history
  if (field === 'claim' || field === 'phoneCall') return careHistoryLabels[field]
  if (field === 'diaryEntry') return diaryLabels.history
  const attached = attachedKindOf(field)
  if (attached !== null) return attachedKindLabels[attached]
  if (isField(field)) return residentFieldLabels[field]
  if (field !== 'record') return ownNames.get(field) ?? ''
  if (after === 'removed') return words.recordRemoved
  return before === 'removed' ? words.recordRestored : words.recordAdded
}

function sourceLabel(source: string): string {
  const known = changeSources.find((one) => one === source)
  return known === undefined ? '' : changeSourceLabels[known]
}
