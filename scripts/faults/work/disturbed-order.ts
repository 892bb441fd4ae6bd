import type { Fault, FaultCounts } from '../shim/fault-control.ts'

/** The works of the office with files of its own. */
export const fileWorks = [
  'backup',
  'restore',
  'keys',
  'place',
  'tries',
  'readKeys',
  'readPlace',
  'stick',
  'export',
] as const
export type FileWork = (typeof fileWorks)[number]

/** A fault somewhere in a work. Shape: `at` is 0 for its first call, just below 1 for its last. */
export interface FaultSomewhere extends Omit<Fault, 'failAt'> {
  readonly at: number
}

/** What the program that works among disturbances is told to do. */
export interface DisturbedOrder {
  /** The folder that is watched. */
  readonly room: string
  readonly control: string
  /** What the folder holds before each try. */
  readonly base: string
  /** A backup of the office that holds less than its ledger. */
  readonly source: string
  readonly key: string
  readonly work: FileWork
  readonly faults: readonly FaultSomewhere[]
}

/** What happened with one fault. */
export interface DisturbedReport extends FaultCounts {
  readonly work: FileWork
  readonly fault: Fault
  readonly code: string
  readonly tookMs: number
  readonly problems: readonly string[]
}
