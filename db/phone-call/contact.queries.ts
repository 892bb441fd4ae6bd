import { sql, type RawBuilder } from 'kysely'
import { addressText } from '../../domain/address.ts'
import { contactRowSchema, type ContactFilter, type ContactRow } from '../../domain/phone-call.ts'
import { mayRead } from '../../domain/record-access.ts'
import { hiddenVisitNotes } from '../care-event/event-visit.queries.ts'
import { claimantFacts } from '../claim/claimant.queries.ts'
import { listClaimPosts } from '../claim/claim-post.repository.ts'
import { actorAt, type Ledger } from '../ledger.ts'
import { loadStoredResidents } from '../resident/resident.queries.ts'
import { storedDraft } from '../resident/resident.table.ts'
import { inOneMoment } from '../transaction.ts'

interface Found {
  readonly kind: 'visit' | 'call'
  readonly id: number
  readonly residentId: number
  readonly on: string
  readonly by: string
  readonly claimPostId: number | null
  readonly claimantId: number | null
  readonly result: string | null
  readonly note: string
  readonly followUp: string
  readonly followUpDoneOn: string | null
  readonly revision: number
}

/** Calls that count: not taken back, of people who are not in the recycle bin. */
const calls = sql`
  SELECT 'call' AS kind, phoneCall.id, phoneCall.residentId, calledOn AS "on", caller AS "by", result,
    phoneCall.note, followUp, followUpDoneOn, phoneCall.revision
  FROM phoneCall JOIN resident ON resident.id = phoneCall.residentId
  WHERE withdrawnAt IS NULL AND removedAt IS NULL`

/** Visits that were made. */
const visits = sql`
  SELECT 'visit' AS kind, visitTask.id, visitTask.residentId, visitedOn AS "on", visitor AS "by", NULL AS result,
    visitTask.note, '' AS followUp, NULL AS followUpDoneOn, visitTask.revision
  FROM visitTask JOIN resident ON resident.id = visitTask.residentId
  WHERE outcome = 'done' AND isRemoved = 0 AND visitedOn IS NOT NULL AND removedAt IS NULL`

/** Contacts of one kind with the claim of the day: on no day there is more than one. Visits are told of claimed people alone. */
export function contactsWithClaims(kind: ContactFilter['kind']): RawBuilder<unknown> {
  const [contacts, join] = kind === 'call' ? [calls, sql`LEFT JOIN`] : [visits, sql`JOIN`]
  return sql`
    SELECT contact.*, claim.claimPostId, claim.claimantId
    FROM (${contacts}) AS contact ${join} claim ON claim.residentId = contact.residentId
      AND claim.fromOn <= contact."on" AND (claim.toOn IS NULL OR claim.toOn >= contact."on")`
}

/** A page of calls or visits, the latest first, as this member of staff may see them. */
export async function listContacts(
  ledger: Ledger,
  {
    filter,
    offset,
    limit,
  }: { readonly filter: ContactFilter; readonly offset: number; readonly limit: number },
): Promise<{ totalCount: number; rows: ContactRow[] }> {
  const found = sql`SELECT * FROM (${contactsWithClaims(filter.kind)}) WHERE ${conditionOf(filter)}`
  return inOneMoment(ledger, async (db) => {
    const counted = await sql<{ totalCount: number }>`SELECT count(*) AS totalCount FROM (${found})`.execute(
      db,
    )
    const page = await sql<Found>`
      ${found} ORDER BY "on" DESC, id DESC LIMIT ${limit} OFFSET ${offset}`.execute(db)
    const postNames = new Map((await listClaimPosts(db)).map(({ id, name }) => [id, name]))
    const claimants = await claimantFacts(db)
    const ids = [...new Set(page.rows.map(({ residentId }) => residentId))]
    const people = new Map(
      (await loadStoredResidents(db, ids)).map((one) => [one.record.id, storedDraft(one)]),
    )
    const actor = actorAt(ledger)
    const isNoteShown = mayRead(actor, 'notes')
    const visitIds = filter.kind === 'visit' ? page.rows.map(({ id }) => id) : []
    const hiddenNotes = await hiddenVisitNotes(db, actor, visitIds)
    const rows = page.rows.flatMap(({ claimPostId, claimantId, ...row }) => {
      const person = people.get(row.residentId)
      if (person === undefined) return []
      return [
        contactRowSchema.parse({
          ...row,
          residentName: person.name,
          address: addressText(person.dwelling, person.currentAddress),
          postName: claimPostId === null ? null : (postNames.get(claimPostId) ?? ''),
          claimantName: claimantId === null ? null : (claimants.get(claimantId)?.name ?? ''),
          note: isNoteShown && !hiddenNotes.has(row.id) ? row.note : '',
          followUp: isNoteShown ? row.followUp : '',
        }),
      ]
    })
    return { totalCount: counted.rows[0]?.totalCount ?? 0, rows }
  })
}

function conditionOf(filter: ContactFilter): RawBuilder<unknown> {
  const { fromOn, toOn, claimPostId, claimantId, isUnclaimed, residentId, result, isFollowUpOpen } = filter
  const parts = [
    sql`TRUE`,
    ...(fromOn === null ? [] : [sql`"on" >= ${fromOn}`]),
    ...(toOn === null ? [] : [sql`"on" <= ${toOn}`]),
    ...(claimPostId === null ? [] : [sql`claimPostId = ${claimPostId}`]),
    ...(claimantId === null ? [] : [sql`claimantId = ${claimantId}`]),
    ...(isUnclaimed ? [sql`claimPostId IS NULL`] : []),
    ...(residentId === null ? [] : [sql`residentId = ${residentId}`]),
    ...(result === null ? [] : [sql`result = ${result}`]),
    ...(isFollowUpOpen ? [sql`followUp <> '' AND followUpDoneOn IS NULL`] : []),
  ]
  return sql.join(parts, sql` AND `)
}
