import fc from 'fast-check'
import { z } from 'zod'

/** What no channel can ever take. Shape: name and the value that structured cloning delivers. */
export function impossibleInputs(): readonly (readonly [string, unknown])[] {
  return [
    ['nothing', undefined],
    ['null', null],
    ['a number', 42],
    ['no number', NaN],
    ['infinity', { id: Infinity }],
    ['a number beyond all integers', { id: 2 ** 53 }],
    ['a fraction', { id: 1.5 }],
    ['a big integer', { id: 10n ** 40n }],
    ['10 MB of text', 'x'.repeat(10_000_000)],
    ['10 MB in a field', { handle: '里'.repeat(3_500_000) }],
    ['10 MB of keys', { ['k'.repeat(10_000_000)]: 1 }],
    ['deep objects', nested(10_000, (inner) => ({ draft: inner }))],
    ['deep arrays', nested(10_000, (inner) => [inner])],
    ['a cycle', cycle()],
    ['one hole four billion wide', { ruleIds: new Array(2 ** 32 - 1) }],
    ['a long array', { ruleIds: new Array(501).fill(1) }],
    ['many keys', Object.fromEntries(Array.from({ length: 100_000 }, (_, index) => [`k${index}`, index]))],
    ['an own __proto__', JSON.parse('{"__proto__":{"id":1},"id":1}')],
    ['a constructor', JSON.parse('{"constructor":{"prototype":{"ok":true}},"id":1}')],
    ['a date', new Date(0)],
    ['a map', new Map([['id', 1]])],
    ['a set', new Set([1])],
    ['a buffer', new ArrayBuffer(8)],
    ['bytes', { id: new Uint8Array(4) }],
    ['a pattern', /x/],
    ['an error', new Error('x')],
  ]
}

/** Text that is some channel's valid input and nobody's handle, path, statement or address. */
export const hostileTexts = [
  '\ud800',
  'a\u0000b',
  "'; DROP TABLE resident; --",
  '../../../etc/passwd',
  String.raw`\\server\share\x`,
  'app://linli/index.html',
  '__proto__',
] as const

function nested(depth: number, wrap: (inner: unknown) => unknown): unknown {
  let value: unknown = 1
  for (let level = 0; level < depth; level += 1) value = wrap(value)
  return value
}

function cycle(): unknown {
  const value: Record<string, unknown> = { id: 1 }
  value['draft'] = value
  return value
}

interface JsonSchema {
  readonly type?: string
  readonly enum?: readonly unknown[]
  readonly const?: unknown
  readonly anyOf?: readonly JsonSchema[]
  readonly oneOf?: readonly JsonSchema[]
  readonly properties?: Readonly<Record<string, JsonSchema>>
  readonly items?: JsonSchema
}

/** A valid input, most of the time with some of its values spoiled. */
export function spoiledInputs(example: unknown): fc.Arbitrary<unknown> {
  if (typeof example !== 'object' || example === null) {
    return fc.oneof({ weight: 20, arbitrary: fc.constant(example) }, { weight: 1, arbitrary: nasty })
  }
  if (Array.isArray(example)) return fc.tuple(...example.map(spoiledInputs))
  return fc.record(
    Object.fromEntries(Object.entries(example).map(([name, value]) => [name, spoiledInputs(value)])),
  )
}

/** Values of the shape a channel wants, mostly right and somewhere wrong: garbage alone never gets past the first check. */
export function shapedInputs(schema: z.ZodType): fc.Arbitrary<unknown> {
  // zod types the answer by the whole standard; these are the parts the contract uses.
  return shaped(z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as JsonSchema)
}

const nasty: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom<unknown>(
    null,
    undefined,
    NaN,
    Infinity,
    -1,
    0,
    2 ** 53,
    2 ** 31,
    1e308,
    '',
    '0',
    true,
    [],
    {},
  ),
  fc.string({ unit: 'binary' }),
  fc.constantFrom('9999-99-99', '2026-02-30', '__proto__', '%', "' OR 1=1 --", '../..', '王'.repeat(5000)),
  fc.anything({ withBigInt: true, withDate: true, withMap: true, withSet: true, withTypedArray: true }),
)

function shaped(schema: JsonSchema): fc.Arbitrary<unknown> {
  return fc.oneof({ weight: 12, arbitrary: likely(schema) }, { weight: 1, arbitrary: nasty })
}

function likely(schema: JsonSchema): fc.Arbitrary<unknown> {
  const choices = schema.anyOf ?? schema.oneOf
  if (choices !== undefined) return fc.oneof(...choices.map(shaped))
  if ('const' in schema) return fc.constant(schema.const)
  if (schema.enum !== undefined) return fc.constantFrom(...schema.enum)
  switch (schema.type) {
    case 'object': {
      const properties = Object.entries(schema.properties ?? {})
      return fc.record(Object.fromEntries(properties.map(([name, entry]) => [name, shaped(entry)])))
    }
    case 'array':
      return fc.array(schema.items === undefined ? nasty : shaped(schema.items), { maxLength: 6 })
    case 'integer':
      return fc.oneof(fc.integer({ min: 0, max: 3 }), fc.integer())
    case 'number':
      return fc.double()
    case 'boolean':
      return fc.boolean()
    case 'null':
      return fc.constant(null)
    case 'string':
      return fc.oneof(
        fc.constantFrom('2026-11-25', '1945-03', '610103195005200024', '1号楼', '王秀英', 'visit'),
        fc.string(),
      )
    case undefined:
    default:
      return nasty
  }
}
