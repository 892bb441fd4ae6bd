import { sql, type RawBuilder } from 'kysely'
import type { ChannelInput, ChannelOutput } from '../../domain/contract.ts'
import type { ContactCount, ContactGroup } from '../../domain/phone-call.ts'
import { claimantFacts } from '../claim/claimant.queries.ts'
import { listClaimPosts } from '../claim/claim-post.repository.ts'
import type { Ledger, LedgerReader } from '../ledger.ts'
import { inOneMoment } from '../transaction.ts'
import { contactsWithClaims } from './contact.queries.ts'

type Key = number | string | null
interface Counted {
  readonly key: Key
  readonly callCount: number
  readonly reachedCount: number
  readonly reachedPeopleCount: number
  readonly visitCount: number
  readonly visitedPeopleCount: number
  readonly namelessCount: number
}

type Span = Pick<ChannelInput<'contact.counts'>, 'fromOn' | 'toOn'>

/**
 * How many calls and visits there were and how many people they were about, by post, claimant or month. Of people whose
 * records are gone the months are known: they count in every month the span touches.
 */
export async function countContacts(
  ledger: Ledger,
  { groupBy, ...span }: ChannelInput<'contact.counts'>,
): Promise<ChannelOutput<'contact.counts'>> {
  return inOneMoment(ledger, async (db) => {
    const names = await namesOfKeys(db, groupBy)
    const rows = (await countedBy(db, span, keyOf[groupBy])).map((row) => named(row, names))
    const [total] = await countedBy(db, span, sql`NULL`)
    return {
      rows: rows.sort((one, other) => order(one, other, groupBy)),
      total: named(total ?? nothing, new Map()),
    }
  })
}

const nothing: Counted = {
  key: null,
  callCount: 0,
  reachedCount: 0,
  reachedPeopleCount: 0,
  visitCount: 0,
  visitedPeopleCount: 0,
  namelessCount: 0,
}

const keyOf: Readonly<Record<ContactGroup, RawBuilder<unknown>>> = {
  claimPost: sql`claimPostId`,
  claimant: sql`claimantId`,
  month: sql`month`,
}

/** People are counted once in each line, also those who are left in figures alone: their ids are below zero here. */
async function countedBy(
  db: LedgerReader,
  { fromOn, toOn }: Span,
  key: RawBuilder<unknown>,
): Promise<Counted[]> {
  const within = sql.join(
    [
      sql`TRUE`,
      ...(fromOn === null ? [] : [sql`"on" >= ${fromOn}`]),
      ...(toOn === null ? [] : [sql`"on" <= ${toOn}`]),
    ],
    sql` AND `,
  )
  const withinMonths = sql.join(
    [
      sql`TRUE`,
      ...(fromOn === null ? [] : [sql`month >= ${fromOn.slice(0, 7)}`]),
      ...(toOn === null ? [] : [sql`month <= ${toOn.slice(0, 7)}`]),
    ],
    sql` AND `,
  )
  const oneByOne = (kind: 'call' | 'visit') => sql`
    SELECT residentId AS person, substr("on", 1, 7) AS month, claimPostId, claimantId,
      kind = 'call' AS callCount, kind = 'call' AND result = 'reached' AS reachedCount, kind = 'visit' AS visitCount,
      0 AS isNameless
    FROM (${contactsWithClaims(kind)}) WHERE ${within}`
  const { rows } = await sql<Counted>`
    SELECT ${key} AS key,
      sum(callCount) AS callCount,
      sum(reachedCount) AS reachedCount,
      count(DISTINCT CASE WHEN reachedCount > 0 THEN person END) AS reachedPeopleCount,
      sum(visitCount) AS visitCount,
      count(DISTINCT CASE WHEN visitCount > 0 THEN person END) AS visitedPeopleCount,
      sum(CASE WHEN isNameless THEN callCount + visitCount ELSE 0 END) AS namelessCount
    FROM (
      ${oneByOne('call')} UNION ALL ${oneByOne('visit')} UNION ALL
      SELECT -namelessPersonId, month, claimPostId, claimantId, callCount, reachedCount, visitCount, 1
      FROM namelessContact WHERE ${withinMonths})
    GROUP BY 1`.execute(db)
  return rows
}

async function namesOfKeys(db: LedgerReader, groupBy: ContactGroup): Promise<ReadonlyMap<Key, string>> {
  switch (groupBy) {
    case 'claimPost':
      return new Map((await listClaimPosts(db)).map(({ id, name }) => [id, name]))
    case 'claimant':
      return new Map([...(await claimantFacts(db)).values()].map(({ id, name }) => [id, name]))
    case 'month':
      return new Map()
  }
}

function named(row: Counted, names: ReadonlyMap<Key, string>): ContactCount {
  return { ...row, name: names.get(row.key) ?? (typeof row.key === 'string' ? row.key : '') }
}

/** Months follow each other; of posts and claimants those with the most calls come first, and nobody's last. */
function order(one: ContactCount, other: ContactCount, groupBy: ContactGroup): number {
  if (groupBy === 'month') return String(one.key) < String(other.key) ? -1 : 1
  if ((one.key === null) !== (other.key === null)) return one.key === null ? 1 : -1
  return other.reachedCount - one.reachedCount || Number(one.key) - Number(other.key)
}
