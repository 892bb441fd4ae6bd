import type { DuplicateSuspicion } from '../duplicate.ts'
import { birthAgreement } from './birth-agreement.ts'
import { misreadHashes, misreadPlaces } from './number-agreement.ts'
import { comparedPerson, type ComparedPerson, type PersonFacts } from './person-facts.ts'
import { createSharedKeys, hashOf } from './shared-keys.ts'
import { suspicionOf } from './suspicion.ts'

/** Shape: two records, the lower id first, and what is suspected of them. */
export interface FoundPair {
  readonly firstId: number
  readonly secondId: number
  readonly suspicion: DuplicateSuspicion
}

/** Unit: steps of work done and to do, of about the same length each. */
interface FinderProgress {
  readonly doneCount: number
  readonly totalCount: number
}

interface Found {
  readonly pairs: readonly FoundPair[]
  /** True when there were more pairs than anybody can look through. */
  readonly isCut: boolean
}

/** So that a step stays far below the time for which the worker may be deaf. */
const peoplePerStep = 2000
const looksPerStep = 500
/** Unit: pairs; a ledger that was filled twice has as many as it has people. */
const mostPairs = 120_000
/** Comparing forms, numbers, phones, whole dates and parts of dates. */
const otherPasses = 5
/** A citizen's number without its check character. */
const usualPlaces = 17

/**
 * All pairs of records that may be one person, found by what they have in common and not by trying every pair:
 * the work grows with the people and the pairs. Comes back between steps, for a cancel or for other work.
 */
export function* findDuplicates(facts: readonly PersonFacts[]): Generator<FinderProgress, Found, undefined> {
  const people: ComparedPerson[] = []
  const stepsPerPass = Math.floor(facts.length / peoplePerStep) + 1
  let places = usualPlaces
  let doneCount = 0
  let totalCount = (otherPasses + places) * stepsPerPass
  const step = () => ({ doneCount: Math.min((doneCount += 1), totalCount), totalCount })

  for (let start = 0; start < facts.length; start += peoplePerStep) {
    people.push(...facts.slice(start, start + peoplePerStep).map(comparedPerson))
    yield step()
  }
  const numbers = people.flatMap((person) => person.numbers)
  places = numbers.reduce((most, { text }) => Math.max(most, misreadPlaces(text)), 0)
  totalCount = (otherPasses + places) * stepsPerPass

  const seen = new Set<number>()
  const pairs: FoundPair[] = []
  const keys = createSharedKeys(people.length)
  let lookCount = 0

  /** Looks at every two people who share a key. */
  function* shared(hashesOf: (person: ComparedPerson) => readonly number[]): Generator<FinderProgress, void> {
    keys.clear()
    for (const [index, person] of people.entries()) {
      if (index % peoplePerStep === peoplePerStep - 1) yield step()
      for (const hash of hashesOf(person)) {
        for (const other of keys.add(hash, index)) {
          if (pairs.length >= mostPairs) return
          look(person, people[other])
          lookCount += 1
          if (lookCount % looksPerStep === 0) yield step()
        }
      }
    }
    yield step()
  }

  function look(one: ComparedPerson, other: ComparedPerson | undefined): void {
    if (other === undefined || one.id === other.id) return
    const [first, second] = one.id < other.id ? [one, other] : [other, one]
    const key = first.id * 2 ** 26 + second.id
    if (seen.has(key)) return
    seen.add(key)
    const suspicion = suspicionOf(first, second)
    if (suspicion !== null) pairs.push({ firstId: first.id, secondId: second.id, suspicion })
  }

  yield* shared(({ numbers }) => numbers.map(({ text }) => hashOf(text)))
  yield* shared(({ foldedName, phones }) => phones.map((phone) => hashOf(`${foldedName} ${phone}`)))
  yield* shared(wholeBirthKeys)
  yield* shared(partialBirthKeys(people))
  for (let place = 0; place < places; place += 1)
    yield* shared(({ numbers }) => numbers.flatMap(({ text }) => misreadHashes(text, place)))
  return { pairs, isCut: pairs.length >= mostPairs }
}

function wholeBirthKeys({ foldedName, birthWhen }: ComparedPerson): number[] {
  return birthWhen === null ? [] : [hashOf(`${foldedName} ${birthWhen}`)]
}

/**
 * Somebody of whom only a part of the date is known shares a key with each namesake whose date it may be.
 * Namesakes with whole dates share none among themselves here: there are many of those.
 */
function partialBirthKeys(people: readonly ComparedPerson[]): (person: ComparedPerson) => readonly number[] {
  const parts = new Map<string, Set<string>>()
  for (const { foldedName, birthWhen } of people) {
    if (birthWhen === null || isWhole(birthWhen)) continue
    const known = parts.get(foldedName)
    if (known === undefined) parts.set(foldedName, new Set([birthWhen]))
    else known.add(birthWhen)
  }
  return ({ foldedName, birthWhen }) =>
    [...(parts.get(foldedName) ?? [])]
      .filter((part) => part === birthWhen || birthAgreement(part, birthWhen) !== null)
      .map((part) => hashOf(`${foldedName} ${part}`))
}

function isWhole(birthWhen: string): boolean {
  return birthWhen.length === 10 && !birthWhen.startsWith('X')
}
