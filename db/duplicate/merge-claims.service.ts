import { asCalendarDate } from '../../domain/calendar-date.ts'
import { besides, type ClaimPeriod } from '../../domain/claim-period.ts'
import type { LedgerTransaction } from '../transaction.ts'
import type { MergedIds } from './merge-attached.service.ts'
import type { MergeJournal } from './merge-journal.service.ts'
import { findRows } from './table-row.repository.ts'
import type { TableRow } from './table-row.ts'

/** Moves the claims on the other record over; on days on which the kept one was claimed, that claim holds. */
export async function mergeClaims(
  trx: LedgerTransaction,
  journal: MergeJournal,
  { keptId, mergedId }: MergedIds,
): Promise<void> {
  const there = await findRows(trx, 'claim', { residentId: keptId })
  for (const row of there) journal.note('claim', row)
  const others = there.map(periodOf)
  for (const row of await findRows(trx, 'claim', { residentId: mergedId })) {
    const period = periodOf(row)
    const left = besides(period, others)
    const isCut = left.toOn !== period.toOn
    await journal.change('claim', row, {
      residentId: keptId,
      fromOn: left.fromOn,
      ...(isCut ? { toOn: left.toOn, endReason: 'merged' } : {}),
    })
    others.push(left)
  }
}

function periodOf(row: TableRow): ClaimPeriod {
  const { fromOn, toOn } = row
  return {
    fromOn: asCalendarDate(String(fromOn)),
    toOn: typeof toOn === 'string' ? asCalendarDate(toOn) : null,
  }
}
