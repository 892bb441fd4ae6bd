import type { RecordedCall } from '../claim-history.ts'
import type { CallResult } from '../phone-call.ts'

export const callResultLabels = {
  reached: '通话',
  noAnswer: '没人接',
  wrongNumber: '号码不对',
  refused: '不愿接听',
} as const satisfies Record<CallResult, string>

/** A call in the history of a person. */
export function recordedCallText({ calledOn, caller, result }: RecordedCall): string {
  return `${calledOn} ${caller}：${callResultLabels[result]}`
}
