import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compareNatural, digitsForNumeral, formatDwelling, naturalSortKey, parseDwelling } from './address.ts'
import { anyText } from './testing/any-text.ts'

const addressText = anyText('0123456789-－—/.#甲乙东西号楼栋单元门室户座平房临街商铺一二十百ABE之 ，', 16)
const number = fc.integer({ min: 1, max: 60 }).map(String)
const building = fc.oneof(
  fc.tuple(number, fc.constantFrom('号楼', '栋', '幢', '座')).map((parts) => parts.join('')),
  fc.constantFrom('A座', 'B栋', '甲1号楼', '5-1号楼', '幸福家园3号楼'),
)
const unit = fc.oneof(fc.constant(''), number, fc.constantFrom('A', '东', '西'))
const room = fc.oneof(
  fc.integer({ min: 101, max: 3310 }).map(String),
  fc.constantFrom('0101', '301A', 'B101', '1502'),
)

describe('an address', () => {
  it('is read as it was printed', () => {
    fc.assert(
      fc.property(building, unit, room, (...[inBuilding, inUnit, inRoom]) => {
        const parts = { building: inBuilding, unit: inUnit, room: inRoom }
        // Without a word for the unit nothing parts it from the room.
        fc.pre(inUnit !== '东' && inUnit !== '西')
        expect(parseDwelling(formatDwelling(parts))).toEqual(parts)
      }),
    )
  })
  it('is split or not, whatever is written, and what is split names a building', () => {
    fc.assert(
      fc.property(addressText, (text) => {
        const parts = parseDwelling(text)
        if (parts === undefined) return
        expect(parts.building).not.toBe('')
        expect(Object.values(parts).join('')).not.toMatch(/\s/)
      }),
      { numRuns: 3000 },
    )
  })
  it('has digits for numerals once and for all', () => {
    fc.assert(
      fc.property(addressText, (text) => {
        const digits = digitsForNumeral(text)
        expect(digitsForNumeral(digits)).toBe(digits)
      }),
    )
  })
})

describe('walking order', () => {
  it('is an order: the same both ways, and never goes in a circle', () => {
    fc.assert(
      fc.property(addressText, addressText, addressText, (one, two, three) => {
        expect(Math.sign(compareNatural(one, two))).toBe(-Math.sign(compareNatural(two, one)) || 0)
        expect(compareNatural(one, one)).toBe(0)
        if (compareNatural(one, two) <= 0 && compareNatural(two, three) <= 0)
          expect(compareNatural(one, three)).toBeLessThanOrEqual(0)
      }),
    )
  })
  it('goes by value where only a number differs', () => {
    const count = fc.nat({ max: 100_000 })
    fc.assert(
      fc.property(
        count,
        count,
        fc.constantFrom('', 'A', '甲'),
        fc.constantFrom('', '号楼', '-101'),
        (a, b, before, after) => {
          const [one, other] = [a, b].map((value) => naturalSortKey(`${before}${value}${after}`))
          expect(String(one) < String(other)).toBe(a < b)
        },
      ),
    )
  })
})
