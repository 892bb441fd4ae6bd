import { FailureError } from '../../domain/failure.ts'
import { maySeeMatter } from '../../domain/sealed-access.ts'
import { fieldsAtSealed, type SealableField, type SealedContent } from '../../domain/sealed-content.ts'
import type { Actor } from '../../domain/staff.ts'
import type { LedgerTransaction } from '../transaction.ts'
import { sealedPlacesOf, type SealedPlace } from './sealed-places.queries.ts'

/** What keeps something from being written: that it is sealed, or, for those who may not know, that it is another post's. */
export type SealedRefusal = 'sealed' | 'ofOthers'

/** Shape: the fields in which a draft has what is sealed of the person, and what this member of staff is told of it. */
export function sealedRefusals(
  actor: Actor,
  places: readonly SealedPlace[],
  draft: SealedContent,
): { readonly field: SealableField; readonly refusal: SealedRefusal }[] {
  const all = places.map(({ kind }) => kind)
  const hidden = places.filter(({ staffId }) => !maySeeMatter(actor, staffId)).map(({ kind }) => kind)
  const foreign = fieldsAtSealed(draft, hidden)
  return fieldsAtSealed(draft, all).map((field) => ({
    field,
    refusal: foreign.includes(field) ? 'ofOthers' : 'sealed',
  }))
}

/** Throws: fieldSealed, or notAllowed for those who may not know, naming the field. */
export async function refuseSealed(
  trx: LedgerTransaction,
  actor: Actor,
  residentId: number,
  draft: SealedContent,
): Promise<void> {
  const places = (await sealedPlacesOf(trx, [residentId])).get(residentId) ?? []
  const [first] = sealedRefusals(actor, places, draft)
  if (first !== undefined)
    throw new FailureError(first.refusal === 'sealed' ? 'fieldSealed' : 'notAllowed', first.field)
}
