import type { ChannelInput } from '../../domain/contract.ts'
import type { SubmittedSheet } from '../../domain/count-channels.ts'
import { actorAt, type Ledger } from '../ledger.ts'
import { inTransaction } from '../transaction.ts'
import { populationSheet } from './population-sheet.queries.ts'
import { getSubmittedSheet } from './submitted-sheet.queries.ts'
import { insertSubmittedSheet } from './submitted-sheet.repository.ts'

/** Counts once more and keeps the figures as they are handed in. Throws: invalidInput. */
export async function submitSheet(
  ledger: Ledger,
  { name, note, ...period }: ChannelInput<'count.submit'>,
): Promise<SubmittedSheet> {
  const sheet = await populationSheet(ledger, period)
  const id = await inTransaction(ledger, async (trx) => {
    const value = await insertSubmittedSheet(trx, {
      name,
      note,
      ...period,
      madeAt: ledger.clock.nowAt(),
      staffName: actorAt(ledger).name,
      content: JSON.stringify(sheet),
    })
    return {
      value,
      entries: [{ action: 'added', objectType: 'submittedSheet', objectId: value, detail: period }],
    }
  })
  return getSubmittedSheet(ledger, id)
}
