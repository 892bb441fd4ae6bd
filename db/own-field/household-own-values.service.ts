import { FailureError } from '../../domain/failure.ts'
import { mayWrite } from '../../domain/record-access.ts'
import { recordKindOfField } from '../../domain/resident-field-access.ts'
import { ownFieldKey } from '../../domain/own-field.ts'
import type { OwnValue } from '../../domain/own-value.ts'
import type { Household } from '../../domain/resident.ts'
import { householdIn } from '../household/household.queries.ts'
import { actorAt, type Ledger } from '../ledger.ts'
import { changeBy, recordOwnChanges, type ChangeBy } from '../resident/record-change.service.ts'
import { inTransaction, type LedgerTransaction } from '../transaction.ts'
import { householdOwnValues, membersOfHouseholds, valuesImported } from './household-own-values.queries.ts'
import {
  deleteHouseholdOwnValue,
  growRevisions,
  putHouseholdOwnValue,
} from './household-own-values.repository.ts'
import { admitOwnValues } from './own-values.service.ts'

/** Throws: notAllowed, notFound, invalidInput, staleRecord when somebody else changed one of them since. */
export async function saveHouseholdOwnValues(
  ledger: Ledger,
  request: {
    readonly householdId: number
    readonly before: readonly OwnValue[]
    readonly ownValues: readonly OwnValue[]
  },
): Promise<Household> {
  const { householdId, before, ownValues } = request
  const actor = actorAt(ledger)
  if (!mayWrite(actor, recordKindOfField.ownValues)) throw new FailureError('notAllowed', 'ownValues')
  const by = changeBy(ledger, 'household')
  return inTransaction(ledger, async (trx) => {
    const household = { todayOn: ledger.clock.todayOn(), actor }
    await householdIn(trx, householdId, household)
    const stored = (await householdOwnValues(trx, [householdId])).get(householdId) ?? []
    if (comparable(stored) !== comparable(before)) throw new FailureError('staleRecord')
    await changeByHand(trx, householdId, { before: stored, after: ownValues }, by)
    return {
      value: await householdIn(trx, householdId, household),
      entries: [{ action: 'changed', objectType: 'household', objectId: householdId, fields: ['ownValues'] }],
    }
  })
}

interface Values {
  readonly before: readonly OwnValue[]
  readonly after: readonly OwnValue[]
}

/** Whoever has one of these people open is told, and an import that added them is not undone over what was written since. */
async function changeByHand(
  trx: LedgerTransaction,
  householdId: number,
  values: Values,
  by: ChangeBy,
): Promise<void> {
  const changed = await changeHouseholdOwnValues(trx, householdId, values, by)
  await growRevisions(trx, changed, by.at)
}

/**
 * Writes what a household has in own fields; every change stands in the history of everybody who lives there, but for
 * those whose home says nothing new to them.
 * Shape: the ids of those. Throws: invalidInput.
 */
export async function changeHouseholdOwnValues(
  trx: LedgerTransaction,
  householdId: number,
  { before, after }: Values,
  by: ChangeBy,
  exceptIds: readonly number[] = [],
): Promise<number[]> {
  await admitOwnValues(trx, 'household', after)
  const given = new Set(after.map(({ ownFieldId }) => ownFieldId))
  for (const { ownFieldId } of before)
    if (!given.has(ownFieldId)) await deleteHouseholdOwnValue(trx, { householdId, ownFieldId })
  for (const value of after) await putHouseholdOwnValue(trx, { householdId, ...value })
  const members = await membersOfHouseholds(trx, [householdId])
  return recordOwnChanges(
    trx,
    members.filter(({ id }) => !exceptIds.includes(id)).map(({ id }) => ({ id, before, after })),
    by,
  )
}

/** Shape: who left which home for which other one. */
export interface Departure {
  readonly residentId: number
  readonly from: number
  readonly to: number
}

/**
 * Before homes that nobody lives in any more end: what they had in own fields goes along with whoever left last, where
 * the other home says nothing yet; what that one says otherwise stands in the history of those who came.
 */
export async function handDownOwnValues(
  trx: LedgerTransaction,
  departures: readonly Departure[],
  by: ChangeBy,
): Promise<void> {
  const leaving = Map.groupBy(
    departures.filter(({ from, to }) => from !== to),
    ({ from }) => from,
  )
  if (leaving.size === 0) return
  const values = await householdOwnValues(trx, [...leaving.keys()])
  if (values.size === 0) return
  const inhabited = new Set((await membersOfHouseholds(trx, [...values.keys()], true)).map(homeOf))
  for (const [from, left] of values) {
    const movers = leaving.get(from) ?? []
    const to = movers.at(-1)?.to
    if (to === undefined || inhabited.has(from)) continue
    const there = (await householdOwnValues(trx, [to])).get(to) ?? []
    const known = new Set(there.map(({ ownFieldId }) => ownFieldId))
    const after = [...there, ...left.filter(({ ownFieldId }) => !known.has(ownFieldId))]
    const moverIds = movers.map(({ residentId }) => residentId)
    await changeHouseholdOwnValues(trx, to, { before: there, after }, by, moverIds)
    const dropped = left.filter(({ ownFieldId }) => known.has(ownFieldId))
    const now = there.filter(({ ownFieldId }) => dropped.some((one) => one.ownFieldId === ownFieldId))
    const people = moverIds.map((id) => ({ id, before: dropped, after: now }))
    await recordOwnChanges(trx, people, by)
  }
}

/** Gives a home back one value that a change wrote down, if it was not changed since. Throws: staleRecord, invalidInput. */
export async function undoHouseholdOwnValue(
  trx: LedgerTransaction,
  householdId: number,
  change: { readonly ownFieldId: number; readonly before: string | null; readonly after: string | null },
  by: ChangeBy,
): Promise<void> {
  const stored = (await householdOwnValues(trx, [householdId])).get(householdId) ?? []
  const { ownFieldId, before } = change
  const current = stored.find((one) => one.ownFieldId === ownFieldId)?.value ?? null
  if (current !== change.after) throw new FailureError('staleRecord', ownFieldKey(ownFieldId))
  const others = stored.filter((one) => one.ownFieldId !== ownFieldId)
  const after = before === null ? others : [...others, { ownFieldId, value: before }]
  await changeByHand(trx, householdId, { before: stored, after }, by)
}

/** A home that is opened anew says what it said before it ended. */
export async function restoreHouseholdOwnValues(
  trx: LedgerTransaction,
  householdId: number,
  values: readonly OwnValue[],
): Promise<void> {
  await admitOwnValues(trx, 'household', values)
  for (const value of values) await putHouseholdOwnValue(trx, { householdId, ...value })
}

/** Shape: which import is taken back, who went home by that, and what their homes said before it. */
interface ImportOfHomes {
  readonly importedAt: string
  readonly movedIds: ReadonlySet<number>
  readonly valuesBefore: ReadonlyMap<number, readonly OwnValue[]>
}

/** Takes back what an import wrote into homes, where nobody changed it since. */
export async function undoOwnValuesOfHomes(
  trx: LedgerTransaction,
  { importedAt, movedIds, valuesBefore }: ImportOfHomes,
  by: ChangeBy,
): Promise<void> {
  const lines = await valuesImported(trx, importedAt)
  if (lines.length === 0) return
  const isWritten = ({ ownFieldId, value }: OwnValue) =>
    lines.some((line) => line.ownFieldId === ownFieldId && line.after === value)
  for (const [householdId, before] of valuesBefore) {
    const stored = (await householdOwnValues(trx, [householdId])).get(householdId) ?? []
    const now = new Map(stored.map((value) => [value.ownFieldId, value]))
    const kept = stored.filter((value) => !isWritten(value))
    const keptIds = new Set(kept.map(({ ownFieldId }) => ownFieldId))
    const isEmptied = (id: number) =>
      lines.some((one) => one.householdId === householdId && one.ownFieldId === id && one.after === null)
    const back = before.filter(({ ownFieldId: id }) => !keptIds.has(id) && (now.has(id) || isEmptied(id)))
    await changeHouseholdOwnValues(trx, householdId, { before: stored, after: [...kept, ...back] }, by)
  }
  for (const { residentId, householdId, ownFieldId, before, after } of lines) {
    // What was told to somebody who went home was of another one.
    if (movedIds.has(residentId) || valuesBefore.has(householdId)) continue
    const stored = (await householdOwnValues(trx, [householdId])).get(householdId) ?? []
    const current = stored.find((one) => one.ownFieldId === ownFieldId)?.value ?? null
    if (current !== after) continue
    const others = stored.filter((one) => one.ownFieldId !== ownFieldId)
    const restored = before === null ? others : [...others, { ownFieldId, value: before }]
    await changeHouseholdOwnValues(trx, householdId, { before: stored, after: restored }, by)
  }
}

function homeOf({ householdId }: { readonly householdId: number }): number {
  return householdId
}

function comparable(values: readonly OwnValue[]): string {
  return JSON.stringify(values.map(({ ownFieldId, value }) => [ownFieldId, value]).sort())
}
