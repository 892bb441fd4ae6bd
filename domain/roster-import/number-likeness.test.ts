import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { aCitizenNumber } from '../testing/builders.ts'
import { numberLikeness } from './number-likeness.ts'

const sound = '610103194308151021'

describe('a damaged number beside a sound one', () => {
  test.each([
    [sound, 'sameNumber'],
    ['610103194308151031', 'idOneDigit'],
    ['610103194308115021', 'idTransposed'],
    ['61010319430815121', 'idDigitMissing'],
    ['6101031943081510211', 'idDigitMissing'],
    ['610103194308151000', 'idPrecision'],
    ['6.10103194308151E+17', 'idPrecision'],
    ['6.10103E+17', undefined],
    ['610103194308251031', undefined],
    ['', undefined],
  ])('%s is told as %s', (damaged, likeness) => {
    expect(numberLikeness(damaged, sound)).toBe(likeness)
  })

  const numbers = fc
    .record({
      day: fc.date({ min: new Date('1930-01-01'), max: new Date('2020-12-31'), noInvalidDate: true }),
      sequence: fc.integer({ min: 1, max: 999 }),
    })
    .map(({ day, sequence }) => aCitizenNumber(day.toISOString().slice(0, 10), sequence))

  test('any one digit that is another is one digit', () => {
    fc.assert(
      fc.property(numbers, fc.nat(16), fc.integer({ min: 1, max: 9 }), (number, place, step) => {
        const digit = (Number(number[place]) + step) % 10
        const damaged = number.slice(0, place) + String(digit) + number.slice(place + 1)
        // Three noughts at the end are what a spreadsheet program leaves.
        fc.pre(!damaged.endsWith('000'))
        expect(numberLikeness(damaged, number)).toBe('idOneDigit')
      }),
    )
  })

  test('any two neighbours that are unlike and changed places are told', () => {
    fc.assert(
      fc.property(numbers, fc.nat(15), (number, place) => {
        const [one = '', other = ''] = number.slice(place, place + 2)
        fc.pre(one !== other)
        const damaged = number.slice(0, place) + other + one + number.slice(place + 2)
        expect(numberLikeness(damaged, number)).toBe('idTransposed')
      }),
    )
  })

  test('any character left out is told', () => {
    fc.assert(
      fc.property(numbers, fc.nat(17), (number, place) => {
        const damaged = number.slice(0, place) + number.slice(place + 1)
        fc.pre(!damaged.endsWith('000'))
        expect(numberLikeness(damaged, number)).toBe('idDigitMissing')
      }),
    )
  })
})
