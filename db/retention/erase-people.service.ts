import { FailureError } from '../../domain/failure.ts'
import { forgetPlan } from '../bulk-change/bulk-staging.ts'
import { forgetClaimants } from '../claim/claimant.service.ts'
import { eraseFromDiary } from '../diary/erase-diary.service.ts'
import { recordsOfPerson } from '../duplicate/merged-records.queries.ts'
import { forgetPairs } from '../duplicate/scan-duplicates.service.ts'
import { emptyWal, type Ledger } from '../ledger.ts'
import { changeBy } from '../resident/record-change.service.ts'
import { loadStoredResidents } from '../resident/resident.queries.ts'
import { removeResidents } from '../resident/resident.service.ts'
import { linkSpouses } from '../resident/spouse.service.ts'
import type { StoredResident } from '../resident/resident.table.ts'
import { forgetImportPlan } from '../roster-import/roster-staging.ts'
import { inTransaction } from '../transaction.ts'
import {
  deleteAttached,
  deleteDrafts,
  deleteFromMerges,
  deleteQuestionsNaming,
  emptyRulesNaming,
  forgetEventNotes,
} from './erase-traces.repository.ts'
import { expiredPeople } from './expired-people.queries.ts'
import { keepFigures } from './keep-figures.service.ts'
import { retentionRulesIn } from './retention-rules.queries.ts'

interface Erasure {
  readonly ids: readonly number[]
  readonly reason: string
}

/**
 * Deletes the records of people whose term is over, with everything that hangs on them, for good; figures keep nameless
 * rows. Throws: reasonRequired, notAllowed while the office has not decided its terms, staleRecord for who is not on the list.
 */
export async function erasePeople(
  ledger: Ledger,
  { ids, reason }: Erasure,
): Promise<{ erasedCount: number; removedFilterCount: number }> {
  if (reason.trim() === '') throw new FailureError('reasonRequired', 'reason')
  const by = changeBy(ledger, 'household')
  const { records, ...erased } = await inTransaction(ledger, async (trx) => {
    const { rules, isDecided } = await retentionRulesIn(trx)
    if (!isDecided) throw new FailureError('notAllowed', 'retentionRules')
    const wanted = new Set(ids)
    // Who went last comes last.
    const chosen = (await expiredPeople(trx, rules, ledger.clock.todayOn()))
      .map(({ id }) => id)
      .filter((id) => wanted.has(id))
    if (chosen.length < wanted.size) throw new FailureError('staleRecord')
    const stored = new Map((await loadStoredResidents(trx, chosen)).map((one) => [one.record.id, one]))
    await keepFigures(
      trx,
      chosen.flatMap((id) => stored.get(id) ?? []),
    )
    const records = (await Promise.all(chosen.map((id) => recordsOfPerson(trx, id)))).flat()
    const words = wordsOf(await loadStoredResidents(trx, records))
    await eraseFromDiary(trx, records, words)
    await deleteDrafts(trx, records, words)
    const removedFilterCount = await deleteQuestionsNaming(trx, words)
    await emptyRulesNaming(trx, words, ledger.clock.nowAt())
    await deleteFromMerges(trx, records)
    await linkSpouses(
      trx,
      records.map((id) => ({ id, spouseId: null })),
      by,
    )
    await forgetEventNotes(trx, records)
    await forgetClaimants(trx, records)
    await deleteAttached(trx, records)
    await removeResidents(trx, records, by)
    const value = { erasedCount: chosen.length, removedFilterCount, records }
    const detail = { personCount: chosen.length, ...rules }
    return { value, entries: [{ action: 'erased', objectType: 'resident', reason, detail }] }
  })
  // They remember what the records said.
  forgetPlan(ledger)
  forgetImportPlan(ledger)
  await forgetPairs(
    ledger,
    ({ firstId, secondId }) => records.includes(firstId) || records.includes(secondId),
  )
  // Freed pages are wiped in the file; what still stands in the log beside it must go as well.
  emptyWal(ledger)
  return erased
}

/** Names and numbers by which other things may speak of them. */
function wordsOf(records: readonly StoredResident[]): string[] {
  const words = records.flatMap(({ record, phones, documents }) => [
    record.name,
    record.idNumber ?? '',
    ...phones.map(({ number }) => number),
    ...documents.map(({ number }) => number),
  ])
  return [...new Set(words)].filter((word) => word !== '')
}
