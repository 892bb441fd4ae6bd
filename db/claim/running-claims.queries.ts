import { sql } from 'kysely'
import { calendarDateSchema, type CalendarDate } from '../../domain/calendar-date.ts'
import { nextDueOn, overdueDays } from '../../domain/claim-due.ts'
import type { LastContact } from '../../domain/claim.ts'
import type { Ledger, LedgerReader } from '../ledger.ts'
import { lastContactKinds } from '../visit/last-contact.queries.ts'

/** A claim that runs on a day, with what is due. */
export interface RunningClaim {
  readonly id: number
  readonly claimPostId: number
  readonly residentId: number
  readonly claimantId: number
  readonly mentorId: number | null
  readonly fromOn: CalendarDate
  /** A last day that is still to come. */
  readonly toOn: CalendarDate | null
  readonly lastContact: LastContact | null
  readonly nextDueOn: CalendarDate
  readonly overdueDays: number
}

interface Row {
  readonly id: number
  readonly claimPostId: number
  readonly residentId: number
  readonly claimantId: number
  readonly mentorId: number | null
  readonly fromOn: string
  readonly toOn: string | null
  readonly callEveryDays: number
  readonly claimedSinceOn: string
}

const day = calendarDateSchema
const optionalDay = day.nullable()

/**
 * The claims that run on a day, those first that have waited longest. Today also whoever is reported dead is left out;
 * on past days the claims themselves say who was there.
 */
export async function runningClaims(
  ledger: Pick<Ledger, 'raw' | 'clock'>,
  db: LedgerReader,
  on: CalendarDate,
): Promise<RunningClaim[]> {
  const presence = on < ledger.clock.todayOn() ? sql`TRUE` : sql`presence = 'here'`
  const { rows } = await sql<Row>`
    SELECT claim.id, claimPostId, residentId, claimantId, mentorId, fromOn, toOn, callEveryDays,
      (SELECT min(fromOn) FROM claim AS first
        WHERE first.residentId = claim.residentId AND (first.toOn IS NULL OR first.toOn >= first.fromOn)) AS claimedSinceOn
    FROM claim JOIN claimPost ON claimPost.id = claimPostId JOIN resident ON resident.id = residentId
    WHERE fromOn <= ${on} AND (toOn IS NULL OR toOn >= ${on}) AND removedAt IS NULL AND ${presence}`.execute(
    db,
  )
  const contacts = lastContactKinds(
    ledger,
    rows.map(({ residentId }) => residentId),
    on,
  )
  return rows
    .map((row) => runningClaim(row, contacts.get(row.residentId) ?? null, on))
    .sort(
      (one, other) =>
        (one.nextDueOn < other.nextDueOn ? -1 : one.nextDueOn > other.nextDueOn ? 1 : 0) || one.id - other.id,
    )
}

function runningClaim(
  { claimedSinceOn, callEveryDays, ...row }: Row,
  lastContact: LastContact | null,
  on: CalendarDate,
): RunningClaim {
  const facts = {
    lastContactOn: lastContact?.on ?? null,
    claimedSinceOn: day.parse(claimedSinceOn),
    callEveryDays,
  }
  return {
    ...row,
    fromOn: day.parse(row.fromOn),
    toOn: optionalDay.parse(row.toOn),
    lastContact,
    nextDueOn: nextDueOn(facts),
    overdueDays: overdueDays(facts, on),
  }
}

/** Everybody who is claimed on a day, or will be from a later one on. */
export async function claimedIds(db: LedgerReader, on: CalendarDate): Promise<ReadonlySet<number>> {
  const rows = await db
    .selectFrom('claim')
    .select('residentId')
    .where((eb) => eb.or([eb('toOn', 'is', null), eb('toOn', '>=', on)]))
    .execute()
  return new Set(rows.map(({ residentId }) => residentId))
}
