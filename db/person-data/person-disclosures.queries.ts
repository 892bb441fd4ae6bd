import { z } from 'zod'
import { draftKey } from '../../domain/draft-key.ts'
import { columnMoment } from '../../domain/labels/moment.zh.ts'
import { personAskerLabels, personDataLabels } from '../../domain/labels/person-data.zh.ts'
import { revealGroupLabels, revealPurposeLabels } from '../../domain/labels/reveal.zh.ts'
import { paperNumbers } from '../../domain/paper-stamp.ts'
import { personAskers } from '../../domain/person-data.ts'
import { revealGroups, revealPurposes } from '../../domain/reveal.ts'
import type { LedgerReader } from '../ledger.ts'

const words = personDataLabels.paper
const separator = words.separator

const disclosureDetail = z.object({
  serial: z.string().default(''),
  asker: z.enum(personAskers).optional(),
  purpose: z.enum(revealPurposes).optional(),
  paper: z.enum(['visitList', 'roster']).optional().catch(undefined),
  numbers: z.enum(paperNumbers).optional(),
})
const groups = z.array(z.enum(revealGroups))

/** Who was shown what is masked otherwise, and who was given the whole, the newest first. */
export async function disclosureRows(db: LedgerReader, ids: readonly number[]): Promise<string[][]> {
  const entries = await db
    .selectFrom('auditEntry')
    .select(['at', 'staffName', 'action', 'fields', 'reason', 'detail'])
    .where((eb) =>
      eb.or([
        eb.and([
          eb('objectType', '=', 'resident'),
          eb('objectId', 'in', ids),
          eb('action', 'in', ['revealed', 'dataIssued']),
        ]),
        eb('seq', 'in', eb.selectFrom('disclosure').select('auditSeq').where('residentId', 'in', ids)),
      ]),
    )
    .orderBy('seq', 'desc')
    .execute()
  return entries.map(({ at, staffName, action, fields, reason, detail }) => {
    const { serial, asker, purpose, paper, numbers } = disclosureDetail.parse(JSON.parse(detail))
    const why = [
      asker === undefined ? '' : personAskerLabels[asker],
      purpose === undefined ? '' : revealPurposeLabels[purpose],
      reason,
    ]
    return [
      columnMoment(at),
      whatText(action, { serial, fields, paper, numbers }),
      staffName,
      why.filter((part) => part !== '').join(separator),
    ]
  })
}

type Detail = z.infer<typeof disclosureDetail>

function whatText(
  action: string,
  {
    serial,
    fields,
    paper,
    numbers,
  }: Pick<Detail, 'serial' | 'paper' | 'numbers'> & { readonly fields: string },
): string {
  if (action === 'dataIssued') return words.dataIssued(serial)
  if (action === 'revealed') return words.revealed(groupsText(fields))
  const list = paper === undefined ? words.residentList : words.papers[paper]
  const parts = [
    numbers === undefined ? '' : words.numbers[numbers],
    serial === '' ? '' : words.serial(serial),
  ]
  return words.listOf(
    list,
    parts.filter((part) => part !== ''),
  )
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
  const entries = await db
    .selectFrom('diaryEntryResident')
    .innerJoin('diaryEntry', 'diaryEntry.id', 'diaryEntryId')
    .select('diaryEntry.id')
    .where('residentId', '=', residentId)
    .where('isSealed', '=', 0)
    .execute()
  // Half a change of an event may be about what is sealed: of those nothing is told.
  const cases = await db.selectFrom('helpCase').select('id').where('residentId', '=', residentId).execute()
  const keys = [
    draftKey({ form: 'resident', id: residentId }),
    ...tasks.map(({ id }) => draftKey({ form: 'visitTask', id })),
    ...entries.map(({ id }) => draftKey({ form: 'diaryEntry', id })),
    ...cases.map(({ id }) => draftKey({ form: 'helpCase', id })),
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
