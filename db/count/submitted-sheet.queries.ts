import { calendarDateSchema } from '../../domain/calendar-date.ts'
import type { ChannelOutput } from '../../domain/contract.ts'
import {
  populationSheetSchema,
  submittedSheetSchema,
  type SubmittedSheet,
} from '../../domain/count-channels.ts'
import { FailureError } from '../../domain/failure.ts'
import type { Ledger } from '../ledger.ts'

/** The sheets that were handed in, the newest first. */
export async function listSubmittedSheets(ledger: Ledger): Promise<ChannelOutput<'count.submitted'>> {
  const rows = await ledger.db
    .selectFrom('submittedSheet')
    .select(['id', 'name', 'note', 'madeAt', 'staffName', 'referenceOn', 'fromOn'])
    .orderBy('id', 'desc')
    .execute()
  return rows.map(({ referenceOn, fromOn, ...row }) => ({
    ...row,
    referenceOn: calendarDateSchema.parse(referenceOn),
    fromOn: calendarDateSchema.parse(fromOn),
  }))
}

/** One of them, with its figures as they were. Throws: notFound. */
export async function getSubmittedSheet(ledger: Ledger, id: number): Promise<SubmittedSheet> {
  const row = await ledger.db.selectFrom('submittedSheet').selectAll().where('id', '=', id).executeTakeFirst()
  if (row === undefined) throw new FailureError('notFound')
  const { content, referenceOn, fromOn, ...head } = row
  return submittedSheetSchema.parse({ ...head, sheet: populationSheetSchema.parse(JSON.parse(content)) })
}
