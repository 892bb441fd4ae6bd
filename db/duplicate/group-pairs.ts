import { duplicateCertainties } from '../../domain/duplicate.ts'
import type { FoundPair } from '../../domain/duplicate/find-duplicates.ts'

/** Shape: a pair and the group of records it belongs to. */
export interface GroupedPair extends FoundPair {
  readonly groupId: number
  readonly groupSize: number
}

/** The pairs by groups that hang together through people they share, the group with the surest pair first. */
export function groupedPairs(pairs: readonly FoundPair[]): GroupedPair[] {
  const root = rootsOf(pairs)
  const groups = Map.groupBy(pairs, ({ firstId }) => root(firstId))
  const ranked = [...groups].map(([groupId, members]) => ({
    groupId,
    members: members.toSorted((one, other) => rank(one) - rank(other) || byIds(one, other)),
    size: new Set(members.flatMap(({ firstId, secondId }) => [firstId, secondId])).size,
  }))
  return ranked
    .sort((one, other) => bestRank(one.members) - bestRank(other.members) || one.groupId - other.groupId)
    .flatMap(({ groupId, members, size }) =>
      members.map(({ firstId, secondId, suspicion }) => ({
        firstId,
        secondId,
        suspicion,
        groupId,
        groupSize: size,
      })),
    )
}

/** Of each record the lowest id of its group. */
function rootsOf(pairs: readonly FoundPair[]): (id: number) => number {
  const parent = new Map<number, number>()
  const root = (id: number): number => {
    let at = id
    for (let up = parent.get(at); up !== undefined && up !== at; up = parent.get(at)) {
      // Shortens the way for whoever asks next.
      parent.set(at, parent.get(up) ?? up)
      at = up
    }
    return at
  }
  for (const { firstId, secondId } of pairs) {
    const [one, other] = [root(firstId), root(secondId)]
    parent.set(Math.max(one, other), Math.min(one, other))
  }
  return root
}

function bestRank(members: readonly FoundPair[]): number {
  return Math.min(...members.map(rank))
}

function rank({ suspicion }: FoundPair): number {
  return duplicateCertainties.indexOf(suspicion.certainty)
}

function byIds(one: FoundPair, other: FoundPair): number {
  return one.firstId - other.firstId || one.secondId - other.secondId
}
