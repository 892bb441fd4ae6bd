import type { NoticePaper } from '../../domain/privacy-notice.ts'
import { committeeIn } from '../committee/committee.queries.ts'
import type { Ledger } from '../ledger.ts'
import { residentOf } from '../resident/resident.queries.ts'
import { noticeTextIn } from './notice-text.queries.ts'

/** The notice for one person, or a blank one. Throws: notFound. */
export async function noticePaper(
  { db, clock }: Pick<Ledger, 'db' | 'clock'>,
  residentId: number | null,
): Promise<Omit<NoticePaper, 'stamp'>> {
  const residentName = residentId === null ? null : (await residentOf(db, residentId)).name
  return {
    ...(await committeeIn(db)),
    residentName,
    text: await noticeTextIn(db),
    printedOn: clock.todayOn(),
  }
}
