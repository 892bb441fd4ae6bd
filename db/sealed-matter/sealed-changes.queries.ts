import { maySeeMatter } from '../../domain/sealed-access.ts'
import { fieldsOfKind, sealableFields } from '../../domain/sealed-content.ts'
import type { Actor } from '../../domain/staff.ts'
import type { LedgerReader } from '../ledger.ts'
import type { LedgerTransaction } from '../transaction.ts'
import { isSealedDigest } from './sealed-digest.ts'
import { sealedPlacesOf } from './sealed-places.queries.ts'
import { changeTells } from './sealed-traces.ts'

/** Every change of a sealed matter itself is named so in the history. */
export const sealedChangePattern = 'sealed:%'

/** No account has it. */
const nobody = 0

/** Shape: the changes of these records that tell of what is sealed. */
interface SealedChanges {
  /** Those of which somebody is not even told that there is one. */
  readonly hidden: readonly number[]
  /** Those of which somebody is told no more than that they are sealed. */
  readonly masked: ReadonlySet<number>
}

/**
 * Which changes in a history tell of what is sealed, for one member of staff. While something is sealed its history is
 * there for those alone who answer for it; afterwards what was made a digest stays one.
 */
export async function sealedChangesOf(
  db: LedgerReader | LedgerTransaction,
  actor: Actor,
  residentIds: readonly number[],
): Promise<SealedChanges> {
  const all = [...(await sealedPlacesOf(db, residentIds)).values()].flat()
  const changes = await db
    .selectFrom('recordChange')
    .select(['id', 'field', 'before', 'after'])
    .where('residentId', 'in', residentIds)
    .where('field', 'in', sealableFields)
    .execute()
  const hidden: number[] = []
  const masked = new Set<number>()
  for (const { id, ...change } of changes) {
    const isDigest = isSealedDigest(change.before) || isSealedDigest(change.after)
    const told = all.filter(({ kind }) =>
      isDigest ? fieldsOfKind(kind).includes(change.field) : changeTells(kind, change),
    )
    if (told.some(({ staffId }) => !maySeeMatter(actor, staffId))) hidden.push(id)
    else if (isDigest || told.length > 0) masked.add(id)
  }
  return { hidden: [...hidden, ...(await hiddenEventChanges(db, actor, residentIds))], masked }
}

/** Of a sealed event everybody else is not even told that there is one; of one that was taken back the director is left. */
async function hiddenEventChanges(
  db: LedgerReader | LedgerTransaction,
  actor: Actor,
  residentIds: readonly number[],
): Promise<number[]> {
  const changes = await db
    .selectFrom('recordChange')
    .select(['id', 'field', 'before', 'after'])
    .where('residentId', 'in', residentIds)
    .where('field', 'like', 'careEvent:%')
    .execute()
  const sealed = changes.filter(({ before, after }) => isSealedDigest(before) || isSealedDigest(after))
  if (sealed.length === 0) return []
  const eventOf = (field: string) => Number(field.slice('careEvent:'.length))
  const events = await db
    .selectFrom('careEvent')
    .select(['id', 'staffId'])
    .where(
      'id',
      'in',
      sealed.map(({ field }) => eventOf(field)),
    )
    .execute()
  const workers = new Map(events.map(({ id, staffId }) => [id, staffId]))
  return sealed.flatMap(({ id, field }) =>
    maySeeMatter(actor, workers.get(eventOf(field)) ?? nobody) ? [] : [id],
  )
}
