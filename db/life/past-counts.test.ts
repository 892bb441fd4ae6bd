import fc from 'fast-check'
import { expect, it } from 'vitest'
import { addDays, asCalendarDate } from '../../domain/calendar-date.ts'
import type { LifeEventKind } from '../../domain/life-event.ts'
import { aResidentDraft, fixedClock } from '../../domain/testing/builders.ts'
import { mergeResidents } from '../duplicate/merge-residents.service.ts'
import { undoMerge } from '../duplicate/undo-merge.service.ts'
import { closeLedger, type Ledger } from '../ledger.ts'
import { removeResident, restoreResident } from '../resident/recycle-bin.service.ts'
import { getResident } from '../resident/resident.queries.ts'
import { saveResident } from '../resident/resident.service.ts'
import { openTestLedger } from '../testing/ledger-fixture.ts'
import { presentOn } from '../testing/present-on.ts'
import { testKey } from '../testing/test-key.ts'
import { recordLifeEvent, withdrawLifeEvent } from './life-event.service.ts'

const context = { key: testKey }
const firstDay = asCalendarDate('2024-01-01')
const days = Array.from({ length: 60 }, (_, index) => addDays(firstDay, index))
const peopleCount = 6

type Step =
  | { readonly do: 'event'; readonly who: number; readonly kind: LifeEventKind; readonly day: number }
  | { readonly do: 'withdraw' | 'remove' | 'restore' | 'unmerge'; readonly who: number }
  | { readonly do: 'merge'; readonly who: number; readonly other: number }

const someone = fc.nat({ max: peopleCount - 1 })
const aStep: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 12,
    arbitrary: fc.record({
      do: fc.constant('event' as const),
      who: someone,
      kind: fc.constantFrom('movedIn', 'movedOut', 'movedBack', 'deathReported', 'deathConfirmed'),
      day: fc.nat({ max: days.length - 1 }),
    }),
  },
  {
    weight: 6,
    arbitrary: fc.record({
      do: fc.constantFrom('withdraw' as const, 'remove' as const, 'restore' as const),
      who: someone,
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('merge' as const), who: someone, other: someone }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('unmerge' as const), who: someone }) },
)

/** The ledger's own answer to a step; whether it took it. */
async function take(
  ledger: Ledger,
  ids: readonly number[],
  mergeIds: number[],
  step: Step,
): Promise<boolean> {
  const id = ids[step.who] ?? 0
  const revisionOf = async (one: number) =>
    (await getResident(ledger, one).catch(() => undefined))?.revision ?? -1
  const accepted = (work: Promise<unknown>) =>
    work.then(
      () => true,
      () => false,
    )
  switch (step.do) {
    case 'event': {
      const event = { kind: step.kind, happenedOn: addDays(firstDay, step.day), place: '', note: '' }
      const draft = {
        residentId: id,
        revision: await revisionOf(id),
        newHeadId: null,
        isSpouseWidowed: false,
      }
      return accepted(recordLifeEvent(ledger, { ...draft, ...event }, context))
    }
    case 'withdraw':
      return accepted(withdrawLifeEvent(ledger, { id }, context))
    case 'remove':
      return accepted(removeResident(ledger, { id, revision: await revisionOf(id), reason: '登记错了' }))
    case 'restore':
      return accepted(restoreResident(ledger, { id }, context))
    case 'merge': {
      const mergedId = ids[step.other] ?? 0
      if (id === mergedId) return false
      const [keptRevision, mergedRevision] = [await revisionOf(id), await revisionOf(mergedId)]
      const request = { keptId: id, mergedId, keptRevision, mergedRevision, choices: {} }
      return accepted(mergeResidents(ledger, request).then(({ mergeId }) => mergeIds.push(mergeId)))
    }
    case 'unmerge': {
      const mergeId = mergeIds.at(-1)
      if (mergeId === undefined || !(await accepted(undoMerge(ledger, mergeId)))) return false
      mergeIds.pop()
      return true
    }
  }
}

interface Happening {
  readonly kind: LifeEventKind
  readonly day: number
  /** Who it is told of by now. */
  who: number
}

/** The model: what happened to whom, in the order in which it was told. */
interface Model {
  readonly happenings: Happening[]
  readonly isHidden: boolean[]
  readonly merges: { readonly kept: number; readonly merged: number; readonly moved: readonly Happening[] }[]
}

function follow({ happenings, isHidden, merges }: Model, step: Step): void {
  const about = (who: number) => happenings.filter((one) => one.who === who)
  switch (step.do) {
    case 'event':
      happenings.push({ kind: step.kind, day: step.day, who: step.who })
      break
    case 'withdraw': {
      const lastDay = Math.max(...about(step.who).map(({ day }) => day))
      const last = about(step.who).findLast(({ day }) => day === lastDay)
      if (last !== undefined) happenings.splice(happenings.indexOf(last), 1)
      break
    }
    case 'remove':
    case 'restore':
      isHidden[step.who] = step.do === 'remove'
      break
    case 'merge': {
      const moved = about(step.other)
      for (const one of moved) one.who = step.who
      isHidden[step.other] = true
      merges.push({ kept: step.who, merged: step.other, moved })
      break
    }
    case 'unmerge': {
      const undone = merges.pop()
      if (undone === undefined) break
      for (const one of undone.moved) one.who = undone.merged
      isHidden[undone.merged] = false
    }
  }
}

/** Who is there on a day, asked of the model without walking through a life: by the last thing that had happened. */
function isThere({ happenings, isHidden }: Model, who: number, day: number): boolean {
  if (isHidden[who]) return false
  const told = happenings.filter((one) => one.who === who && one.kind !== 'deathReported')
  if (told.some((one) => one.kind === 'deathConfirmed' && one.day <= day)) return false
  const past = told.filter((one) => one.day <= day)
  const lastDay = Math.max(...past.map((one) => one.day))
  const last = past.findLast((one) => one.day === lastDay)
  if (last !== undefined) return last.kind !== 'movedOut'
  const earliest = Math.min(...happenings.filter((one) => one.who === who).map((one) => one.day))
  return happenings.find((one) => one.who === who && one.day === earliest)?.kind !== 'movedIn'
}

it('counts on every day as a model does, through 1,000 random events, withdrawals, removals, merges and unmerges', async () => {
  const acceptedCount = { event: 0, withdraw: 0, remove: 0, restore: 0, merge: 0, unmerge: 0 }
  await fc.assert(
    fc.asyncProperty(fc.array(aStep, { minLength: 100, maxLength: 100 }), async (steps) => {
      const ledger = openTestLedger({ clock: fixedClock('2026-11-25') })
      const draft = aResidentDraft({ idDocumentType: 'none', idNumber: '', birthWhen: '1950' })
      const ids: number[] = []
      for (let index = 0; index < peopleCount; index += 1)
        ids.push((await saveResident(ledger, { id: null, revision: null, draft })).id)
      const model: Model = { happenings: [], isHidden: ids.map(() => false), merges: [] }
      const mergeIds: number[] = []
      for (const step of steps) {
        if (!(await take(ledger, ids, mergeIds, step))) continue
        acceptedCount[step.do] += 1
        follow(model, step)
      }
      for (const [index, day] of days.entries())
        expect(await presentOn(ledger, day)).toEqual(ids.filter((_, who) => isThere(model, who, index)))
      for (const [who, id] of ids.entries()) {
        const presence = model.isHidden[who] ? 'removed' : (await getResident(ledger, id)).presence
        // A reported death says nothing of where somebody was before.
        if (presence === 'deathReported') continue
        expect([id, presence === 'here']).toEqual([id, isThere(model, who, days.length - 1)])
      }
      closeLedger(ledger)
    }),
    { numRuns: 45 },
  )
  // Most random steps are refused, because they do not follow from where somebody is.
  expect(Object.values(acceptedCount).reduce((sum, count) => sum + count)).toBeGreaterThan(1000)
  expect(Math.min(...Object.values(acceptedCount))).toBeGreaterThan(10)
}, 120_000)
