import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { disabilityCategories, disabilityGrades } from './codes/disability.ts'
import { disabilityCardNumber, isCardOf, readDisabilityCard } from './disability-card.ts'
import { anyText } from './testing/any-text.ts'
import { aCitizenNumber } from './testing/builders.ts'

// Object.keys forgets the key type; the tables are closed.
const categories = Object.keys(disabilityCategories) as (keyof typeof disabilityCategories)[]
const grades = Object.keys(disabilityGrades) as (keyof typeof disabilityGrades)[]

const aCard = fc.record({
  idNumber: fc.integer({ min: 1, max: 995 }).map((sequence) => aCitizenNumber('1950-05-20', sequence)),
  category: fc.constantFrom(...categories),
  grade: fc.constantFrom(...grades),
  reissueCount: fc.nat({ max: 99 }),
})

describe('the number of a disability card', () => {
  it.each([
    ['11010519491231002X', 'format'],
    ['11010519491231002X4', 'format'],
    ['11010519491231002X43B', 'format'],
    ['11010519491231002X43B0', 'format'],
    ['11010519491231003X43', 'idNumber'],
    ['11010519491231002X03', 'category'],
    ['11010519491231002X83', 'category'],
    ['11010519491231002X40', 'grade'],
    ['', 'format'],
  ])('%s: %s', (text, reason) => {
    expect(readDisabilityCard(text)).toEqual({ ok: false, reason })
  })
  it('is read as it was printed', () => {
    fc.assert(
      fc.property(aCard, (card) => {
        const text = disabilityCardNumber(card.idNumber, card)
        expect(readDisabilityCard(text)).toEqual({ ok: true, card })
        expect(readDisabilityCard(` ${text.toLowerCase()} `)).toEqual({ ok: true, card })
      }),
    )
  })
  it('belongs to whoever has or had the number in it', () => {
    fc.assert(
      fc.property(aCard, (card) => {
        expect(isCardOf(card, ['11010519491231002X', card.idNumber.toLowerCase()])).toBe(true)
        expect(isCardOf(card, ['11010519491231002X'])).toBe(false)
        expect(isCardOf(card, [])).toBe(false)
      }),
    )
  })
  it('is none where there is no citizen number to put into it', () => {
    const disability = { category: '4', grade: '3', reissueCount: 0 } as const
    expect([
      disabilityCardNumber('', disability),
      disabilityCardNumber('PAK310080010103', disability),
    ]).toEqual(['', ''])
  })
  it('is a card or a named fault, whatever is typed', () => {
    fc.assert(
      fc.property(anyText('0123456789XB43 '), (text) => {
        const reading = readDisabilityCard(text)
        if (!reading.ok) expect(['format', 'idNumber', 'category', 'grade']).toContain(reading.reason)
      }),
    )
  })
})
