import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseTypedYuan, yuanText } from './amount.ts'

const fenOf = (text: string) => {
  const typed = parseTypedYuan(text)
  return typed.ok ? typed.amountFen : typed.reason
}

describe('an amount that is typed', () => {
  test.each([
    ['13000', 1_300_000],
    ['13 000 元', 1_300_000],
    ['13,000.5', 1_300_050],
    ['１３，０００．０５', 1_300_005],
    ['¥0.1', 10],
    ['￥ 1,234,567.89', 123_456_789],
    ['1.3万', 1_300_000],
    ['1.30005 万元', 1_300_050],
    ['500元整', 50_000],
    ['12.', 1200],
    ['0', 0],
    ['-0', 0],
    ['1.500', 150],
    ['1000000000', 100_000_000_000],
  ])('%s is so many fen', (text, fen) => {
    expect(fenOf(text)).toBe(fen)
  })

  test.each([
    ['13000.005', 'tooFine'],
    ['1.3050015万', 'tooFine'],
    ['-5', 'negative'],
    ['−0.01', 'negative'],
    ['1000000000.01', 'tooMuch'],
    ['999999999999999', 'tooMuch'],
    ['', 'format'],
    ['元', 'format'],
    ['一万三', 'format'],
    ['13,00', 'format'],
    ['1,3000', 'format'],
    ['1.2.3', 'format'],
    ['1e3', 'format'],
    ['.5', 'format'],
  ])('%s is refused as %s', (text, reason) => {
    expect(fenOf(text)).toBe(reason)
  })

  test('is never rounded on its way there and back', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 100_000_000_000 }), (fen) => {
        expect(fenOf(yuanText(fen))).toBe(fen)
      }),
    )
    // 0.29 * 100 is 28.999… in floating point.
    expect([fenOf('0.29'), fenOf('1.15'), fenOf('4.35')]).toEqual([29, 115, 435])
  })
})
