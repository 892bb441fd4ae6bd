import { z } from 'zod'
import type { AuditHead, PrintedHead } from '../../domain/audit.ts'
import { troubleActions } from '../../domain/audit.ts'
import {
  auditRowSchema,
  type AuditCheck,
  type AuditFilter,
  type AuditRow as ShownEntry,
} from '../../domain/audit-view.ts'
import { mayReveal } from '../../domain/record-access.ts'
import { actorAt, type Ledger, type LedgerReader } from '../ledger.ts'
import { inOneMoment } from '../transaction.ts'
import { chainStart, checkChain, type AuditRow } from './audit-chain.ts'
import { namesOfObjects, nameKey } from './object-names.queries.ts'

/** A page of the audit trail, the newest entry first. */
export async function listAuditEntries(
  ledger: Ledger,
  request: { readonly filter: AuditFilter; readonly offset: number; readonly limit: number },
): Promise<{ totalCount: number; rows: ShownEntry[] }> {
  const actor = actorAt(ledger)
  return inOneMoment(ledger, async (db) => {
    const matching = entriesWith(db, request.filter)
    const { totalCount } = await matching
      .select(({ fn }) => fn.countAll<number>().as('totalCount'))
      .executeTakeFirstOrThrow()
    const entries = await matching
      .selectAll()
      .orderBy('seq', 'desc')
      .limit(request.limit)
      .offset(request.offset)
      .execute()
    const shown = mayReveal(actor, 'sealedMatter') ? entries : entries.map(withoutSealed)
    const names = await namesOfObjects(db, shown)
    return { totalCount, rows: shown.map((entry) => shownEntry(entry, names)) }
  })
}

const sealedActions: readonly string[] = ['sealedViewed', 'sealedChanged']

/** That somebody of the circle looked is everybody's to see who keeps the trail; at whom and why is the circle's alone. */
function withoutSealed(entry: AuditRow): AuditRow {
  if (!sealedActions.includes(entry.action)) return entry
  return { ...entry, objectId: null, reason: '', detail: JSON.stringify({ isWithheld: true }) }
}

function entriesWith(db: LedgerReader, filter: AuditFilter) {
  const { staffId, action, objectType, fromOn, toOn, isTroubleOnly } = filter
  return db
    .selectFrom('auditEntry')
    .$if(staffId !== null, (query) => query.where('staffId', '=', staffId))
    .$if(action !== null, (query) => query.where('action', '=', action ?? ''))
    .$if(objectType !== null, (query) => query.where('objectType', '=', objectType ?? ''))
    .$if(fromOn !== null, (query) => query.where('localOn', '>=', fromOn ?? ''))
    .$if(toOn !== null, (query) => query.where('localOn', '<=', toOn ?? ''))
    .$if(isTroubleOnly, (query) => query.where('action', 'in', troubleActions))
}

function shownEntry(entry: AuditRow, names: ReadonlyMap<string, string>): ShownEntry {
  const { seq, at, localOn, staffName, role, action, objectType, objectId, reason } = entry
  return auditRowSchema.parse({
    seq,
    at,
    localOn,
    staffName,
    role,
    action,
    objectType,
    objectId,
    objectName: names.get(nameKey(objectType, objectId)) ?? null,
    fields: JSON.parse(entry.fields) as unknown,
    reason,
    detail: JSON.parse(entry.detail) as unknown,
  })
}

/** Follows the whole chain, and looks for the entry whose head stands on a paper. */
export function checkAuditTrail(ledger: Ledger, printed: PrintedHead | null): Promise<AuditCheck> {
  const rows = ledger.raw.prepare<[], AuditRow>('SELECT * FROM auditEntry ORDER BY seq').iterate()
  const { head, brokenSeq } = checkChain(rows)
  const entryCount = ledger.raw.prepare<[], number>('SELECT count(*) FROM auditEntry').pluck().get() ?? 0
  return Promise.resolve({
    head,
    entryCount,
    brokenSeq,
    printed: printed === null ? null : comparedWith(ledger, printed),
    checkedAt: ledger.clock.nowAt(),
  })
}

/** A tail that was cut off leaves a chain without a fault: only a paper knows that there was more. */
function comparedWith(ledger: Ledger, { seq, hashStart }: PrintedHead): AuditCheck['printed'] {
  const hash = ledger.raw
    .prepare<[number], string>('SELECT hash FROM auditEntry WHERE seq = ?')
    .pluck()
    .get(seq)
  if (hash === undefined) return 'missing'
  return hash.startsWith(hashStart) ? 'same' : 'different'
}

/** The last entry of the chain. */
export async function auditHead(db: LedgerReader): Promise<AuditHead> {
  const last = await db
    .selectFrom('auditEntry')
    .select(['seq', 'hash'])
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst()
  return last ?? chainStart
}

const paperDetail = z.object({ personCount: z.int().default(0), isAsked: z.boolean().default(false) })

/** Shape: the papers and lists of a member of staff since a moment, the latest first. */
export async function papersIssuedBy(db: LedgerReader, staffId: number, since: string) {
  const rows = await db
    .selectFrom('auditEntry')
    .select('detail')
    .where('action', 'in', ['printed', 'savedAsPdf', 'savedAsWorkbook', 'copied'])
    .where('staffId', '=', staffId)
    .where('at', '>=', since)
    .orderBy('seq', 'desc')
    .execute()
  return rows.map(({ detail }) => paperDetail.parse(JSON.parse(detail)))
}

/** How many papers have left in a year. */
export async function papersIssuedIn(db: LedgerReader, year: string): Promise<number> {
  const { count } = await db
    .selectFrom('auditEntry')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    // Lists that leave have no number.
    .where('objectType', '=', 'paper')
    .where('action', 'in', ['printed', 'savedAsPdf', 'savedAsWorkbook'])
    .where('localOn', '>=', `${year}-01-01`)
    .where('localOn', '<=', `${year}-12-31`)
    .executeTakeFirstOrThrow()
  return count
}
