import type { VisitList } from '../../../domain/paper.ts'
import { ask } from '../../ledger/ledger-client.ts'

/** As many people as the ledger gives at once. */
const pageLimit = 200

/** Everybody on a round's visit list, as the preview draws them: with masked numbers, fetched page by page. */
export async function wholeVisitList(visitRoundId: number): Promise<VisitList> {
  const first = await ask('paper.visitList', { visitRoundId, offset: 0, limit: pageLimit })
  const { totalCount, ...list } = first
  const rows = [...first.rows]
  while (rows.length < totalCount) {
    const next = await ask('paper.visitList', { visitRoundId, offset: rows.length, limit: pageLimit })
    // People were taken off the list meanwhile.
    if (next.rows.length === 0) break
    rows.push(...next.rows)
  }
  return { ...list, rows }
}
