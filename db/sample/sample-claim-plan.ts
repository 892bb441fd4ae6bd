import { addDays, type CalendarDate } from '../../domain/calendar-date.ts'
import type { ClaimantDraft, ClaimPostDraft } from '../../domain/claim.ts'
import type { CallResult } from '../../domain/phone-call.ts'
import {
  sampleClaimants,
  sampleFollowUps,
  sampleCallNotes,
  samplePosts,
} from '../../domain/labels/sample-care.zh.ts'
import type { RandomNumbers } from './random-numbers.ts'

/** Unit: elders of one claimant. */
const eldersPerClaimant = 6
/** Unit: weeks of calls up to today. */
const calledWeeks = 6

type Outside = Pick<ClaimantDraft, 'name' | 'kind' | 'isMentorAble'>

interface PlannedCall {
  readonly calledOn: CalendarDate
  readonly result: CallResult
  readonly note: string
  readonly followUp: string
}

/** Shape: one elder with who has claimed the person since when, and the calls so far. */
export interface PlannedClaim {
  /** By place in the plan. */
  readonly post: number
  readonly claimant: number
  readonly mentor: number | null
  readonly fromOn: CalendarDate
  readonly calls: readonly PlannedCall[]
}

export const plannedPosts: readonly ClaimPostDraft[] = samplePosts.map((name, index) => ({
  name,
  quota: index === 0 ? 20 : 12,
  callEveryDays: index === 2 ? 14 : 7,
  note: '',
  isClosed: false,
}))

export const plannedClaimants: readonly Outside[] = sampleClaimants

/** Unit: elders the plan has room for. */
export const plannedElderCount = plannedClaimants.length * eldersPerClaimant

/** Who claims the elders one after the other, and how the calls went; the last ones of each have waited for too long. */
export function planClaims(random: RandomNumbers, elderCount: number, todayOn: CalendarDate): PlannedClaim[] {
  return Array.from({ length: Math.min(elderCount, plannedElderCount) }, (_, index) => {
    const claimant = Math.floor(index / eldersPerClaimant)
    const mentorOf = plannedClaimants[claimant]?.kind === 'activist' ? 0 : null
    const isLate = index % eldersPerClaimant === eldersPerClaimant - 1
    return {
      post: claimant % plannedPosts.length,
      claimant,
      mentor: mentorOf,
      fromOn: addDays(todayOn, -random.integer(60, 300)),
      calls: planCalls(random, addDays(todayOn, isLate ? -random.integer(18, 30) : -random.integer(0, 5))),
    }
  })
}

function planCalls(random: RandomNumbers, lastOn: CalendarDate): PlannedCall[] {
  return Array.from({ length: calledWeeks }, (_, week) => {
    const result: CallResult =
      week > 0 && random.chance(0.15) ? random.pick(['noAnswer', 'refused'] as const) : 'reached'
    const isToDo = week < 2 && result === 'reached' && random.chance(0.12)
    return {
      calledOn: addDays(lastOn, -7 * week),
      result,
      note: result === 'reached' ? random.pick(sampleCallNotes) : '',
      followUp: isToDo ? random.pick(sampleFollowUps) : '',
    }
  }).reverse()
}
