import { FailureError } from '../../domain/failure.ts'
import { mayReveal, mayWrite } from '../../domain/record-access.ts'
import type { RevealReason } from '../../domain/reveal.ts'
import type { SealedMatter, SealedMatterChange } from '../../domain/sealed-matter.ts'
import { actorAt, type Ledger } from '../ledger.ts'
import { residentOf } from '../resident/resident.queries.ts'
import { inTransaction } from '../transaction.ts'
import { replaceSealedMatters, sealedMattersOf } from './sealed-matter.repository.ts'

/** What only the sealed circle sees of a person; each look leaves an entry. Throws: notAllowed, notFound. */
export async function viewSealedMatters(
  ledger: Ledger,
  id: number,
  { purpose, text }: RevealReason,
): Promise<SealedMatter[]> {
  if (!mayReveal(actorAt(ledger), 'sealedMatter')) throw new FailureError('notAllowed')
  return inTransaction(ledger, async (trx) => {
    await residentOf(trx, id)
    const value = await sealedMattersOf(trx, id)
    const entry = { action: 'sealedViewed', objectType: 'resident', objectId: id } as const
    return { value, entries: [{ ...entry, reason: text, detail: { purpose } }] }
  })
}

/** Writes all of a person's sealed matters. Throws: notAllowed, notFound, invalidInput, staleRecord. */
export async function saveSealedMatters(
  ledger: Ledger,
  { id, before, matters }: SealedMatterChange,
): Promise<SealedMatter[]> {
  if (!mayWrite(actorAt(ledger), 'sealedMatter')) throw new FailureError('notAllowed')
  refuseUnsound(matters)
  return inTransaction(ledger, async (trx) => {
    await residentOf(trx, id)
    const stored = await sealedMattersOf(trx, id)
    if (JSON.stringify(inOrder(before)) !== JSON.stringify(inOrder(stored)))
      throw new FailureError('staleRecord')
    await replaceSealedMatters(trx, id, matters)
    return {
      value: await sealedMattersOf(trx, id),
      entries: [{ action: 'sealedChanged', objectType: 'resident', objectId: id }],
    }
  })
}

function refuseUnsound(matters: readonly SealedMatter[]): void {
  for (const [index, { kind, fromOn, toOn }] of matters.entries()) {
    if (matters.findIndex((one) => one.kind === kind) !== index)
      throw new FailureError('invalidInput', `matters.${index}.kind`)
    if (fromOn !== null && toOn !== null && toOn < fromOn)
      throw new FailureError('invalidInput', `matters.${index}.toOn`)
  }
}

/** The same values in the same order, whatever order they were sent in. */
function inOrder(matters: readonly SealedMatter[]) {
  return matters
    .map(({ kind, fromOn, toOn, note }) => [kind, fromOn, toOn, note] as const)
    .sort(([one], [other]) => (one < other ? -1 : 1))
}
