import { z } from 'zod'
import { draftKey } from '../../domain/draft-key.ts'
import { columnMoment } from '../../domain/labels/moment.zh.ts'
import { personAskerLabels, personDataLabels } from '../../domain/labels/person-data.zh.ts'
import { revealGroupLabels, revealPurposeLabels } from '../../domain/labels/reveal.zh.ts'
import { personAskers } from '../../domain/person-data.ts'
import { revealGroups, revealPurposes } from '../../domain/reveal.ts'
import type { LedgerReader } from '../ledger.ts'

const words = personDataLabels.paper
const separator = '、'

const disclosureDetail = z.object({
  serial: z.string().default(''),
  asker: z.enum(personAskers).optional(),
  purpose: z.enum(revealPurposes).optional(),
})
const groups = z.array(z.enum(revealGroups))

/** Who was shown what is masked otherwise, and who was given the whole, the newest first. */
export async function disclosureRows(db: LedgerReader, ids: readonly number[]): Promise<string[][]> {
  const entries = await db
    .selectFrom('auditEntry')
    .select(['at', 'staffName', 'action', 'fields', 'reason', 'detail'])
    .where('objectType', '=', 'resident')
    .where('objectId', 'in', ids)
    .where('action', 'in', ['revealed', 'dataIssued'])
    .orderBy('seq', 'desc')
    .execute()
  return entries.map(({ at, staffName, action, fields, reason, detail }) => {
    const { serial, asker, purpose } = disclosureDetail.parse(JSON.parse(detail))
    const why = [
      asker === undefined ? '' : personAskerLabels[asker],
      purpose === undefined ? '' : revealPurposeLabels[purpose],
      reason,
    ]
    return [
      columnMoment(at),
      action === 'dataIssued' ? words.dataIssued(serial) : words.revealed(groupsText(fields)),
      staffName,
      why.filter((part) => part !== '').join(separator),
    ]
  })
}

function groupsText(fields: string): string {
  return groups
    .parse(JSON.parse(fields))
    .map((group) => revealGroupLabels[group])
    .join(separator)
}

/** Forms about somebody that are half filled in: whose they are. */
export async function draftRows(db: LedgerReader, residentId: number): Promise<string[][]> {
  const tasks = await db.selectFrom('visitTask').select('id').where('residentId', '=', residentId).execute()
  const keys = [
    draftKey({ form: 'resident', id: residentId }),
    ...tasks.map(({ id }) => draftKey({ form: 'visitTask', id })),
  ]
  const drafts = await db
    .selectFrom('formDraft')
    .innerJoin('staff', 'staff.id', 'staffId')
    .select(['savedAt', 'staff.name'])
    .where('formKey', 'in', keys)
    .orderBy('savedAt', 'desc')
    .execute()
  return drafts.map(({ savedAt, name }) => [columnMoment(savedAt), name])
}
