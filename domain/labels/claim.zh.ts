import type { RecordedClaim } from '../claim-history.ts'
import type { ClaimantKind, ClaimEndReason } from '../claim.ts'

export const claimantKindLabels = {
  partyMember: '党员',
  activist: '入党积极分子',
  volunteer: '志愿者',
  worker: '工作人员',
  other: '其他',
} as const satisfies Record<ClaimantKind, string>

export const claimEndReasonLabels = {
  claimantIll: '认领人生病',
  claimantLeft: '认领人离开',
  rearranged: '工作调整',
  elderDeclined: '老人不需要了',
  elderDied: '老人去世',
  elderMovedOut: '老人迁出',
  mistake: '登记错误',
  merged: '两条记录合并',
  other: '其他原因',
} as const satisfies Record<ClaimEndReason, string>

/** What lines of a person's history are about. */
export const careHistoryLabels = { claim: '认领', phoneCall: '电话问候' } as const

export const claimLabels = {
  /** In place of the name of somebody whose record is gone. */
  forgotten: '（资料已移除）',
} as const

/** Shape: names by id. */
export interface ClaimNames {
  readonly posts: ReadonlyMap<number, string>
  readonly claimants: ReadonlyMap<number, string>
}

export const noClaimNames: ClaimNames = { posts: new Map(), claimants: new Map() }

/** A claim in the history of a person. */
export function recordedClaimText(claim: RecordedClaim, { posts, claimants }: ClaimNames): string {
  const { claimPostId, claimantId, mentorId, fromOn, toOn, endReason } = claim
  const nameOf = (id: number) => claimants.get(id) || claimLabels.forgotten
  const mentor = mentorId === null ? '' : `，带教人 ${nameOf(mentorId)}`
  const end = toOn === null ? '起' : `至 ${toOn}`
  const reason = endReason === null ? '' : `（${claimEndReasonLabels[endReason]}）`
  return `${posts.get(claimPostId) ?? ''}：${nameOf(claimantId)}${mentor}，${fromOn} ${end}${reason}`
}
