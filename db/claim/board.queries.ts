import type { CalendarDate } from '../../domain/calendar-date.ts'
import type { ChannelInput, ChannelOutput } from '../../domain/contract.ts'
import type { BoardClaimant, BoardElder, BoardPost, ClaimBoard, ClaimPost } from '../../domain/claim.ts'
import type { ResidentRow } from '../../domain/resident.ts'
import { actorAt, type Ledger, type LedgerReader } from '../ledger.ts'
import { lastContactKinds } from '../visit/last-contact.queries.ts'
import { loadResidentRows } from '../resident/resident-row.queries.ts'
import { inOneMoment } from '../transaction.ts'
import { claimantFacts, type ClaimantFacts } from './claimant.queries.ts'
import { listClaimPosts } from './claim-post.repository.ts'
import { runningClaims, type RunningClaim } from './running-claims.queries.ts'
import { unclaimedResidents } from './unclaimed.queries.ts'

/** The posts with who has claimed how many elders in them on a day, and how many wait for too long or for anybody at all. */
export async function claimBoard(ledger: Ledger, { on }: ChannelInput<'claim.board'>): Promise<ClaimBoard> {
  return inOneMoment(ledger, async (db) => {
    const claims = await runningClaims(ledger, db, on)
    const claimants = await claimantFacts(db)
    const { ids, ...question } = await unclaimedResidents(ledger, db, on)
    return {
      on,
      posts: (await listClaimPosts(db)).map((post) => boardPost(post, claims, claimants)),
      elderCount: claims.length,
      overdueCount: overdueCount(claims),
      unclaimed: { ...question, count: question.problem === null ? ids.length : null },
    }
  })
}

/** A page of the elders of the board: those claimed, in one post or of one claimant, or those nobody has claimed. */
export async function boardElders(
  ledger: Ledger,
  { on, view, claimPostId, claimantId, offset, limit }: ChannelInput<'claim.elders'>,
): Promise<ChannelOutput<'claim.elders'>> {
  return inOneMoment(ledger, async (db) => {
    if (view === 'unclaimed') {
      const { ids } = await unclaimedResidents(ledger, db, on)
      const page = ids.slice(offset, offset + limit)
      return { totalCount: ids.length, rows: await unclaimedRows(ledger, db, page, on) }
    }
    const claims = (await runningClaims(ledger, db, on)).filter(
      (claim) =>
        (claimPostId === null || claim.claimPostId === claimPostId) &&
        (claimantId === null || claim.claimantId === claimantId) &&
        (view === 'claimed' || claim.overdueDays > 0),
    )
    const page = claims.slice(offset, offset + limit)
    return { totalCount: claims.length, rows: await claimedRows(ledger, db, page, on) }
  })
}

function overdueCount(claims: readonly RunningClaim[]): number {
  return claims.filter((claim) => claim.overdueDays > 0).length
}

function boardPost(
  post: ClaimPost,
  all: readonly RunningClaim[],
  claimants: ReadonlyMap<number, ClaimantFacts>,
): BoardPost {
  const claims = all.filter(({ claimPostId }) => claimPostId === post.id)
  const byClaimant = Map.groupBy(claims, ({ claimantId }) => claimantId)
  const lines = [...byClaimant].flatMap(([claimantId, own]): BoardClaimant[] => {
    const facts = claimants.get(claimantId)
    if (facts === undefined) return []
    const { name, kind, state } = facts
    return [{ claimantId, name, kind, state, elderCount: own.length, overdueCount: overdueCount(own) }]
  })
  return {
    ...post,
    elderCount: claims.length,
    overdueCount: overdueCount(claims),
    claimants: lines.sort((one, other) => one.claimantId - other.claimantId),
  }
}

async function claimedRows(
  ledger: Ledger,
  db: LedgerReader,
  claims: readonly RunningClaim[],
  on: CalendarDate,
): Promise<BoardElder[]> {
  const claimants = await claimantFacts(db)
  const ids = claims.map(({ residentId }) => residentId)
  const rows = await loadResidentRows(db, actorAt(ledger), ids, on)
  const personOf = new Map(rows.map((row) => [row.id, row]))
  return claims.flatMap(({ lastContact, residentId, mentorId, ...claim }) => {
    const person = personOf.get(residentId)
    if (person === undefined) return []
    const claimantName = claimants.get(claim.claimantId)?.name ?? ''
    const mentorName = mentorId === null ? null : (claimants.get(mentorId)?.name ?? '')
    return [{ ...elderOf(person), lastContact, claim: { ...claim, claimantName, mentorId, mentorName } }]
  })
}

async function unclaimedRows(
  ledger: Ledger,
  db: LedgerReader,
  ids: readonly number[],
  on: CalendarDate,
): Promise<BoardElder[]> {
  const rows = await loadResidentRows(db, actorAt(ledger), ids, on)
  const contacts = lastContactKinds(ledger, ids, on)
  return rows.map((row) => ({ ...elderOf(row), lastContact: contacts.get(row.id) ?? null, claim: null }))
}

function elderOf({
  id,
  name,
  sex,
  age,
  address,
  phoneMasked,
}: ResidentRow): Omit<BoardElder, 'claim' | 'lastContact'> {
  return { residentId: id, name, sex, age, address, phoneMasked }
}
