import { FailureError } from '../../domain/failure.ts'
import { mayReveal } from '../../domain/record-access.ts'
import type { Revealed, RevealRequest } from '../../domain/resident-view.ts'
import { actorAt, type Ledger } from '../ledger.ts'
import { viewSealedMatters } from '../sealed-matter/sealed-matter.service.ts'
import { inTransaction } from '../transaction.ts'
import { residentOf } from './resident.queries.ts'

/** The whole of what the window otherwise gets masked; who saw it and why stands in the audit trail. Throws: notAllowed, notFound. */
export async function revealOfResident(
  ledger: Ledger,
  { id, group, reason }: RevealRequest,
): Promise<Revealed> {
  if (group === 'sealedMatter') return { group, matters: await viewSealedMatters(ledger, id, reason) }
  if (!mayReveal(actorAt(ledger), group)) throw new FailureError('notAllowed')
  return inTransaction(ledger, async (trx) => {
    const { idNumber, phones, otherDocuments } = await residentOf(trx, id)
    const numbersOf = (list: readonly { readonly number: string }[]) => list.map(({ number }) => number)
    const value: Revealed =
      group === 'idNumber'
        ? { group, idNumber, otherNumbers: numbersOf(otherDocuments) }
        : { group, numbers: numbersOf(phones) }
    const entry = { action: 'revealed', objectType: 'resident', objectId: id, fields: [group] } as const
    return { value, entries: [{ ...entry, reason: reason.text, detail: { purpose: reason.purpose } }] }
  })
}
