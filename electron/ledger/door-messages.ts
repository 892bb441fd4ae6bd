import type { BackupFacts, BackupOverview, BackupSecret } from '../../domain/backup.ts'
import type { Committee, Settings } from '../../domain/committee.ts'
import type { ChannelInput, LedgerChannel, Progress } from '../../domain/contract.ts'
import type { Reply } from '../../domain/failure.ts'
import type { Paper } from '../../domain/paper.ts'
import type { AgreedPaper, PaperManner, PaperWay } from '../../db/paper/issue-paper.service.ts'
import type { Actor, StaffName } from '../../domain/staff.ts'
import type { ListWay } from '../../db/resident-list/issue-list.service.ts'
import type { ResidentList } from '../../domain/resident-list.ts'
import type { ArrivingPart } from './arriving-roster.ts'

type Nothing = Record<string, never>
interface Director {
  readonly name: string
  readonly password: string
}

/** What main asks of the ledger's worker besides the contract's own channels. */
export interface DoorRequests {
  /** What can be said of a ledger before it is unlocked. */
  readonly look: { readonly filePath: string }
  readonly create: {
    readonly filePath: string
    readonly committee: Committee
    readonly isSample: boolean
    readonly director: Director
  }
  readonly protect: { readonly filePath: string; readonly director: Director }
  readonly signIn: { readonly filePath: string; readonly staffId: number; readonly password: string }
  readonly signInWithCode: { readonly filePath: string } & ChannelInput<'staff.signInWithCode'>
  readonly confirmRecoveryCode: ChannelInput<'setup.confirmRecoveryCode'>
  readonly renewRecoveryCode: ChannelInput<'setup.renewRecoveryCode'>
  /** The ledger stays open behind the cover, for the PIN and for what is still being written. */
  readonly lock: Nothing
  readonly unlockWithPin: { readonly pin: string }
  /** Lets go of the ledger and of its key; a patient one lets running work finish first. */
  readonly close: { readonly isPatient?: boolean; readonly backUp?: 'onClose' | 'onLock' }
  /** Lets running work finish and the ledger go, but keeps the key and who is at the desk. */
  readonly pause: Nothing
  /** Takes a paused desk up again. */
  readonly resume: { readonly filePath: string }
  readonly profile: Nothing
  /** Everything about the backups of the open ledger. */
  readonly backups: Nothing
  /** Those beside a ledger that nobody can open. */
  readonly backupsBeside: { readonly ledgerFile: string }
  readonly backUp: Nothing
  /** Writes down that the ledger goes to another PC. */
  readonly retire: Nothing
  readonly recordOnStick: { readonly seq: number }
  /** Copies a backup to the local disk and looks at it as far as that goes without its key. */
  readonly chooseBackup: { readonly source: string; readonly ledgerFile: string; readonly workFile: string }
  readonly openBackup: { readonly handle: string; readonly secret: BackupSecret }
  readonly restoreBackup: { readonly handle: string; readonly isUndo: boolean }
  readonly dropBackup: Nothing
  readonly denied: { readonly channel: string }
  readonly peopleOnPaper: { readonly paper: Paper }
  /** Answers what the paper shows, once it stands in the audit trail that it leaves. */
  readonly issuePaper: {
    readonly paper: Paper
    readonly way: PaperWay
    readonly agreed: AgreedPaper
    readonly manner: PaperManner
  }
  readonly paperFailed: { readonly paper: Paper; readonly serial: string }
  readonly peopleOnList: { readonly list: ResidentList; readonly way: ListWay }
  /** Lets the rows of a list be read, once it stands in the audit trail that it leaves. */
  readonly issueList: { readonly list: ResidentList; readonly way: ListWay; readonly agreed: AgreedPaper }
  readonly listRows: { readonly handle: string; readonly offset: number; readonly limit: number }
  readonly listFailed: { readonly handle: string; readonly personCount: number }
  /** A roster comes in pieces, so that the thread that serves the window never carries all of it at once. */
  readonly stagePart: { readonly handle: string; readonly part: ArrivingPart }
  readonly stageRoster: { readonly handle: string; readonly fileName: string; readonly sha256?: string }
  /** The faults of the staged roster, once it stands in the audit trail that a copy with them leaves. */
  readonly correctedCopy: { readonly handle: string }
  readonly correctedCopyFailed: { readonly handle: string }
  readonly forgetRoster: { readonly handle: string }
  readonly channel: { readonly name: LedgerChannel; readonly input: unknown }
}

/** A backup with its place, which main keeps to itself. */
export interface MadeBackup {
  readonly fileName: string
  readonly filePath: string
  readonly seq: number
  readonly facts: BackupFacts
}

export interface BackupsThere extends Pick<BackupOverview, 'lastUsbOn' | 'reminder' | 'trouble'> {
  readonly backups: readonly MadeBackup[]
  readonly undo: { readonly filePath: string; readonly restoredAt: string } | null
}

/** What the worker knows of a ledger that nobody has unlocked. */
export interface LockedFacts {
  readonly committeeName: string
  readonly isSample: boolean
  readonly staff: readonly StaffName[]
  readonly isKeyFileRepaired: boolean
}

/** What the worker knows of the open ledger. */
export interface LedgerFacts {
  readonly actor: Actor
  readonly hasPin: boolean
  readonly committee: Committee
  readonly settings: Settings
  readonly isSample: boolean
  readonly residentCount: number
  readonly todayOn: string
  /** Present until the recovery code was typed back; its code is null after a restart. */
  readonly pendingRecovery: { readonly code: string | null } | null
}

/** What has changed about an open desk: its settings, or who may do what there; an actor of null has no account any more. */
export interface DeskNews {
  readonly staffId: number
  readonly actor: Actor | null
  readonly hasPin: boolean
  readonly settings: Settings
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
  | { readonly kind: 'desk'; readonly news: DeskNews }

/** An unexpected error without its message, which may hold people's data. */
interface DoorError {
  readonly name: string
  readonly frames: string
}
