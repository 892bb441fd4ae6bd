import { FailureError } from '../../domain/failure.ts'
import { mayReveal, mayWrite } from '../../domain/record-access.ts'
import type { RevealReason } from '../../domain/reveal.ts'
import type {
  SealedListRequest,
  SealedMatter,
  SealedMatterChange,
  SealedPerson,
} from '../../domain/sealed-matter.ts'
import { actorAt, type Ledger } from '../ledger.ts'
import { residentOf } from '../resident/resident.queries.ts'
import { loadResidentRows } from '../resident/resident-row.queries.ts'
import { inTransaction } from '../transaction.ts'
import { allSealedMatters, replaceSealedMatters, sealedMattersOf } from './sealed-matter.repository.ts'

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

/** Unit: people; as many lines of the list as are read at once. */
const mostRows = 1000

/** Whom the sealed circle has to do with; each look leaves an entry with how many they were. Throws: notAllowed. */
export async function listSealedPeople(
  ledger: Ledger,
  { reason: { purpose, text } }: SealedListRequest,
): Promise<SealedPerson[]> {
  const actor = actorAt(ledger)
  if (!mayReveal(actor, 'sealedMatter')) throw new FailureError('notAllowed')
  return inTransaction(ledger, async (trx) => {
    const matters = await allSealedMatters(trx)
    const ids = [...matters.keys()]
    const value: SealedPerson[] = []
    for (let start = 0; start < ids.length; start += mostRows) {
      const rows = await loadResidentRows(
        trx,
        actor,
        ids.slice(start, start + mostRows),
        ledger.clock.todayOn(),
      )
      value.push(
        ...rows.map(({ id, name, address }) => ({
          residentId: id,
          name,
          address,
          matters: [...(matters.get(id) ?? [])],
        })),
      )
    }
    const detail = { purpose, personCount: value.length }
    return { value, entries: [{ action: 'sealedViewed', objectType: 'resident', reason: text, detail }] }
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
