import { careTagSchema } from '../../domain/codes/code-schemas.ts'
import { residentText } from '../../domain/labels/resident-text.zh.ts'
import { residentLabels } from '../../domain/labels/resident.zh.ts'
import { maskBirth, maskIdNumber, maskPhone } from '../../domain/mask.ts'
import { recordFields, type RecordField } from '../../domain/record-change.ts'
import { mayRead, mayReadCareTag } from '../../domain/record-access.ts'
import { mayReadField } from '../../domain/resident-field-access.ts'
import { timelineEntrySchema, type TimelineEntry } from '../../domain/record-timeline.ts'
import { presenceSchema, residentDraftSchema, type ResidentDraft } from '../../domain/resident.ts'
import type { Actor } from '../../domain/staff.ts'
import { actorAt, type Ledger, type LedgerReader } from '../ledger.ts'
import { inOneMoment } from '../transaction.ts'
import { residentOf } from './resident.queries.ts'

interface TimelineRequest {
  readonly id: number
  readonly offset: number
  readonly limit: number
}

/** One page of everything that was changed about a person, the newest first, as this member of staff may see it. Throws: notFound. */
export async function residentTimeline(
  ledger: Ledger,
  { id, offset, limit }: TimelineRequest,
): Promise<{ totalCount: number; rows: TimelineEntry[] }> {
  const actor = actorAt(ledger)
  return inOneMoment(ledger, async (db) => {
    await residentOf(db, id)
    const hidden = await hiddenTagChanges(db, id, actor)
    const all = db
      .selectFrom('recordChange')
      .where('residentId', '=', id)
      .where('field', 'not in', hiddenFields(actor))
      .where('recordChange.id', 'not in', hidden)
    const { totalCount } = await all
      .select(({ fn }) => fn.countAll<number>().as('totalCount'))
      .executeTakeFirstOrThrow()
    const rows = await all.selectAll().orderBy('id', 'desc').limit(limit).offset(offset).execute()
    const names = await namesOf(db, rows.flatMap(spousesIn))
    return {
      totalCount,
      rows: rows.map(({ residentId, staffId, before, after, ...row }) =>
        timelineEntrySchema.parse({
          ...row,
          before: changeText(row.field, before, actor, names),
          after: changeText(row.field, after, actor, names),
          // What clerks wrote as a reason is a note like any other.
          reason: mayRead(actor, 'notes') ? row.reason : '',
          isUndoable: isField(row.field) && row.undoneAt === null && mayReadField(actor, row.field),
        }),
      ),
    }
  })
}

/** The fields whose changes are not even counted: that there is one would tell that there is something. Of a birth year and month are told to everybody. */
function hiddenFields(actor: Actor): RecordField[] {
  return recordFields.filter((field) => !mayReadField(actor, field) && field !== 'birthWhen')
}

/** Changes of nothing but tags this member of staff may not see. */
async function hiddenTagChanges(db: LedgerReader, residentId: number, actor: Actor): Promise<number[]> {
  const changes = await db
    .selectFrom('recordChange')
    .select(['id', 'before', 'after'])
    .where('residentId', '=', residentId)
    .where('field', '=', 'careTags')
    .execute()
  const textOf = (json: string) => (json === '' ? '' : fieldText('careTags', JSON.parse(json), actor))
  return changes.filter(({ before, after }) => textOf(before) === textOf(after)).map(({ id }) => id)
}

function isField(field: string): field is RecordField {
  return recordFields.some((one) => one === field)
}

function spousesIn({ field, before, after }: { field: string; before: string; after: string }): number[] {
  return field === 'spouseId' ? [Number(before), Number(after)].filter((id) => id > 0) : []
}

async function namesOf(db: Ledger['db'], ids: readonly number[]): Promise<ReadonlyMap<number, string>> {
  if (ids.length === 0) return new Map()
  const rows = await db.selectFrom('resident').select(['id', 'name']).where('id', 'in', ids).execute()
  return new Map(rows.map(({ id, name }) => [id, name]))
}

/** What a field had, masked; nothing of what is not for this member of staff. */
function changeText(field: string, json: string, actor: Actor, names: ReadonlyMap<number, string>): string {
  if (json === '') return ''
  if (field === 'presence') return residentLabels.presence[presenceSchema.parse(JSON.parse(json))]
  if (!isField(field)) return json
  if (field === 'spouseId') return names.get(Number(json)) ?? ''
  return fieldText(field, JSON.parse(json), actor)
}

function fieldText(field: RecordField, value: unknown, actor: Actor): string {
  // What was written down was a field of a draft; one of a former shape of it is told by nothing.
  const parsed = residentDraftSchema.shape[field].safeParse(value)
  if (!parsed.success) return ''
  const draft = { [field]: parsed.data } as Partial<ResidentDraft>
  if (draft.idNumber !== undefined) return maskIdNumber(draft.idNumber)
  if (draft.otherDocuments !== undefined)
    return residentText(
      'otherDocuments',
      draft.otherDocuments.map((one) => ({ ...one, number: maskIdNumber(one.number) })),
    )
  if (draft.phones !== undefined)
    return residentText(
      'phones',
      draft.phones.map((one) => ({ ...one, number: maskPhone(one.number) })),
    )
  if (draft.careTags !== undefined)
    return residentText(
      'careTags',
      draft.careTags.filter(({ careTag }) => mayReadCareTag(actor, careTagSchema.parse(careTag))),
    )
  if (!mayRead(actor, 'birthDay') && typeof draft.birthWhen === 'string')
    return maskBirth(draft.birthWhen) ?? ''
  // The value was parsed by the schema of this very field.
  return residentText(field, parsed.data as never)
}
