/** Shape: what of a visit task is decided when two of one round or occasion become one. */
export interface VisitFacts {
  readonly isRemoved: number
  readonly removedReason: string
  readonly outcome: string
  readonly visitedOn: string | null
  readonly visitor: string
  readonly recordedAt: string | null
  readonly note: string
}

/** Unit: characters; what the form takes. */
const longestNote = 500

/** One task of two for the same person and occasion: nobody who was visited is asked about again. */
export function mergedVisit(kept: VisitFacts, merged: VisitFacts): VisitFacts {
  const isMergedBetter =
    (kept.outcome === 'pending' && merged.outcome !== 'pending') ||
    (kept.outcome !== 'done' && merged.outcome === 'done')
  const { outcome, visitedOn, visitor, recordedAt } = isMergedBetter ? merged : kept
  const isOn = kept.isRemoved === 0 || merged.isRemoved === 0
  return {
    outcome,
    visitedOn,
    visitor,
    recordedAt,
    note: joinedText(kept.note, merged.note, ' ', longestNote),
    isRemoved: isOn ? 0 : 1,
    removedReason: isOn ? '' : kept.removedReason,
  }
}

/** Both texts, the second after the first; the first alone where the second says nothing new or there is no room. */
export function joinedText(first: string, second: string, between: string, longest: number): string {
  if (second === '' || first.includes(second)) return first
  if (first === '' || second.includes(first)) return second
  const both = first + between + second
  return both.length > longest ? first : both
}
