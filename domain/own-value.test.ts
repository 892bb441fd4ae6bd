import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ownFieldSchema, type OwnField } from './own-field.ts'
import { isOwnValue, ownNumberSchema, readOwnValue } from './own-value.ts'

function aField(overrides: Partial<OwnField>): OwnField {
  return ownFieldSchema.parse({
    id: 1,
    owner: 'resident',
    name: '字段',
    kind: 'text',
    choices: [],
    isRetired: false,
    isUsed: false,
    isInList: false,
    revision: 1,
    ...overrides,
  })
}

const number = aField({ kind: 'number' })
const typed = (field: OwnField, text: string) => {
  const reading = readOwnValue(field, text)
  return reading.ok ? reading.value : reading.problem
}

describe('a number', () => {
  it.each([
    ['12', '12'],
    ['0012.50', '12.5'],
    ['１，２３４.５０', '1234.5'],
    ['-0.0', '0'],
    ['-3.10', '-3.1'],
    ['+7', '7'],
    ['0.1', '0.1'],
    ['123456789012345', '123456789012345'],
    ['1234567890123456', 'numberTooLong'],
    ['0.0000000000000000000123', '0.0000000000000000000123'],
    ['1e3', 'number'],
    ['十二', 'number'],
    ['1.2.3', 'number'],
    ['12.', 'number'],
  ])('%s is kept as %s', (text, kept) => {
    expect(typed(number, text)).toBe(kept)
  })

  it('is read the same again, and means what was typed', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -9_999_999, max: 9_999_999 }),
        fc.nat(9999),
        fc.boolean(),
        (whole, part, isNegative) => {
          const text = `${isNegative && whole > 0 ? '-' : ''}${whole}.${String(part).padStart(4, '0')}`
          const kept = typed(number, text)
          expect(Number(kept)).toBe(Number(text) === 0 ? 0 : Number(text))
          expect(typed(number, kept)).toBe(kept)
          expect(isOwnValue(number, kept)).toBe(true)
          expect(ownNumberSchema.safeParse(kept).success).toBe(true)
        },
      ),
    )
  })
})

it('is a line of text, a date that may be incomplete, a choice there is, yes or no', () => {
  expect(typed(aField({}), ' 爱好 ')).toBe('爱好')
  expect(typed(aField({}), '一\n二')).toBe('text')
  expect(typed(aField({}), '长'.repeat(201))).toBe('text')
  expect(typed(aField({ kind: 'date' }), '2026.3.5')).toBe('2026-03-05')
  expect(typed(aField({ kind: 'date' }), '2026年3月')).toBe('2026-03')
  expect(typed(aField({ kind: 'date' }), '2026-2-30')).toBe('date')
  const choice = aField({ kind: 'choice', choices: [{ id: 7, name: '合唱队', isRetired: true }] })
  expect(typed(choice, '7')).toBe('7')
  expect(typed(choice, '8')).toBe('choice')
  expect(typed(aField({ kind: 'yesNo' }), 'yes')).toBe('yes')
  expect(typed(aField({ kind: 'yesNo' }), '是')).toBe('yesNo')
})
