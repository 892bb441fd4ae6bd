import type { AuditEntryDraft } from '../../domain/audit.ts'
import type { DrawnKind, DrawnPaper } from '../../domain/drawn-paper.ts'
import type { PaperStamp } from '../../domain/paper-stamp.ts'
import type { Paper } from '../../domain/paper.ts'
import type { Ledger } from '../ledger.ts'

/** Where a paper reads what it shows: inside the transaction that writes down that it leaves. */
export type PaperPlace = Pick<Ledger, 'db' | 'actor' | 'clock'>

/** Shape: one paper as it leaves. */
export interface IssuedContent {
  /** What a hidden window draws once the paper has its stamp. */
  readonly drawn: (stamp: PaperStamp) => DrawnPaper
  /** How many people stand on it; null where it tells of nobody. */
  readonly personCount: number | null
  /** To whom it is told, in the print of what is held on them, that the paper left; what tells of it in another way names nobody. */
  readonly disclosedIds: readonly number[]
  /** What stands in the audit trail beside what stands there of every paper. */
  readonly detail: NonNullable<AuditEntryDraft['detail']>
  /** Further entries, written after the one that the paper leaves. */
  readonly entries: readonly AuditEntryDraft[]
}

/** Shape: what is particular to one kind of paper. */
export interface PaperIssuer<K extends DrawnKind> {
  /** Changes with what the paper shows; stands in the audit trail. */
  readonly template: string
  /** How many people it would show. Throws: notFound. */
  readonly countPeople: (ledger: Ledger, paper: PaperOf<K>) => Promise<number>
  /** Reads what no transaction can read, and answers how the rest is read inside it. Throws: notFound, invalidInput. */
  readonly read: (
    ledger: Ledger,
    paper: PaperOf<K>,
  ) => Promise<(place: PaperPlace, serial: string) => Promise<IssuedContent>>
}

export type PaperOf<K extends DrawnKind> = Extract<Paper, { readonly kind: K }>

/** A paper that tells of nobody. */
export function namelessContent(drawn: IssuedContent['drawn']): IssuedContent {
  return { drawn, personCount: null, disclosedIds: [], detail: {}, entries: [] }
}
