import type { ChannelInput, ChannelOutput } from '../../domain/contract.ts'
import { actorAt, type Ledger } from '../ledger.ts'
import { loadResidentRows } from '../resident/resident-row.queries.ts'
import { inOneMoment } from '../transaction.ts'
import { foundPairs } from './scan-duplicates.service.ts'

/** A page of the pairs that the last search found; those of whom somebody has gone since are left out. */
export async function listDuplicates(
  ledger: Ledger,
  { certainty, offset, limit }: ChannelInput<'duplicate.list'>,
): Promise<ChannelOutput<'duplicate.list'>> {
  const pairs = foundPairs(ledger, certainty)
  const shown = pairs.slice(offset, offset + limit)
  const ids = [...new Set(shown.flatMap(({ firstId, secondId }) => [firstId, secondId]))]
  const people = new Map(
    (
      await inOneMoment(ledger, (db) => loadResidentRows(db, actorAt(ledger), ids, ledger.clock.todayOn()))
    ).map((row) => [row.id, row]),
  )
  const numberOf = new Map([...new Set(pairs.map(({ groupId }) => groupId))].map((id, at) => [id, at + 1]))
  const rows = shown.flatMap(({ firstId, secondId, suspicion, groupId, groupSize }, index) => {
    const [first, second] = [people.get(firstId), people.get(secondId)]
    if (first === undefined || second === undefined) return []
    const isGroupStart = pairs[offset + index - 1]?.groupId !== groupId
    return [{ groupNumber: numberOf.get(groupId) ?? 0, isGroupStart, groupSize, first, second, suspicion }]
  })
  return { totalCount: pairs.length, rows }
}
