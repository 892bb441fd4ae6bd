import { isOwnFieldKey, ownFieldKey } from '../../domain/own-field.ts'
import { noClaimNames } from '../../domain/labels/claim.zh.ts'
import { sealedLabels } from '../../domain/labels/sealed.zh.ts'
import { attachedKinds, recordFields, type RecordField } from '../../domain/record-change.ts'
import { mayRead } from '../../domain/record-access.ts'
import { mayReadField } from '../../domain/resident-field-access.ts'
import { timelineEntrySchema, type TimelineEntry } from '../../domain/record-timeline.ts'
import type { Actor } from '../../domain/staff.ts'
import { claimNames } from '../claim/claim-names.queries.ts'
import { actorAt, type Ledger, type LedgerReader } from '../ledger.ts'
import { listOwnFields } from '../own-field/own-field.queries.ts'
import { inOneMoment } from '../transaction.ts'
import { sealedChangePattern, sealedChangesOf } from '../sealed-matter/sealed-changes.queries.ts'
import { isSealedDigest } from '../sealed-matter/sealed-digest.ts'
import { changeText, isField, maskedNumbers, spouseNames } from './record-change-text.ts'
import { residentOf } from './resident.queries.ts'

/** Every change of an own field is named so. */
const ownFieldPattern = 'own:%'

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
    const sealed = await sealedChangesOf(db, actor, [id])
    const hidden = [...(await hiddenTagChanges(db, id, actor)), ...sealed.hidden]
    const all = db
      .selectFrom('recordChange')
      .where('residentId', '=', id)
      .where('field', 'not in', hiddenFields(actor))
      .$if(!mayReadField(actor, 'ownValues'), (query) => query.where('field', 'not like', ownFieldPattern))
      // The diary is not for those who only look.
      .$if(!mayRead(actor, 'notes'), (query) => query.where('field', '!=', 'diaryEntry'))
      .$if(!mayRead(actor, 'notes'), (query) =>
        attachedKinds.reduce((rest, kind) => rest.where('field', 'not like', `${kind}:%`), query),
      )
      .where('field', 'not like', sealedChangePattern)
      .where('recordChange.id', 'not in', hidden)
    const { totalCount } = await all
      .select(({ fn }) => fn.countAll<number>().as('totalCount'))
      .executeTakeFirstOrThrow()
    const rows = await all.selectAll().orderBy('id', 'desc').limit(limit).offset(offset).execute()
    const ownFields = await listOwnFields(db)
    const texts = {
      actor,
      names: await spouseNames(db, rows),
      numbers: maskedNumbers,
      ownFields,
      claimNames: await claimNames(db),
    }
    const ownNames = new Map<string, string>(ownFields.map(({ id, name }) => [ownFieldKey(id), name]))
    return {
      totalCount,
      rows: rows.map(({ residentId, staffId, before, after, ...row }) =>
        timelineEntrySchema.parse({
          ...row,
          before: sealed.masked.has(row.id) ? sealedLabels.inHistory : changeText(row.field, before, texts),
          after: sealed.masked.has(row.id) ? sealedLabels.inHistory : changeText(row.field, after, texts),
          // What clerks wrote as a reason is a note like any other.
          reason: mayRead(actor, 'notes') ? row.reason : '',
          ownFieldName: ownNames.get(row.field) ?? null,
          isUndoable: row.undoneAt === null && !sealed.masked.has(row.id) && isUndoable(row.field, actor),
        }),
      ),
    }
  })
}

function isUndoable(field: string, actor: Actor): boolean {
  return isOwnFieldKey(field)
    ? mayReadField(actor, 'ownValues')
    : isField(field) && mayReadField(actor, field)
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
  const texts = {
    actor,
    names: new Map<number, string>(),
    numbers: maskedNumbers,
    ownFields: [],
    claimNames: noClaimNames,
  }
  const textOf = (json: string) => changeText('careTags', json, texts)
  return changes
    .filter(({ before, after }) => !isSealedDigest(before) && textOf(before) === textOf(after))
    .map(({ id }) => id)
}
