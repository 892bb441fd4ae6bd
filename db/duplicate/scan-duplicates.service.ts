import { createHash } from 'node:crypto'
import { setImmediate } from 'node:timers/promises'
import type { DuplicateCertainty, DuplicatePair, DuplicateScan } from '../../domain/duplicate.ts'
import { findDuplicates, type FoundPair } from '../../domain/duplicate/find-duplicates.ts'
import { comparedPerson, type PersonFacts } from '../../domain/duplicate/person-facts.ts'
import { evidenceOf } from '../../domain/duplicate/suspicion.ts'
import { FailureError } from '../../domain/failure.ts'
import { auditHead } from '../audit/audit.queries.ts'
import { inSteps } from '../in-steps.ts'
import type { Ledger } from '../ledger.ts'
import type { OperationContext } from '../ledger-operations.ts'
import { inOneMoment } from '../transaction.ts'
import { allDistinctPairs } from './distinct-pair.repository.ts'
import { groupedPairs, type GroupedPair } from './group-pairs.ts'
import { factsAfter } from './person-facts.queries.ts'

interface KnownScan {
  /** The audit trail's end when it was made: every change moves it. */
  seq: number
  readonly residentCount: number
  readonly scannedAt: string
  readonly isCut: boolean
  pairs: readonly GroupedPair[]
}

const peoplePerRead = 2000

/** Per open ledger what the last search found. */
const scans = new WeakMap<Ledger['raw'], KnownScan>()

/** Looks through everybody in steps, unless nothing was written since that was last done. Throws: cancelled. */
export async function scanDuplicates(ledger: Ledger, context: OperationContext): Promise<DuplicateScan> {
  const known = scans.get(ledger.raw)
  if (known !== undefined && known.seq === (await auditHead(ledger.db)).seq) return summary(known)
  const { facts, seq, apart } = await readEverybody(ledger, context)
  const { pairs, isCut } = await inSteps(findDuplicates(facts), context, (progress) =>
    context.reportProgress({ task: 'duplicateScan', ...progress }),
  )
  const scan: KnownScan = {
    seq,
    residentCount: facts.length,
    scannedAt: ledger.clock.nowAt(),
    isCut,
    pairs: groupedPairs(withoutKnown(pairs, facts, apart)),
  }
  scans.set(ledger.raw, scan)
  return summary(scan)
}

/** What the last search found, the surest first, or only the pairs of one certainty. */
export function foundPairs(
  { raw }: Pick<Ledger, 'raw'>,
  certainty: DuplicateCertainty | null,
): readonly GroupedPair[] {
  const pairs = scans.get(raw)?.pairs ?? []
  return certainty === null ? pairs : pairs.filter(({ suspicion }) => suspicion.certainty === certainty)
}

/**
 * Takes the pairs that are dealt with out of what was found, so that the rest need not be searched for again.
 * One entry of the audit trail tells of it; when somebody else wrote as well, the next search is a new one.
 */
export async function forgetPairs(
  ledger: Ledger,
  isDealtWith: (pair: DuplicatePair) => boolean,
): Promise<void> {
  const known = scans.get(ledger.raw)
  if (known === undefined) return
  known.pairs = groupedPairs(known.pairs.filter((pair) => !isDealtWith(pair)))
  const { seq } = await auditHead(ledger.db)
  if (known.seq + 1 === seq) known.seq = seq
}

/** Digest of what speaks for one person, which tells nothing about them. */
export function evidenceDigest(first: PersonFacts, second: PersonFacts): string {
  const evidence = evidenceOf(comparedPerson(first), comparedPerson(second))
  return createHash('sha256').update(evidence).digest('hex').slice(0, 32)
}

async function readEverybody(ledger: Ledger, { isCancelled }: OperationContext) {
  return inOneMoment(ledger, async (db) => {
    const facts: PersonFacts[] = []
    for (;;) {
      const read = factsAfter(ledger.raw, facts.at(-1)?.id ?? 0, peoplePerRead)
      facts.push(...read)
      if (read.length < peoplePerRead) break
      if (isCancelled()) throw new FailureError('cancelled')
      await setImmediate()
    }
    return { facts, seq: (await auditHead(db)).seq, apart: await allDistinctPairs(db) }
  })
}

/** Without the pairs of which somebody said that they are two people, as long as its facts hold. */
function withoutKnown(
  pairs: readonly FoundPair[],
  facts: readonly PersonFacts[],
  apart: Awaited<ReturnType<typeof allDistinctPairs>>,
): FoundPair[] {
  const evidence = new Map(
    apart.map((pair) => [`${pair.firstResidentId} ${pair.secondResidentId}`, pair.evidence]),
  )
  const people = new Map(facts.map((person) => [person.id, person]))
  return pairs.filter(({ firstId, secondId }) => {
    const known = evidence.get(`${firstId} ${secondId}`)
    const [first, second] = [people.get(firstId), people.get(secondId)]
    if (known === undefined || first === undefined || second === undefined) return true
    return known !== evidenceDigest(first, second)
  })
}

function summary({ scannedAt, residentCount, isCut, pairs }: KnownScan): DuplicateScan {
  const counts = { almostSure: 0, likely: 0, possible: 0 }
  for (const { suspicion } of pairs) counts[suspicion.certainty] += 1
  return { scannedAt, residentCount, counts, isCut }
}
