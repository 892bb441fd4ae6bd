import type { CalendarDate } from '../../domain/calendar-date.ts'
import { usualClaimCondition } from '../../domain/claim-condition.ts'
import type { ClaimBoard } from '../../domain/claim.ts'
import { noFilter } from '../../domain/no-filter.ts'
import type { ConditionGroup } from '../../domain/resident-condition.ts'
import { actorAt, type Ledger, type LedgerReader } from '../ledger.ts'
import { matchingResidents } from '../resident/matching-residents.queries.ts'
import { savedFilterOf } from '../saved-filter/saved-filter.queries.ts'
import { claimedIds } from './running-claims.queries.ts'

/** How it is called among the settings. */
export const claimFilterSetting = 'claimFilterId'

/** The number of the saved filter that says who should be claimed; null for the usual question. */
async function claimFilterId(db: LedgerReader): Promise<number | null> {
  const stored = await db
    .selectFrom('setting')
    .select('value')
    .where('key', '=', claimFilterSetting)
    .executeTakeFirst()
  const value: unknown = stored === undefined ? null : JSON.parse(stored.value)
  return typeof value === 'number' ? value : null
}

interface Unclaimed extends Pick<ClaimBoard['unclaimed'], 'problem' | 'savedFilterId' | 'filterName'> {
  /** In the order of the list; empty where there is a problem. */
  readonly ids: readonly number[]
}

/** Those who should be claimed and are not, as this member of staff may know it. Call it inside one moment. */
export async function unclaimedResidents(
  ledger: Ledger,
  db: LedgerReader,
  on: CalendarDate,
): Promise<Unclaimed> {
  const { condition, ...question } = await claimQuestion(ledger, db)
  // Of past days nobody knows any more whom a question would have found.
  const problem = on === ledger.clock.todayOn() ? question.problem : 'notToday'
  if (condition === null || problem !== null) return { ...question, problem, ids: [] }
  const claimed = await claimedIds(db, on)
  const found = await matchingResidents(ledger, { ...noFilter, condition })
  return { ...question, problem, ids: found.filter((id) => !claimed.has(id)) }
}

interface ClaimQuestion extends Omit<Unclaimed, 'ids'> {
  readonly condition: ConditionGroup | null
}

async function claimQuestion(ledger: Ledger, db: LedgerReader): Promise<ClaimQuestion> {
  const actor = actorAt(ledger)
  const savedFilterId = await claimFilterId(db)
  const usual = {
    condition: usualClaimCondition(actor),
    problem: null,
    savedFilterId: null,
    filterName: null,
  }
  if (savedFilterId === null) return usual
  const row = await db
    .selectFrom('savedFilter')
    .selectAll()
    .where('id', '=', savedFilterId)
    .executeTakeFirst()
  // Whoever deletes the filter brings the usual question back.
  if (row === undefined) return usual
  const { condition, name, state } = savedFilterOf(row, actor)
  const problem = state === 'usable' ? null : state
  return { condition, problem, savedFilterId, filterName: name }
}
