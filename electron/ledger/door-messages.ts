import type { Progress } from '../../domain/contract.ts'
import type { Committee, Settings } from '../../domain/committee.ts'
import type { Reply } from '../../domain/failure.ts'
import type { LedgerChannel } from '../../domain/contract.ts'
import type { ArrivingPart } from './arriving-roster.ts'

/** What main asks of the ledger's worker besides the contract's own channels. */
export interface DoorRequests {
  readonly open: { readonly filePath: string }
  readonly create: {
    readonly filePath: string
    readonly committee: Committee
    readonly isSample: boolean
  }
  /** `whenIdle`: lets running operations finish instead of cutting them off. */
  readonly close: { readonly whenIdle?: boolean }
  readonly profile: Record<string, never>
  /** A roster comes in pieces, so that the thread that serves the window never carries all of it at once. */
  readonly stagePart: { readonly handle: string; readonly part: ArrivingPart }
  readonly stageRoster: { readonly handle: string; readonly fileName: string }
  readonly forgetRoster: { readonly handle: string }
  readonly channel: { readonly name: LedgerChannel; readonly input: unknown }
}

/** What the worker knows of the open ledger. */
export interface LedgerFacts {
  readonly committee: Committee
  readonly settings: Settings
  readonly isSample: boolean
  readonly residentCount: number
  readonly todayOn: string
}

export type DoorRequest =
  | {
      [K in keyof DoorRequests]: { readonly id: number; readonly kind: K; readonly input: DoorRequests[K] }
    }[keyof DoorRequests]
  | { readonly kind: 'cancel' }

export type DoorMessage =
  | {
      readonly kind: 'reply'
      readonly id: number
      readonly reply: Reply<unknown>
      readonly unexpected?: DoorError
    }
  | { readonly kind: 'progress'; readonly progress: Progress }

/** An unexpected error without its message, which may hold people's data. */
interface DoorError {
  readonly name: string
  readonly frames: string
}
