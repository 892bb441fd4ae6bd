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
  expect(parseInput(z.string(), 'a'.repeat(999_998)).ok).toBe(true)
  expect(parseInput(z.string(), 'a'.repeat(999_999))).toEqual(invalid)
  expect(parseInput(z.string(), '里'.repeat(400_000))).toEqual(invalid)
})
