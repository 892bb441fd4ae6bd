import { setImmediate } from 'node:timers/promises'
import { sql } from 'kysely'
import type { ResidentFilter, ResidentRow } from '../../domain/resident.ts'
import { actorAt, type Ledger } from '../ledger.ts'
import { inOneMoment } from '../transaction.ts'
import { matchingResidents, numberSearchOf, refuseUnreadable } from './matching-residents.queries.ts'
import { loadResidentRows } from './resident-row.queries.ts'
import { searchHit } from './search-hit.ts'
import { searchWords } from './search-text.ts'

export interface ResidentPage {
  readonly totalCount: number
  readonly rows: ResidentRow[]
}

interface PageRequest {
  readonly filter: ResidentFilter
  readonly offset: number
  readonly limit: number
}

/** Beyond this, walking the ledger in order takes longer than reading it into the search. */
const farthestStatementRow = 1000

/**
 * One page of the people that match the filter, in the order asked for, and how many match.
 * Throws: notAllowed for a care tag or a field that is not for this member of staff, not even as a count.
 */
export async function listResidents(ledger: Ledger, request: PageRequest): Promise<ResidentPage> {
  const actor = actorAt(ledger)
  refuseUnreadable(actor, request.filter)
  const early = ledger.search.isLoaded() ? null : await earlyPage(ledger, request)
  if (early !== null) return early
  return inOneMoment(ledger, async (db) => {
    const found = await matchingResidents(ledger, request.filter)
    const ids = found.slice(request.offset, request.offset + request.limit)
    const words = searchWords(request.filter.search)
    const numbers = numberSearchOf(actor)
    const todayOn = ledger.clock.todayOn()
    const rows = await loadResidentRows(db, actor, ids, todayOn, (one) => searchHit(words, one, numbers))
    return { totalCount: found.length, rows }
  })
}

/** Everybody a filter shows to whoever is at the desk, in its order. Throws: as listResidents. */
export async function shownIds(ledger: Ledger, filter: ResidentFilter): Promise<readonly number[]> {
  refuseUnreadable(actorAt(ledger), filter)
  return inOneMoment(ledger, () => matchingResidents(ledger, filter))
}

/** Reads everybody while nobody asks, so that the first letter typed is answered at once. */
export async function warmResidentList(ledger: Ledger): Promise<void> {
  while (ledger.raw.open && !(await inOneMoment(ledger, async () => ledger.search.readStep())))
    await setImmediate()
  while (ledger.raw.open && !ledger.search.sortStep()) await setImmediate()
}

/** The start of the plain list straight from the ledger, so that a large one opens as fast as a small one. */
async function earlyPage(ledger: Ledger, request: PageRequest): Promise<ResidentPage | null> {
  const { filter, offset, limit } = request
  const isPlain =
    filter.buildingId === null &&
    filter.careTag === null &&
    filter.ageBand === null &&
    filter.condition === null &&
    filter.presence === 'here'
  if (!isPlain || searchWords(filter.search).length > 0 || filter.sort !== 'address') return null
  if (offset + limit > farthestStatementRow) return null
  const page = await inOneMoment(ledger, async (db) => {
    const ids = await firstIdsByAddress(db, offset, limit)
    // People without a dwelling follow: only the search has them in order.
    if (ids.length < limit) return null
    const { totalCount } = await db
      .selectFrom('resident')
      .select(({ fn }) => fn.countAll<number>().as('totalCount'))
      .where('presence', '=', 'here')
      .where('removedAt', 'is', null)
      .executeTakeFirstOrThrow()
    return { totalCount, rows: await loadResidentRows(db, actorAt(ledger), ids, ledger.clock.todayOn()) }
  })
  if (page !== null) warmInBackground(ledger)
  return page
}

function warmInBackground(ledger: Ledger): void {
  // Whoever asks next reads the rest and hears of a failure then.
  warmResidentList(ledger).catch(() => undefined)
}

/** The same order as residentOrders.address; the cross joins make SQLite walk the index and stop at the limit. */
async function firstIdsByAddress(db: Ledger['db'], offset: number, limit: number): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`
    SELECT resident.id FROM dwelling
    CROSS JOIN household ON household.dwellingId = dwelling.id
    CROSS JOIN resident ON resident.householdId = household.id
    WHERE presence = 'here' AND removedAt IS NULL
    ORDER BY dwelling.sortKey, household.id, relationToHead IS NULL, relationToHead, resident.id
    LIMIT ${limit} OFFSET ${offset}`.execute(db)
  return rows.map(({ id }) => id)
}
