import { calendarDateSchema } from '../../domain/calendar-date.ts'
import { claimEndReasonSchema } from '../../domain/claim.ts'
import { isVoid } from '../../domain/claim-period.ts'
import { claimEndReasonLabels, claimLabels } from '../../domain/labels/claim.zh.ts'
import { personDataLabels } from '../../domain/labels/person-data.zh.ts'
import { callResultLabels } from '../../domain/labels/phone-call.zh.ts'
import { phoneCallDraftSchema } from '../../domain/phone-call.ts'
import { claimantFacts } from '../claim/claimant.queries.ts'
import type { LedgerReader } from '../ledger.ts'
import { periodCells } from './person-sections.ts'

const words = personDataLabels.paper

/** Who looked after somebody by telephone, the latest first. */
export async function claimRows(db: LedgerReader, residentId: number): Promise<string[][]> {
  const claims = await db
    .selectFrom('claim')
    .innerJoin('claimPost', 'claimPost.id', 'claimPostId')
    .select([
      'claimPost.name',
      'claimantId',
      'mentorId',
      'fromOn',
      'toOn',
      'endReason',
      'endNote',
      'claim.note',
    ])
    .where('residentId', '=', residentId)
    .orderBy('fromOn', 'desc')
    .orderBy('claim.id', 'desc')
    .execute()
  const claimants = await claimantFacts(db)
  const nameOf = (id: number) => claimants.get(id)?.name || claimLabels.forgotten
  return claims.map(({ name, claimantId, mentorId, fromOn, toOn, endReason, endNote, note }) => {
    const period = {
      fromOn: calendarDateSchema.parse(fromOn),
      toOn: calendarDateSchema.nullable().parse(toOn),
    }
    const reason = claimEndReasonSchema.nullable().parse(endReason)
    return [
      name,
      nameOf(claimantId),
      ...(isVoid(period) ? [fromOn, words.claimVoid] : periodCells(period)),
      [
        mentorId === null ? '' : words.mentor(nameOf(mentorId)),
        reason === null ? '' : claimEndReasonLabels[reason],
        endNote,
        note,
      ]
        .filter((part) => part !== '')
        .join(words.reasonSeparator),
    ]
  })
}

/** Every call to somebody, the latest first; those taken back as well. */
export async function callRows(db: LedgerReader, residentId: number): Promise<string[][]> {
  const calls = await db
    .selectFrom('phoneCall')
    .select(['calledOn', 'caller', 'result', 'note', 'followUp', 'followUpDoneOn', 'withdrawnBy'])
    .where('residentId', '=', residentId)
    .orderBy('calledOn', 'desc')
    .orderBy('id', 'desc')
    .execute()
  return calls.map(({ calledOn, caller, result, note, followUp, followUpDoneOn, withdrawnBy }) => [
    calledOn,
    caller,
    [
      callResultLabels[phoneCallDraftSchema.shape.result.parse(result)],
      withdrawnBy === null ? '' : words.withdrawn(withdrawnBy),
    ]
      .filter((part) => part !== '')
      .join(words.separator),
    note,
    followUpDoneOn === null ? followUp : words.followUpDone(followUp, followUpDoneOn),
  ])
}
