import { FailureError } from '../../domain/failure.ts'
import type { RevealReason } from '../../domain/reveal.ts'
import { mayAskForSealed, maySeeMatter } from '../../domain/sealed-access.ts'
import { contentOf, sealableKinds } from '../../domain/sealed-content.ts'
import type {
  SealedListRequest,
  SealedMatter,
  SealedMatterChange,
  SealedPerson,
} from '../../domain/sealed-matter.ts'
import type { Actor } from '../../domain/staff.ts'
import type { LedgerKey } from '../key/ledger-key.ts'
import { actorAt, type Ledger } from '../ledger.ts'
import { changeBy, recordSealed } from '../resident/record-change.service.ts'
import { residentOf } from '../resident/resident.queries.ts'
import { loadResidentRows } from '../resident/resident-row.queries.ts'
import { inTransaction, type LedgerTransaction } from '../transaction.ts'
import { sealedDigest } from './sealed-digest.ts'
import {
  allSealedMatters,
  deleteSealedMatter,
  putSealedMatter,
  sealedMattersOf,
  workerOfMatters,
} from './sealed-matter.repository.ts'

/** What of a person's matters is theirs to see who asks; each look leaves an entry. Throws: notAllowed, notFound. */
export async function viewSealedMatters(
  ledger: Ledger,
  id: number,
  { purpose, text }: RevealReason,
): Promise<SealedMatter[]> {
  const actor = askingActor(ledger)
  return inTransaction(ledger, async (trx) => {
    await residentOf(trx, id)
    const value = seenBy(actor, await sealedMattersOf(trx, id))
    const entry = { action: 'sealedViewed', objectType: 'resident', objectId: id } as const
    return { value, entries: [{ ...entry, reason: text, detail: { purpose } }] }
  })
}

/** Unit: people; as many lines of the list as are read at once. */
const mostRows = 1000

/** Whom the matters are about that are theirs who asks; each look leaves an entry with how many they were. Throws: notAllowed. */
export async function listSealedPeople(
  ledger: Ledger,
  { reason: { purpose, text } }: SealedListRequest,
): Promise<SealedPerson[]> {
  const actor = askingActor(ledger)
  return inTransaction(ledger, async (trx) => {
    const all = await allSealedMatters(trx)
    const matters = new Map([...all].map(([id, of]) => [id, seenBy(actor, of)]))
    const ids = [...matters].flatMap(([id, of]) => (of.length === 0 ? [] : [id]))
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
          matters: (matters.get(id) ?? []).map(({ note, content, ...matter }) => matter),
        })),
      )
    }
    const detail = { purpose, personCount: value.length }
    return { value, entries: [{ action: 'sealedViewed', objectType: 'resident', reason: text, detail }] }
  })
}

/**
 * Writes all matters of a person that are theirs who writes; others stay, and what is sealed of the record stays sealed.
 * Throws: notAllowed, notFound, invalidInput, staleRecord.
 */
export async function saveSealedMatters(
  ledger: Ledger,
  { id, before, matters }: SealedMatterChange,
  { key }: { readonly key: LedgerKey },
): Promise<SealedMatter[]> {
  const actor = askingActor(ledger)
  refuseUnsound(matters)
  return inTransaction(ledger, async (trx) => {
    await residentOf(trx, id)
    const stored = seenBy(actor, await sealedMattersOf(trx, id))
    if (textOf(before) !== textOf(stored)) throw new FailureError('staleRecord')
    await refuseUnfitWorkers(trx, actor, stored, matters)
    for (const matter of stored) await deleteSealedMatter(trx, id, matter)
    for (const matter of matters) await putSealedMatter(trx, id, matter)
    await recordSealed(trx, id, changesBetween(id, stored, matters, key), changeBy(ledger, 'form'))
    return {
      value: seenBy(actor, await sealedMattersOf(trx, id)),
      entries: [{ action: 'sealedChanged', objectType: 'resident', objectId: id }],
    }
  })
}

/** Those of a person's matters that this member of staff may see. */
export function seenBy(actor: Actor, matters: readonly SealedMatter[]): SealedMatter[] {
  return matters.filter(({ worker }) => maySeeMatter(actor, worker?.staffId ?? null))
}

/** Whoever may ask for sealed matters. Throws: notAllowed. */
export function askingActor(ledger: Ledger): Actor {
  const actor = actorAt(ledger)
  if (!mayAskForSealed(actor)) throw new FailureError('notAllowed')
  return actor
}

function refuseUnsound(matters: readonly SealedMatter[]): void {
  for (const [index, matter] of matters.entries()) {
    if (matters.findIndex((one) => identityOf(one) === identityOf(matter)) !== index)
      throw new FailureError('invalidInput', `matters.${index}.kind`)
    const { fromOn, toOn } = matter
    if (fromOn !== null && toOn !== null && toOn < fromOn)
      throw new FailureError('invalidInput', `matters.${index}.toOn`)
    if (!isContentSound(matter)) throw new FailureError('invalidInput', `matters.${index}.content`)
  }
}

/** Whether a matter keeps what has its place there, and nothing else. */
function isContentSound({ kind, content }: SealedMatter): boolean {
  if (content === null) return true
  const sealable = sealableKinds.find((one) => one === kind)
  const isBackward = [...content.careTags, ...content.benefits].some(
    ({ fromOn, toOn }) => fromOn !== null && toOn !== null && toOn < fromOn,
  )
  const codes = [
    ...content.careTags.map(({ careTag }) => careTag),
    ...content.benefits.map(({ benefit }) => benefit),
  ]
  return (
    sealable !== undefined &&
    !isBackward &&
    // A record has each of them once, and takes back no more.
    new Set(codes).size === codes.length &&
    JSON.stringify(contentOf(sealable, content)) === JSON.stringify(content)
  )
}

/** Nobody gives a matter to somebody who can't answer for it, nor makes it one that they would not see themselves. */
async function refuseUnfitWorkers(
  trx: LedgerTransaction,
  actor: Actor,
  stored: readonly SealedMatter[],
  matters: readonly SealedMatter[],
): Promise<void> {
  const sealed = (of: readonly SealedMatter[]) =>
    of.flatMap(({ kind, content }) => (content === null ? [] : [kind])).sort()
  // Sealing and unsealing are a work of their own.
  if (JSON.stringify(sealed(stored)) !== JSON.stringify(sealed(matters)))
    throw new FailureError('invalidInput', 'matters')
  const there = new Set(stored.map(identityOf))
  for (const [index, matter] of matters.entries())
    if (!there.has(identityOf(matter)))
      await refuseUnfitWorker(trx, actor, matter.worker?.staffId ?? null, `matters.${index}.worker`)
}

/** Throws: notAllowed, invalidInput naming the field. */
export async function refuseUnfitWorker(
  trx: LedgerTransaction,
  actor: Actor,
  staffId: number | null,
  field: string,
): Promise<void> {
  if (!maySeeMatter(actor, staffId)) throw new FailureError('notAllowed', field)
  if (staffId !== null && (await workerOfMatters(trx, staffId)) === undefined)
    throw new FailureError('invalidInput', field)
}

/** What was written about each matter, as digests. */
function changesBetween(
  residentId: number,
  before: readonly SealedMatter[],
  after: readonly SealedMatter[],
  key: LedgerKey,
) {
  const textsOf = (matters: readonly SealedMatter[]) =>
    new Map(matters.map((matter) => [identityOf(matter), { kind: matter.kind, text: textOf([matter]) }]))
  const [old, wanted] = [textsOf(before), textsOf(after)]
  return [...new Set([...old.keys(), ...wanted.keys()])].flatMap((identity) => {
    const [was, is] = [old.get(identity), wanted.get(identity)]
    if (was?.text === is?.text) return []
    const kind = was?.kind ?? is?.kind ?? ''
    const digest = (text = '') => sealedDigest(key, residentId, kind, text)
    return [{ kind, before: digest(was?.text), after: digest(is?.text) }]
  })
}

function identityOf({ kind, worker }: SealedMatter): string {
  return `${kind} ${worker?.staffId ?? ''}`
}

/** The same text for the same matters, whatever order they were sent in. */
function textOf(matters: readonly SealedMatter[]): string {
  const texts = matters.map((matter) => {
    const { fromOn, toOn, note, content } = matter
    return JSON.stringify([identityOf(matter), fromOn, toOn, note, content])
  })
  return JSON.stringify(texts.sort())
}
