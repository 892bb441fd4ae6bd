import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { anyText } from '../testing/any-text.ts'
import { readPhoneCell, uniquePhones } from './phone-cells.ts'
import type { SheetCell } from './roster-table.ts'

const mobile = fc
  .tuple(fc.constantFrom(...'3456789'), fc.stringMatching(/^\d{9}$/))
  .map(([second, rest]) => `1${second}${rest}`)
const landline = fc
  .tuple(fc.constantFrom('', '029', '0712'), fc.stringMatching(/^[2-9]\d{6,7}$/))
  .map(([area, local]) => area + local)
const phone = fc.record({
  number: fc.oneof(mobile, landline),
  note: fc.constantFrom('', '本人', '儿子', '女儿张红'),
})
const phones = fc.uniqueArray(phone, { minLength: 1, maxLength: 6, selector: ({ number }) => number })
const separator = fc.constantFrom('、', '，', ',', '；', ';', '/', '\n', '  ')

describe('the phones of a cell', () => {
  it('are read as they were listed, each with its remark', () => {
    fc.assert(
      fc.property(phones, separator, (list, between) => {
        const text = list
          .map(({ number, note }) => (note === '' ? number : `${number}（${note}）`))
          .join(between)
        expect([text, readPhoneCell(text)]).toEqual([text, { phones: list, hasUnreadable: false }])
      }),
    )
  })
  it('are read however a mobile number is spaced, with its country code or without', () => {
    fc.assert(
      fc.property(mobile, (number) => {
        const spaced = number.replace(/^(...)(....)(....)$/, '$1 $2 $3')
        const dashed = number.replace(/^(...)(....)(....)$/, '$1-$2-$3')
        for (const text of [
          number,
          spaced,
          dashed,
          `+86${number}`,
          `86-${number}`,
          `手机：${number}`,
          `'${number}`,
        ])
          expect([text, readPhoneCell(text).phones.map((one) => one.number)]).toEqual([text, [number]])
        expect(readPhoneCell(Number(number)).phones).toEqual([{ number, note: '' }])
      }),
    )
  })
  it('are numbers anybody could dial or are said to be unreadable, whatever the cell holds', () => {
    const cell: fc.Arbitrary<SheetCell | undefined> = fc.oneof(
      anyText('0123456789-－ +()（）、，/转本人无\n１２', 40),
      fc.double(),
      fc.constantFrom(null, undefined, { dateOn: '2026-01-01' }),
    )
    fc.assert(
      fc.property(cell, (value) => {
        const reading = readPhoneCell(value)
        expect(reading.phones.length).toBeLessThanOrEqual(10)
        expect(uniquePhones(reading.phones)).toEqual(reading.phones)
        for (const { number, note } of reading.phones) {
          expect(number.replace(/\D/g, '').length).toBeGreaterThanOrEqual(5)
          expect(note.length).toBeLessThanOrEqual(60)
          // What was read reads itself back.
          expect(readPhoneCell(number)).toEqual({ phones: [{ number, note: '' }], hasUnreadable: false })
        }
      }),
      { numRuns: 3000 },
    )
  })
})
