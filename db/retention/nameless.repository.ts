import { sql, type Insertable } from 'kysely'
import type { LedgerSchema } from '../schema.ts'
import type { LedgerTransaction } from '../transaction.ts'

interface NamelessLife {
  readonly person: Omit<Insertable<LedgerSchema['namelessPerson']>, 'id'>
  readonly events: readonly { readonly kind: string; readonly happenedOn: string }[]
  readonly statuses: readonly { readonly changedOn: string; readonly before: string }[]
  readonly reached: readonly Omit<Insertable<LedgerSchema['namelessReach']>, 'id' | 'namelessPersonId'>[]
  readonly contacts: readonly Omit<Insertable<LedgerSchema['namelessContact']>, 'id' | 'namelessPersonId'>[]
}

/** Keeps what figures of past days need; the new rows come in an order that tells nothing. */
export async function insertNameless(trx: LedgerTransaction, lives: readonly NamelessLife[]): Promise<void> {
  for (const { person, events, statuses, reached, contacts } of lives) {
    const { id: namelessPersonId } = await trx
      .insertInto('namelessPerson')
      .values(person)
      .returning('id')
      .executeTakeFirstOrThrow()
    for (const event of events)
      await trx
        .insertInto('namelessEvent')
        .values({ namelessPersonId, ...event })
        .execute()
    for (const status of statuses)
      await trx
        .insertInto('namelessStatus')
        .values({ namelessPersonId, ...status })
        .execute()
    for (const month of reached)
      await trx
        .insertInto('namelessReach')
        .values({ namelessPersonId, ...month })
        .execute()
    for (const contact of contacts)
      await trx
        .insertInto('namelessContact')
        .values({ namelessPersonId, ...contact })
        .execute()
  }
}

/** Keeps days on which a household is counted by nobody who is left. */
export async function insertNamelessHouseholds(
  trx: LedgerTransaction,
  days: readonly Omit<Insertable<LedgerSchema['namelessHousehold']>, 'id'>[],
): Promise<void> {
  if (days.length > 0) await trx.insertInto('namelessHousehold').values(days).execute()
}

/** Adds what these people count in their rounds and outside to what is counted there without names. */
export async function countVisitsNameless(trx: LedgerTransaction, ids: readonly number[]): Promise<void> {
  await sql`
    INSERT INTO namelessVisit
      (visitRoundId, visitRuleId, isOfCareEvent, visitedMonth, isRemoved, outcome, visitCount)
    SELECT visitRoundId, visitRuleId, careEventId IS NOT NULL AS isOfCareEvent,
      coalesce(substr(visitedOn, 1, 7), '') AS visitedMonth, isRemoved, outcome, count(*)
    FROM visitTask JOIN resident ON resident.id = residentId
    WHERE residentId IN (${sql.join(ids)}) AND removedAt IS NULL
    GROUP BY visitRoundId, visitRuleId, careEventId IS NOT NULL, coalesce(substr(visitedOn, 1, 7), ''), isRemoved, outcome
    ON CONFLICT DO UPDATE SET visitCount = visitCount + excluded.visitCount`.execute(trx)
}

/** Counts the cases of people whose records are about to go for good. */
export async function countCasesNameless(
  trx: LedgerTransaction,
  residentIds: readonly number[],
): Promise<void> {
  const cases = await trx
    .selectFrom('helpCase')
    .select(['openedOn', 'closedOn', 'outcome', 'amountFen'])
    .where('residentId', 'in', residentIds)
    .execute()
  for (const { openedOn, closedOn, outcome, amountFen } of cases)
    await trx
      .insertInto('namelessHelpCase')
      .values({
        openedYear: Number(openedOn.slice(0, 4)),
        closedYear: Number(closedOn?.slice(0, 4) ?? 0),
        outcome,
        caseCount: 1,
        amountFen: amountFen ?? 0,
      })
      .onConflict((conflict) =>
        conflict.columns(['openedYear', 'closedYear', 'outcome']).doUpdateSet((eb) => ({
          caseCount: eb('namelessHelpCase.caseCount', '+', eb.ref('excluded.caseCount')),
          amountFen: eb('namelessHelpCase.amountFen', '+', eb.ref('excluded.amountFen')),
        })),
      )
      .execute()
}
