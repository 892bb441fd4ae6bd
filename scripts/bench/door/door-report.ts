/** What one run around one kind of door measured. Unit: milliseconds, bytes. */
export interface DoorReport {
  /** From the start of the worker to its first reply. */
  readonly startMs: number
  readonly openMs: number
  readonly smallMs: readonly number[]
  readonly listMs: readonly number[]
  /** Of all processes; null where the system doesn't tell. */
  readonly memoryBytes: number | null
  /** Handing a roster of 99,990 rows over. */
  readonly stageMs: number
  readonly stageMainStallMs: number
  readonly stageFrameGapMs: number
  readonly writeMs: number
  readonly writeMainStallMs: number
  readonly writeFrameGapMs: number
}

/** What was left after the worker died of a native fault. */
export interface CrashReport {
  /** Whether the question that was under way got an answer. */
  readonly isQuestionAnswered: boolean
  readonly isWindowAlive: boolean
  readonly isLedgerOpenAgain: boolean
}
