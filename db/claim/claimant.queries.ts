import { compareNatural } from '../../domain/address.ts'
import {
  claimantSchema,
  type Claimant,
  type ClaimantKind,
  type ClaimantState,
  claimantKinds,
} from '../../domain/claim.ts'
import { maskPhone } from '../../domain/mask.ts'
import { mayRead, mayReveal } from '../../domain/record-access.ts'
import { actorAt, type Ledger, type LedgerReader } from '../ledger.ts'
import { inOneMoment, type LedgerTransaction } from '../transaction.ts'

/** What a claim needs to know of somebody who claims. */
export interface ClaimantFacts {
  readonly id: number
  /** Empty for somebody whose record is gone for good, or in the recycle bin. */
  readonly name: string
  readonly kind: ClaimantKind
  readonly isMentorAble: boolean
  readonly state: ClaimantState
}

/** Everybody who claims or ever claimed, by id. */
export async function claimantFacts(
  db: LedgerReader | LedgerTransaction,
): Promise<ReadonlyMap<number, ClaimantFacts>> {
  const rows = await claimantRows(db)
  return new Map(
    rows.map((row) => [
      row.id,
      {
        id: row.id,
        name: nameOf(row),
        kind: claimantKinds.find((kind) => kind === row.kind) ?? 'other',
        isMentorAble: row.isMentorAble === 1,
        state: stateOf(row),
      },
    ]),
  )
}

/** Everybody who claims or ever claimed, by name; those who have left come last. */
export async function listClaimants(ledger: Ledger): Promise<Claimant[]> {
  const actor = actorAt(ledger)
  const on = ledger.clock.todayOn()
  return inOneMoment(ledger, async (db) => {
    const counts = await db
      .selectFrom('claim')
      .innerJoin('resident', 'resident.id', 'claim.residentId')
      .select(['claimantId', ({ fn }) => fn.countAll<number>().as('elderCount')])
      .where('fromOn', '<=', on)
      .where((eb) => eb.or([eb('toOn', 'is', null), eb('toOn', '>=', on)]))
      .where('removedAt', 'is', null)
      .where('presence', '=', 'here')
      .groupBy('claimantId')
      .execute()
    const countOf = new Map(counts.map(({ claimantId, elderCount }) => [claimantId, elderCount]))
    const rows = await claimantRows(db)
    const phones = await residentPhones(
      db,
      rows.flatMap(({ residentId }) => residentId ?? []),
    )
    const phoneOf = ({ residentId, phone }: ClaimantRow) => {
      if (residentId !== null) return maskPhone(phones.get(residentId) ?? '')
      return mayReveal(actor, 'phones') ? phone : maskPhone(phone)
    }
    const claimants = rows.map((row) =>
      claimantSchema.parse({
        id: row.id,
        revision: row.revision,
        name: nameOf(row),
        residentId: row.residentId,
        staffId: row.staffId,
        kind: row.kind,
        phone: phoneOf(row),
        isMentorAble: row.isMentorAble === 1,
        note: mayRead(actor, 'notes') ? row.note : '',
        isClosed: row.isClosed === 1,
        state: stateOf(row),
        elderCount: countOf.get(row.id) ?? 0,
      }),
    )
    return claimants.sort(
      (one, other) =>
        Number(one.isClosed) - Number(other.isClosed) ||
        compareNatural(one.name, other.name) ||
        one.id - other.id,
    )
  })
}

/** Those with an account that is not closed. */
export async function staffToClaim(ledger: Pick<Ledger, 'db'>): Promise<{ id: number; name: string }[]> {
  return ledger.db
    .selectFrom('staff')
    .select(['id', 'name'])
    .where('closedAt', 'is', null)
    .orderBy('id')
    .execute()
}

async function claimantRows(db: LedgerReader | LedgerTransaction) {
  return db
    .selectFrom('claimant')
    .leftJoin('resident', 'resident.id', 'claimant.residentId')
    .leftJoin('staff', 'staff.id', 'claimant.staffId')
    .selectAll('claimant')
    .select([
      'resident.name as residentName',
      'resident.presence',
      'resident.removedAt',
      'staff.name as staffName',
      'staff.closedAt',
    ])
    .orderBy('claimant.id')
    .execute()
}

type ClaimantRow = Awaited<ReturnType<typeof claimantRows>>[number]

function nameOf({ name, residentName, removedAt, staffName }: ClaimantRow): string {
  if (removedAt !== null) return ''
  return residentName ?? staffName ?? name
}

function stateOf({
  name,
  isClosed,
  residentId,
  staffId,
  presence,
  removedAt,
  closedAt,
}: ClaimantRow): ClaimantState {
  const isForgotten = name === '' && residentId === null && staffId === null
  if (isForgotten || removedAt !== null) return 'removed'
  if (presence === 'deceased' || presence === 'deathReported' || presence === 'movedOut') return presence
  if (closedAt !== null) return 'accountClosed'
  return isClosed === 1 ? 'closed' : null
}

async function residentPhones(
  db: LedgerReader,
  residentIds: readonly number[],
): Promise<ReadonlyMap<number, string>> {
  if (residentIds.length === 0) return new Map()
  const rows = await db
    .selectFrom('residentPhone')
    .select(['residentId', 'number'])
    .where('residentId', 'in', residentIds)
    .where('position', '=', 0)
    .execute()
  return new Map(rows.map(({ residentId, number }) => [residentId, number]))
}
