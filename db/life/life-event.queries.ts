import {
  lifeEventKinds,
  lifeEventSchema,
  nextLifeEvents,
  withdrawableEvent,
  type Life,
  type LifeEventKind,
  type LifeStep,
} from '../../domain/life-event.ts'
import { mayRead } from '../../domain/record-access.ts'
import { actorAt, type Ledger } from '../ledger.ts'
import { residentOf } from '../resident/resident.queries.ts'
import { inOneMoment, type LedgerTransaction } from '../transaction.ts'

/** What happened to a person, and what may be written down next; no note for who may read none. Throws: notFound. */
export async function getLife(ledger: Ledger, residentId: number): Promise<Life> {
  const mayReadNotes = mayRead(actorAt(ledger), 'notes')
  return inOneMoment(ledger, async (db) => {
    await residentOf(db, residentId)
    const events = await lifeEventsOf(db, residentId)
    return {
      events: events
        .map(({ effects, residentId: about, note, ...event }) =>
          lifeEventSchema.parse({ ...event, note: mayReadNotes ? note : '' }),
        )
        .reverse(),
      nextKinds: nextLifeEvents(events),
      withdrawableId: withdrawableEvent(events),
    }
  })
}

/** Everything written down about a person, in the order it was. */
export async function lifeEventsOf(db: Ledger['db'] | LedgerTransaction, residentId: number) {
  const rows = await db
    .selectFrom('lifeEvent')
    .selectAll()
    .where('residentId', '=', residentId)
    .orderBy('id')
    .execute()
  return rows.map(({ kind, ...row }) => ({ ...row, kind: kindOf(kind) }))
}

/** Shape: what stands of everybody's life, by person. */
export async function standingLifeEvents(
  db: Ledger['db'],
): Promise<ReadonlyMap<number, readonly (LifeStep & { readonly residentId: number })[]>> {
  const events = await db
    .selectFrom('lifeEvent')
    .select(['id', 'residentId', 'kind', 'happenedOn', 'withdrawnAt'])
    .where('withdrawnAt', 'is', null)
    .execute()
  return Map.groupBy(
    events.map(({ kind, ...event }) => ({ ...event, kind: kindOf(kind) })),
    ({ residentId }) => residentId,
  )
}

function kindOf(text: string): LifeEventKind {
  const kind = lifeEventKinds.find((one) => one === text)
  if (kind === undefined) throw new Error('an event of no known kind')
  return kind
}
