import { expect, test } from 'vitest'
import { z } from 'zod'
import { contract } from '../../domain/contract.ts'
import { parseInput } from './parse-input.ts'

const invalid = { ok: false, failure: { code: 'invalidInput' } }
const byId = contract['resident.get'].input

test('a valid input comes back parsed', () => {
  expect(parseInput(byId, { id: 7 })).toEqual({ ok: true, value: { id: 7 } })
})

test('the failure names the path of the first wrong field', () => {
  const schema = z.strictObject({ draft: z.strictObject({ phones: z.array(z.string()) }) })
  expect(parseInput(schema, { draft: { phones: ['1', 2] } })).toEqual({
    ok: false,
    failure: { code: 'invalidInput', field: 'draft.phones.1' },
  })
})

test('an input that is wrong as a whole names no field', () => {
  for (const input of [undefined, null, 42, 'x', [], { id: 7, surprise: 1 }])
    expect(parseInput(byId, input)).toEqual(invalid)
})

test('cycles and big integers are refused, not thrown', () => {
  const cycle: { self?: unknown } = {}
  cycle.self = cycle
  expect(parseInput(z.unknown(), cycle)).toEqual(invalid)
  expect(parseInput(z.unknown(), { id: 1n })).toEqual(invalid)
})

test('the limit is one million bytes, not characters', () => {
  expect(parseInput(z.string(), 'a'.repeat(1_000_000)).ok).toBe(true)
  expect(parseInput(z.string(), 'a'.repeat(1_000_001))).toEqual(invalid)
  expect(parseInput(z.string(), '里'.repeat(400_000))).toEqual(invalid)
})

test('eight levels and five hundred entries are the most an input may have', () => {
  const nested = (depth: number): unknown => (depth === 0 ? 1 : [nested(depth - 1)])
  expect(parseInput(z.unknown(), nested(8)).ok).toBe(true)
  expect(parseInput(z.unknown(), nested(9))).toEqual(invalid)
  expect(parseInput(z.unknown(), new Array(500).fill(1)).ok).toBe(true)
  expect(parseInput(z.unknown(), new Array(501).fill(1))).toEqual(invalid)
})

test('only plain data is looked at', () => {
  for (const input of [new Date(), new Map(), new Set(), new Uint8Array(1), /x/, new Error('x')])
    expect(parseInput(z.unknown(), { input })).toEqual(invalid)
})
