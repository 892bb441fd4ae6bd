import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { ageOn } from '../../domain/age.ts'
import { asCalendarDate } from '../../domain/calendar-date.ts'
import { headOfHouseholdCode } from '../../domain/codes/relation-to-head.ts'
import { classifyIdNumber } from '../../domain/id-number.ts'
import { residentDraftSchema } from '../../domain/resident.ts'
import { generateCommunity } from './generate-community.ts'

const todayOn = asCalendarDate('2026-11-25')
const community = (seed: number, householdCount = 2400) => [...generateCommunity({ seed, householdCount })]
const digest = (seed: number) =>
  createHash('sha256')
    .update(JSON.stringify(community(seed, 400)))
    .digest('hex')

const households = community(1)
const people = households.flat()
const ageOf = (birthWhen: string | null) => ageOn(asCalendarDate(birthWhen ?? ''), todayOn)
const ages = people.map(({ birthWhen }) => ageOf(birthWhen))
const countFrom = (age: number) => ages.filter((each) => each >= age).length
const share = (matching: readonly unknown[]) => matching.length / people.length

test('the same seed gives the same digest, another seed another one', () => {
  expect(digest(7)).toBe(digest(7))
  expect(digest(7)).not.toBe(digest(8))
})

test('more households begin with the same ones', () => {
  expect(community(3, 60).slice(0, 20)).toEqual(community(3, 20))
})

describe('the default community', () => {
  test('has about 6,500 people in 2,400 households', () => {
    expect(households.length).toBe(2400)
    expect(people.length).toBeGreaterThan(6300)
    expect(people.length).toBeLessThan(6700)
  })

  test('gives everybody a number that the checker reads back, each once; only newborn children wait for theirs', () => {
    const numbered = people.filter(({ idDocumentType }) => idDocumentType === 'citizenId')
    expect(new Set(numbered.map(({ idNumber }) => idNumber)).size).toBe(numbered.length)
    for (const { idNumber, birthWhen, sex } of numbered) {
      expect(classifyIdNumber(idNumber, todayOn)).toMatchObject({
        ok: true,
        documentType: 'citizenId',
        idNumber,
        birthOn: birthWhen,
        sex,
        warnings: [],
      })
    }
    const others = people.filter(({ idDocumentType }) => idDocumentType !== 'citizenId')
    expect(others.map(({ idDocumentType, idNumber }) => [idDocumentType, idNumber])).toEqual(
      others.map(() => ['none', '']),
    )
    expect(others.every(({ birthWhen }) => ageOf(birthWhen) === 0)).toBe(true)
  })

  test.each([1, 2, 3, 4, 5, 6, 7, 8])('has the ages of a real one with seed %i', (seed) => {
    const someAges = community(seed)
      .flat()
      .map(({ birthWhen }) => ageOf(birthWhen))
    const from = (age: number) => someAges.filter((each) => each >= age).length
    expect(from(90)).toBeGreaterThanOrEqual(14)
    expect(from(90)).toBeLessThanOrEqual(32)
    expect(from(70)).toBeGreaterThan(400)
    expect(from(70)).toBeLessThan(500)
    expect(someAges.filter((age) => age < 15).length / someAges.length).toBeGreaterThan(0.1)
    expect(Math.min(...someAges)).toBe(0)
  })

  test('is born from 1920 to 2026 and never after the day of the sample', () => {
    const births = people.map(({ birthWhen }) => birthWhen ?? '').sort()
    expect(births[0]?.slice(0, 4) ?? '').toMatch(/^19[23]/)
    expect((births[0] ?? '') >= '1920-01-01').toBe(true)
    expect((births.at(-1) ?? '') <= todayOn).toBe(true)
    expect(births.at(-1)?.slice(0, 4)).toBe('2026')
    expect(countFrom(100)).toBeLessThan(10)
  })

  test('has one head in every household, who comes first', () => {
    for (const [head, ...others] of households) {
      expect(head?.relationToHead).toBe(headOfHouseholdCode)
      expect(others.filter(({ relationToHead }) => relationToHead === headOfHouseholdCode)).toEqual([])
    }
  })

  test('gives every household a dwelling of its own, except those registered here only', () => {
    const doors = households.flatMap(([head]) => (head?.dwelling ? [JSON.stringify(head.dwelling)] : []))
    expect(new Set(doors).size).toBe(doors.length)
    const away = people.filter(({ dwelling }) => dwelling === null)
    expect(away.length).toBeGreaterThan(0)
    expect(away.every(({ residenceStatus }) => residenceStatus === 'registeredOnly')).toBe(true)
    expect(away.every(({ currentAddress }) => currentAddress !== '')).toBe(true)
  })

  test('has the buildings of a real one', () => {
    const buildings = new Set(people.map(({ dwelling }) => dwelling?.building))
    for (const name of ['1号楼', '10号楼', '5-1号楼', '甲1号', 'A座', '临街平房'])
      expect(buildings).toContain(name)
  })

  test('has the names and cases that go wrong first', () => {
    expect(people.filter(({ name }) => name.includes('\u00b7')).length).toBeGreaterThan(10)
    expect(people.filter(({ name }) => /[\u{20000}-\u{3ffff}]/u.test(name)).length).toBeGreaterThan(5)
    expect(people.filter(({ lunarBirth }) => lunarBirth !== null).length).toBeGreaterThan(200)
    expect(people.filter(({ livingArrangement }) => livingArrangement === 'alone').length).toBeGreaterThan(40)
    expect(
      people.filter(({ livingArrangement }) => livingArrangement === 'withSpouse').length,
    ).toBeGreaterThan(200)
    expect(people.some(({ livingArrangement }) => livingArrangement === 'loneNoFamily')).toBe(true)
    const disabled = people.filter(({ careTags }) => careTags.some(({ careTag }) => careTag === 'disabled'))
    expect(share(disabled)).toBeGreaterThan(0.01)
    expect(share(disabled)).toBeLessThan(0.03)
    const phoneUses = Map.groupBy(
      people.flatMap(({ phones }) => phones),
      ({ number }) => number,
    )
    expect([...phoneUses.values()].filter((uses) => uses.length > 1).length).toBeGreaterThan(200)
    expect(people.some(({ phones }) => phones.length > 1)).toBe(true)
  })

  test('is made of drafts that the form would accept', () => {
    for (const person of people) expect(residentDraftSchema.parse(person)).toEqual(person)
  })
})
