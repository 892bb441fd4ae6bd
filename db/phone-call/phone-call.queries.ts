import { FailureError } from '../../domain/failure.ts'
import { phoneCallSchema, type PhoneCall } from '../../domain/phone-call.ts'
import { mayRead } from '../../domain/record-access.ts'
import { actorAt, type Ledger } from '../ledger.ts'

/** One call that was not taken back, as this member of staff may see it. Throws: notFound. */
export async function getCall(ledger: Pick<Ledger, 'db' | 'actor'>, id: number): Promise<PhoneCall> {
  const call = await ledger.db
    .selectFrom('phoneCall')
    .innerJoin('resident', 'resident.id', 'phoneCall.residentId')
    .select([
      'phoneCall.id',
      'residentId',
      'resident.name as residentName',
      'calledOn',
      'caller',
      'result',
      'phoneCall.note',
      'followUp',
      'followUpDoneOn',
      'staffName',
      'phoneCall.revision',
    ])
    .where('phoneCall.id', '=', id)
    .where('withdrawnAt', 'is', null)
    .where('removedAt', 'is', null)
    .executeTakeFirst()
  if (call === undefined) throw new FailureError('notFound')
  const isNoteShown = mayRead(actorAt(ledger), 'notes')
  return phoneCallSchema.parse({
    ...call,
    note: isNoteShown ? call.note : '',
    followUp: isNoteShown ? call.followUp : '',
  })
}
