import type { DistinctPairDraft, DuplicateComparison, DuplicatePair } from '../../domain/duplicate.ts'
import { comparedPerson } from '../../domain/duplicate/person-facts.ts'
import { suspicionOf } from '../../domain/duplicate/suspicion.ts'
import type { AuditEntryDraft } from '../../domain/audit.ts'
import { FailureError } from '../../domain/failure.ts'
import type { LedgerKey } from '../key/ledger-key.ts'
import { actorAt, type Ledger } from '../ledger.ts'
import { getResidentView } from '../resident/resident-view.queries.ts'
import { inOneMoment, inTransaction } from '../transaction.ts'
import { attachedTo } from './attached.queries.ts'
import { deleteDistinctPair, distinctPairOf, inOrder, putDistinctPair } from './distinct-pair.repository.ts'
import { factsOf } from './person-facts.queries.ts'
import { evidenceDigest, forgetPairs } from './scan-duplicates.service.ts'

/** Two records side by side. That there are sealed matters is told to their circle alone, and stands in the audit trail. Throws: notFound. */
export async function compareDuplicates(
  ledger: Ledger,
  pair: DuplicatePair,
  { key }: { readonly key: LedgerKey },
): Promise<DuplicateComparison> {
  const comparison = await comparisonOf(ledger, pair, key)
  const looks = [comparison.first, comparison.second].flatMap(({ resident, attached }): AuditEntryDraft[] =>
    (attached.sealedCount ?? 0) === 0
      ? []
      : [
          {
            action: 'sealedViewed',
            objectType: 'resident',
            objectId: resident.id,
            detail: { purpose: 'correction' },
          },
        ],
  )
  const [look, ...more] = looks
  if (look !== undefined) await inTransaction(ledger, async () => ({ value: null, entries: [look, ...more] }))
  return comparison
}

/** Keeps that two records are of two people, and why. Throws: notFound, reasonRequired. */
export async function keepApart(
  ledger: Ledger,
  { firstId, secondId, reason }: DistinctPairDraft,
): Promise<Record<string, never>> {
  if (reason.trim() === '') throw new FailureError('reasonRequired', 'reason')
  const pair = { firstId, secondId }
  await inTransaction(ledger, async (trx) => {
    const [first, second] = factsOf(ledger.raw, [firstId, secondId])
    if (first === undefined || second === undefined) throw new FailureError('notFound')
    await putDistinctPair(trx, {
      ...inOrder(pair),
      reason,
      evidence: evidenceDigest(first, second),
      decidedAt: ledger.clock.nowAt(),
      staffId: actorAt(ledger).staffId,
    })
    return { value: null, entries: [entryOf('keptApart', pair, reason)] }
  })
  await forgetPairs(ledger, (one) => isSamePair(one, pair))
  return {}
}

/** Lets the pair be offered again. Throws: notFound. */
export async function offerAgain(ledger: Ledger, pair: DuplicatePair): Promise<Record<string, never>> {
  await inTransaction(ledger, async (trx) => {
    if (!(await deleteDistinctPair(trx, pair))) throw new FailureError('notFound')
    return { value: null, entries: [entryOf('offeredAgain', pair)] }
  })
  return {}
}

async function comparisonOf(
  ledger: Ledger,
  pair: DuplicatePair,
  key: LedgerKey,
): Promise<DuplicateComparison> {
  const [first, second] = [
    await getResidentView(ledger, pair.firstId, key),
    await getResidentView(ledger, pair.secondId, key),
  ]
  return inOneMoment(ledger, async (db) => {
    const facts = new Map(factsOf(ledger.raw, [pair.firstId, pair.secondId]).map((one) => [one.id, one]))
    const [one, other] = [facts.get(pair.firstId), facts.get(pair.secondId)]
    if (one === undefined || other === undefined) throw new FailureError('notFound')
    const actor = actorAt(ledger)
    const known = await distinctPairOf(db, pair)
    const isKnown = known !== undefined && known.evidence === evidenceDigest(one, other)
    return {
      first: { resident: first, attached: await attachedTo(db, actor, first.id) },
      second: { resident: second, attached: await attachedTo(db, actor, second.id) },
      suspicion: suspicionOf(comparedPerson(one), comparedPerson(other)),
      distinct: isKnown
        ? { reason: known.reason, decidedAt: known.decidedAt, staffName: known.staffName }
        : null,
    }
  })
}

function isSamePair(one: DuplicatePair, other: DuplicatePair): boolean {
  const [left, right] = [inOrder(one), inOrder(other)]
  return left.firstResidentId === right.firstResidentId && left.secondResidentId === right.secondResidentId
}

function entryOf(
  action: 'keptApart' | 'offeredAgain',
  { firstId, secondId }: DuplicatePair,
  reason = '',
): AuditEntryDraft {
  return { action, objectType: 'resident', objectId: firstId, reason, detail: { otherId: secondId } }
}
