import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { asCalendarDate, partialDateSchema } from './calendar-date.ts'
import { isInCell, sheetColumns, sheetCounter, sheetLines, type CountedPerson } from './population-sheet.ts'

const referenceOn = asCalendarDate('2026-12-31')
const period = { referenceOn, fromOn: asCalendarDate('2026-01-01') }

function person(overrides: Partial<CountedPerson> = {}): CountedPerson {
  return {
    id: 1,
    sex: '2',
    birthWhen: null,
    residenceStatus: 'registeredAndLiving',
    careTags: [],
    isHere: true,
    events: [],
    ...overrides,
  }
}

function countSheet(people: readonly CountedPerson[], ...asked: Parameters<typeof sheetCounter>) {
  const counter = sheetCounter(...asked)
  for (const one of people) counter.add(one)
  return counter.figures
}

const born = (birthWhen: string) => partialDateSchema.parse(birthWhen)

// Worked example 17.
const births = [
  '1926-11-25',
  '1936-04-25',
  '1940-02-29',
  '1946-12-31',
  '1947-01-01',
  '1956-12-31',
  '1957-01-15',
  '1961-06-30',
  '1966-12-31',
  '1967-01-01',
].map((birthWhen, id) => person({ id, birthWhen: born(birthWhen) }))

describe('the population sheet', () => {
  it('has the bands of the worked example', () => {
    const figures = countSheet(births, period, [])
    const of = (line: string) => figures[line]?.all
    const bands = ['60-64', '65-69', '70-79', '80-89', '90-99', '100+'].map((band) => of(`age:${band}`))
    expect(bands).toEqual([1, 2, 2, 2, 1, 1])
    expect([of('age:18-59'), of('from:60'), of('from:80'), of('total')]).toEqual([1, 9, 4, 10])
  })

  it('counts somebody with two tags once in the sum and in each of both lines', () => {
    const held = (['disabled', 'lowIncome'] as const).map((careTag) => ({
      careTag,
      fromOn: null,
      toOn: null,
    }))
    const over = [{ careTag: 'disabled' as const, fromOn: null, toOn: asCalendarDate('2026-12-30') }]
    const people = [person({ id: 1, careTags: held }), person({ id: 2, careTags: over })]
    const figures = countSheet(people, period, ['disabled', 'lowIncome'])
    expect(['tag:any', 'tag:disabled', 'tag:lowIncome'].map((line) => figures[line]?.all)).toEqual([1, 1, 1])
  })

  it('tells nothing of a tag that is not asked for', () => {
    const held = [{ careTag: 'lowIncome' as const, fromOn: null, toOn: null }]
    const figures = countSheet([person({ careTags: held })], period, ['disabled'])
    expect(figures['tag:any']?.all).toBe(0)
    expect(JSON.stringify(figures)).not.toContain('lowIncome')
  })

  it('tells changes of the period, also of people who are gone', () => {
    const gone = (kind: 'movedOut' | 'deathConfirmed', happenedOn: string) =>
      person({ isHere: false, events: [{ id: 1, kind, happenedOn, withdrawnAt: null }] })
    const people = [
      gone('movedOut', '2026-01-01'),
      gone('movedOut', '2025-12-31'),
      gone('deathConfirmed', '2026-12-31'),
      person({ birthWhen: born('2026-05-01'), sex: '1' }),
      person({
        birthWhen: born('2026-06-01'),
        events: [{ id: 1, kind: 'movedIn', happenedOn: '2026-07-01', withdrawnAt: null }],
      }),
    ]
    const figures = countSheet(people, period, [])
    expect(['movedOut', 'died', 'born', 'movedIn'].map((what) => figures[`change:${what}`]?.all)).toEqual([
      1, 1, 1, 1,
    ])
    expect(figures['total']?.all).toBe(2)
  })

  it('opens in every cell as many people as the cell counts, and puts everybody into one band', () => {
    const aPerson = fc.record({
      id: fc.nat(),
      sex: fc.constantFrom('0' as const, '1' as const, '2' as const, '9' as const),
      birthWhen: fc.option(
        fc
          .date({ min: new Date('1915-01-01'), max: new Date('2026-12-31'), noInvalidDate: true })
          .map((date) => born(date.toISOString().slice(0, 10))),
      ),
      residenceStatus: fc.constantFrom('registeredAndLiving' as const, 'floating' as const),
      careTags: fc.subarray([
        { careTag: 'disabled' as const, fromOn: null, toOn: null },
        { careTag: 'volunteer' as const, fromOn: asCalendarDate('2027-01-01'), toOn: null },
      ]),
      isHere: fc.boolean(),
      events: fc.subarray([
        { id: 1, kind: 'movedOut' as const, happenedOn: '2026-03-01', withdrawnAt: null },
      ]),
    })
    const tags = ['disabled', 'volunteer'] as const
    fc.assert(
      fc.property(fc.array(aPerson, { maxLength: 30 }), (people) => {
        const figures = countSheet(people, period, tags)
        for (const line of sheetLines(tags)) {
          for (const column of sheetColumns) {
            const opened = people.filter((one) => isInCell(one, { line, column }, period, tags))
            expect(figures[line]?.[column]).toBe(opened.length)
          }
        }
        const bands = sheetLines(tags).filter((line) => line.startsWith('age:'))
        const sum = bands.reduce((total, line) => total + (figures[line]?.all ?? 0), 0)
        expect(sum).toBe(figures['total']?.all)
      }),
    )
  })
})
