import type { Insertable, Selectable } from 'kysely'
import { asCalendarDate, type CalendarDate } from '../../domain/calendar-date.ts'
import { claimEndReasonSchema, type ClaimEndReason } from '../../domain/claim.ts'
import type { ClaimPeriod } from '../../domain/claim-period.ts'
import type { LedgerReader } from '../ledger.ts'
import type { LedgerSchema } from '../schema.ts'
import type { LedgerTransaction } from '../transaction.ts'

export interface StoredClaim extends ClaimPeriod {
  readonly id: number
  readonly claimPostId: number
  readonly residentId: number
  readonly claimantId: number
  readonly mentorId: number | null
  readonly endReason: ClaimEndReason | null
  readonly endNote: string
  readonly note: string
  readonly staffName: string
}

type Asked =
  | { readonly ids: readonly number[] }
  | { readonly residentIds: readonly number[] }
  | { readonly openOfClaimant: number }

/** Claims by their numbers, of these people, or those of somebody that have no end; in the order in which they began. */
export async function findClaims(db: LedgerReader | LedgerTransaction, asked: Asked): Promise<StoredClaim[]> {
  const all = db.selectFrom('claim').selectAll().orderBy('fromOn').orderBy('id')
  const rows =
    'ids' in asked
      ? all.where('id', 'in', asked.ids)
      : 'residentIds' in asked
        ? all.where('residentId', 'in', asked.residentIds)
        : all.where('claimantId', '=', asked.openOfClaimant).where('toOn', 'is', null)
  return (await rows.execute()).map(claimOf)
}

/** Which of these posts or claimants have claims without an end. */
export async function hasOpenClaims(
  trx: LedgerTransaction,
  of: { readonly claimPostId: number } | { readonly claimantId: number },
): Promise<boolean> {
  const open = trx.selectFrom('claim').select('id').where('toOn', 'is', null)
  const found =
    'claimPostId' in of
      ? open.where('claimPostId', '=', of.claimPostId)
      : open.where((eb) => eb.or([eb('claimantId', '=', of.claimantId), eb('mentorId', '=', of.claimantId)]))
  return (await found.executeTakeFirst()) !== undefined
}

export async function insertClaim(
  trx: LedgerTransaction,
  claim: Omit<Insertable<LedgerSchema['claim']>, 'id' | 'toOn' | 'endReason' | 'endNote'>,
): Promise<number> {
  const { id } = await trx
    .insertInto('claim')
    .values({ ...claim, toOn: null, endReason: null, endNote: '' })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

export interface ClaimEnding {
  readonly toOn: CalendarDate | null
  readonly endReason: ClaimEndReason | null
  readonly endNote: string
}

/** Ends a claim, or lets it run again. */
export async function setClaimEnd(trx: LedgerTransaction, id: number, ending: ClaimEnding): Promise<void> {
  await trx.updateTable('claim').set(ending).where('id', '=', id).execute()
}

function claimOf(row: Selectable<LedgerSchema['claim']>): StoredClaim {
  return {
    ...row,
    fromOn: asCalendarDate(row.fromOn),
    toOn: row.toOn === null ? null : asCalendarDate(row.toOn),
    endReason: claimEndReasonSchema.nullable().parse(row.endReason),
  }
}
