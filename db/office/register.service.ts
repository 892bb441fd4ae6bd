import { compareNatural } from '../../domain/address.ts'
import { FailureError } from '../../domain/failure.ts'
import { maskPhone } from '../../domain/mask.ts'
import { mayRead, mayReveal } from '../../domain/record-access.ts'
import { fieldsOf, registerShapes } from '../../domain/register-fields.ts'
import type { RegisterSave } from '../../domain/register-channels.ts'
import type { RegisterName, RegisterReference, RegisterRow } from '../../domain/register.ts'
import { actorAt, type Ledger, type LedgerReader } from '../ledger.ts'
import { inOneMoment, inTransaction, type LedgerTransaction } from '../transaction.ts'
import {
  allLines,
  deleteLine,
  insertLine,
  lineOf,
  namesOf,
  updateLine,
  type StoredLine,
} from './register.repository.ts'

interface PageOfRegister {
  readonly register: RegisterName
  readonly buildingId: number | null
  readonly offset: number
  readonly limit: number
}

/** One page of a register in its order, with the names of what its lines refer to. */
export async function pageOfRegister(
  ledger: Ledger,
  { register, buildingId, offset, limit }: PageOfRegister,
): Promise<{ totalCount: number; rows: RegisterRow[] }> {
  return inOneMoment(ledger, async (db) => {
    const lines = (await allLines(db, register)).filter(
      (line) => buildingId === null || line['buildingId'] === buildingId,
    )
    const rows = await rowsOf(db, ledger, register, lines)
    rows.sort((one, other) => compareLines(register, one, other))
    return { totalCount: rows.length, rows: rows.slice(offset, offset + limit) }
  })
}

/** Adds a line (id null) or changes one. Throws: invalidInput, registerNameTaken, notFound, staleRecord. */
export async function saveRegisterLine(
  ledger: Ledger,
  { register, id, revision, draft }: RegisterSave,
): Promise<RegisterRow> {
  return inTransaction(ledger, async (trx) => {
    refuseBackwardPeriod(draft)
    await refuseMissingReferences(trx, register, draft)
    const lines = await allLines(trx, register)
    const { unique } = registerShapes[register]
    if (
      unique !== undefined &&
      lines.some((line) => line.id !== id && line[unique] === new Map(Object.entries(draft)).get(unique))
    )
      throw new FailureError('registerNameTaken', unique)
    const before = lines.find((line) => line.id === id)
    if (id !== null && before === undefined) throw new FailureError('notFound')
    if (before !== undefined && before.revision !== revision) throw new FailureError('staleRecord')
    if (before !== undefined) await updateLine(trx, register, { ...before, ...draft })
    const savedId = before?.id ?? (await insertLine(trx, register, draft))
    const saved = await lineOf(trx, register, savedId)
    const [value] = await rowsOf(trx, ledger, register, saved === undefined ? [] : [saved])
    if (value === undefined) throw new FailureError('notFound')
    const fields = Object.entries(draft).flatMap(([name, now]) => (before?.[name] === now ? [] : [name]))
    const entry = { objectType: register, objectId: savedId } as const
    return {
      value,
      entries: [
        before === undefined ? { action: 'added', ...entry } : { action: 'changed', ...entry, fields },
      ],
    }
  })
}

/** Takes out a line that was a mistake. Throws: notFound, staleRecord. */
export async function removeRegisterLine(
  ledger: Ledger,
  {
    register,
    id,
    revision,
  }: { readonly register: RegisterName; readonly id: number; readonly revision: number },
): Promise<Record<string, never>> {
  return inTransaction(ledger, async (trx) => {
    const line = await lineOf(trx, register, id)
    if (line === undefined) throw new FailureError('notFound')
    if (line.revision !== revision) throw new FailureError('staleRecord')
    await deleteLine(trx, register, id)
    return { value: {}, entries: [{ action: 'deleted', objectType: register, objectId: id }] }
  })
}

/** What a field may refer to, in the order people know. */
export async function registerChoices(
  ledger: Ledger,
  { of }: { readonly of: Exclude<RegisterReference, 'resident'> },
): Promise<{ id: number; name: string }[]> {
  const names = [...(await namesOf(ledger.db, of, null))].map(([id, name]) => ({ id, name }))
  return names.sort((one, other) => compareNatural(one.name, other.name) || one.id - other.id)
}

async function rowsOf(
  db: LedgerReader | LedgerTransaction,
  ledger: Ledger,
  register: RegisterName,
  lines: readonly StoredLine[],
): Promise<RegisterRow[]> {
  const actor = actorAt(ledger)
  const mayReadNumbers = mayReveal(actor, 'phones')
  const mayReadNotes = mayRead(actor, 'notes')
  const fields = fieldsOf(register)
  const names = new Map<string, Map<number, string>>()
  for (const [name, field] of fields) {
    if (field.kind !== 'reference') continue
    const ids = lines.flatMap((line) => numberIn(line[name]) ?? [])
    names.set(
      name,
      ids.length === 0 ? new Map<number, string>() : await namesOf(db, field.to, [...new Set(ids)]),
    )
  }
  return lines.map(({ id, revision, ...stored }) => {
    const values = fields.map(([name, { kind }]) => {
      if (name === 'note' && !mayReadNotes) return [name, ''] as const
      const value = stored[name] ?? null
      const isHidden = kind === 'phone' && typeof value === 'string' && !mayReadNumbers
      return [name, isHidden ? maskPhone(value) : value] as const
    })
    const called = values.flatMap(([name, value]) => {
      const text = names.get(name)?.get(numberIn(value) ?? 0)
      return text === undefined ? [] : [[name, text] as const]
    })
    return { id, revision, values: Object.fromEntries(values), names: Object.fromEntries(called) }
  })
}

function numberIn(value: string | number | null | undefined): number | null {
  return typeof value === 'number' ? value : null
}

/** Who still holds a post stands before those who held it. */
function compareLines(register: RegisterName, one: RegisterRow, other: RegisterRow): number {
  for (const part of registerShapes[register].order) {
    const [name, sign] = part.startsWith('-') ? [part.slice(1), -1] : [part, 1]
    const difference = compareValues(register, name, one, other)
    if (difference !== 0) return sign * difference
  }
  return one.id - other.id
}

function compareValues(register: RegisterName, name: string, one: RegisterRow, other: RegisterRow): number {
  const field = new Map(fieldsOf(register)).get(name)
  const [a, b] = [one.values[name] ?? null, other.values[name] ?? null]
  if (name === 'toOn') return endOf(b) < endOf(a) ? -1 : endOf(b) > endOf(a) ? 1 : 0
  if (field?.kind === 'code') {
    const codes = Object.keys(field.table)
    return codes.indexOf(String(a)) - codes.indexOf(String(b))
  }
  return compareNatural(one.names[name] ?? String(a ?? ''), other.names[name] ?? String(b ?? ''))
}

function endOf(value: string | number | null): string {
  return typeof value === 'string' ? value : '9999'
}

function refuseBackwardPeriod(draft: RegisterSave['draft']): void {
  if (!('toOn' in draft) || draft.fromOn === null || draft.toOn === null) return
  if (draft.toOn < draft.fromOn) throw new FailureError('invalidInput', 'toOn')
}

async function refuseMissingReferences(
  trx: LedgerTransaction,
  register: RegisterName,
  draft: RegisterSave['draft'],
): Promise<void> {
  for (const [name, field] of fieldsOf(register)) {
    const id = new Map<string, unknown>(Object.entries(draft)).get(name)
    if (field.kind !== 'reference' || typeof id !== 'number') continue
    if (!(await namesOf(trx, field.to, [id])).has(id)) throw new FailureError('invalidInput', name)
  }
}
