import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { asCalendarDate, partialDateSchema } from './calendar-date.ts'
import {
  isMasked,
  maskBirth,
  maskIdNumber,
  maskIdNumberForPublic,
  maskLongNumbers,
  maskPhone,
} from './mask.ts'

/** A little model of its own: counts what may be seen from either end. Source: DOMAIN 10.2. */
function shown(text: string, masked: string): readonly [head: number, tail: number] {
  const [whole, seen] = [[...text], [...masked]]
  expect(seen).toHaveLength(whole.length)
  const head = seen.indexOf('*')
  const tail = [...seen].reverse().indexOf('*')
  expect(seen.slice(0, head)).toEqual(whole.slice(0, head))
  expect(seen.slice(seen.length - tail)).toEqual(whole.slice(whole.length - tail))
  expect(seen.slice(head, seen.length - tail).join('')).toMatch(/^\*+$/)
  return [head, tail]
}

describe('a masked number', () => {
  const long = fc.stringMatching(/^\d{8,20}$/)
  it.each([
    ['an ID number on screens', maskIdNumber, [3, 4]],
    ['an ID number in public', maskIdNumberForPublic, [2, 3]],
    ['a phone', maskPhone, [3, 4]],
  ] as const)(
    '%s shows its ends, is as long as before and tells nothing of the middle',
    (_what, mask, ends) => {
      fc.assert(
        fc.property(long, (text) => {
          expect(shown(text, mask(text))).toEqual(ends)
        }),
      )
    },
  )

  it.each(['', '1', '110', '12345', '1234567'])('of %j shows nothing at all', (text) => {
    expect(maskPhone(text)).toBe('*'.repeat(text.length))
  })

  it.each([
    ['610***********1234', true],
    ['138＊＊＊＊5678', true],
    ['610103195001011037', false],
    ['029-88881234', false],
  ])('%s is known as one: %s', (text, expected) => {
    expect(isMasked(text)).toBe(expected)
  })
})

describe('a birth date for those who may not see the day', () => {
  it.each([
    ['1949-12-31', '1949-12'],
    ['1949-12', '1949-12'],
    ['1949', '1949'],
    ['XXXX-03-02', null],
  ])('%s', (birthWhen, expected) => {
    expect(maskBirth(partialDateSchema.parse(birthWhen))).toBe(expected)
  })
})

describe('a cell of somebody’s file', () => {
  it.each([
    ['11010519491231002x', '110***********002x'],
    ['王秀英 13812345678 女儿', '王秀英 138****5678 女儿'],
    ['138 1234 5678', '138******5678'],
    ['029-88881234', '029*****1234'],
    ['1949-12-31', '1949-12-31'],
    ['3号楼2单元502', '3号楼2单元502'],
    ['19491231', '194*1231'],
    ['', ''],
  ])('%j', (text, expected) => {
    expect(maskLongNumbers(text)).toBe(expected)
  })

  it('keeps no run of digits that could be a number of somebody', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[\d王 -]{0,40}$/), (text) => {
        const left = maskLongNumbers(text).replaceAll(asCalendarDate('1949-12-31'), '')
        expect(left).not.toMatch(/\d{7,}/)
      }),
    )
  })
})
