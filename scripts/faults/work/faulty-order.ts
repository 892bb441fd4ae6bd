import type { Fault } from '../shim/fault-control.ts'
import { acknowledge } from './acknowledge.ts'
import type { WorkKind } from './office-plan.ts'

/** During what the disk fails. */
export type FaultPhase = 'open' | 'work' | 'close'

/** What the programs that work on a failing disk are told to do. */
export interface FaultyOrder {
  readonly folder: string
  readonly control: string
  readonly baseFile: string
  readonly kind: WorkKind
  readonly seed: number
  readonly stepCount: number
  readonly phase: FaultPhase
  readonly faults: readonly Omit<Fault, 'failAt'>[]
  /** At how many different calls each fault is tried. */
  readonly mostCalls: number
}

/** What happened with one fault. */
export interface FaultyReport {
  readonly fault: Fault
  /** The first failure that the office was told, or `none`. */
  readonly code: string
  readonly seenCount: number
  readonly failedCount: number
  readonly problems: readonly string[]
}

/** Learns how many calls there are, then lets each fault happen at every one of them, or at so many spread over all. */
export async function tryEveryCall(
  { faults, mostCalls }: Pick<FaultyOrder, 'faults' | 'mostCalls'>,
  attempt: (fault: Fault) => Promise<Omit<FaultyReport, 'fault'>>,
): Promise<void> {
  const report = async (fault: Fault) => {
    const result = await attempt(fault)
    acknowledge(JSON.stringify({ fault, ...result }))
    return result
  }
  for (const fault of faults) {
    const { seenCount } = await report({ ...fault, failAt: 0 })
    const count = Math.min(seenCount, mostCalls)
    for (let index = 0; index < count; index += 1) {
      await report({ ...fault, failAt: Math.floor((index * seenCount) / count) + 1 })
    }
  }
}
