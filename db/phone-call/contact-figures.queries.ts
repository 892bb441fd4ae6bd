import { sql, type Insertable } from 'kysely'
import type { LedgerSchema } from '../schema.ts'
import type { LedgerTransaction } from '../transaction.ts'
import { contactsWithClaims } from './contact.queries.ts'

type ContactFigures = Omit<Insertable<LedgerSchema['namelessContact']>, 'id' | 'namelessPersonId'>

/** How often these people were called, and visited while somebody had claimed them, by month, post and claimant. */
export async function contactFigures(
  trx: LedgerTransaction,
  residentIds: readonly number[],
): Promise<ReadonlyMap<number, readonly ContactFigures[]>> {
  const { rows } = await sql<ContactFigures & { readonly residentId: number }>`
    SELECT residentId, substr("on", 1, 7) AS month, claimPostId, claimantId,
      sum(kind = 'call') AS callCount, sum(kind = 'call' AND result = 'reached') AS reachedCount,
      sum(kind = 'visit') AS visitCount
    FROM (${contactsWithClaims('call')} UNION ALL ${contactsWithClaims('visit')})
    WHERE residentId IN (${sql.join(residentIds)})
    GROUP BY 1, 2, 3, 4`.execute(trx)
  return new Map(
    [...Map.groupBy(rows, ({ residentId }) => residentId)].map(([id, figures]) => [
      id,
      figures.map(({ residentId: _residentId, ...figure }) => figure),
    ]),
  )
}
