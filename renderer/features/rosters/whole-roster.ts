import type { RosterList, RosterQuestion } from '../../../domain/roster.ts'
import { ask } from '../../ledger/ledger-client.ts'

/** As many people as the ledger gives at once. */
const pageLimit = 200

/** Everybody on a roster, as the preview draws them: with masked numbers, fetched page by page. */
export async function wholeRoster(question: RosterQuestion, signal: AbortSignal): Promise<RosterList> {
  const first = await ask('paper.roster', { ...question, offset: 0, limit: pageLimit })
  const { totalCount, ...list } = first
  const rows = [...first.rows]
  let offset = pageLimit
  while (offset < totalCount && !signal.aborted) {
    rows.push(...(await ask('paper.roster', { ...question, offset, limit: pageLimit })).rows)
    offset += pageLimit
  }
  return { ...list, rows }
}
