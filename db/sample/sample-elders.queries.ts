import { birthRangeForAges } from '../../domain/age.ts'
import type { CalendarDate } from '../../domain/calendar-date.ts'
import type { LedgerTransaction } from '../transaction.ts'

/** Unit: full years. */
const elderAge = 75

/** The first of those who are old and live alone. */
export async function eldersAlone(
  trx: LedgerTransaction,
  on: CalendarDate,
  limit: number,
): Promise<number[]> {
  const rows = await trx
    .selectFrom('resident')
    .select('id')
    .where('birthWhen', '<=', birthRangeForAges(elderAge, null, on).bornTo)
    .where('livingArrangement', 'in', ['alone', 'loneNoFamily'])
    .where('removedAt', 'is', null)
    .where('presence', '=', 'here')
    .orderBy('id')
    .limit(limit)
    .execute()
  return rows.map(({ id }) => id)
}
