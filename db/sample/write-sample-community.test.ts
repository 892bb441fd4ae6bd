import { expect, test } from 'vitest'
import { ageOn } from '../../domain/age.ts'
import { asCalendarDate } from '../../domain/calendar-date.ts'
import { classifyIdNumber } from '../../domain/id-number.ts'
import { openTestLedger } from '../testing/ledger-fixture.ts'
import { generateCommunity } from './generate-community.ts'
import { writeSampleCommunity } from './write-sample-community.ts'

const todayOn = asCalendarDate('2026-11-25')
const community = (seed: number) => [...generateCommunity({ seed, householdCount: 2400, todayOn })]

test('the same seed gives the same people, another seed gives others', () => {
  expect(community(7)).toEqual(community(7))
  expect(community(7)).not.toEqual(community(8))
})

test('people look like a community: numbers valid and unique, ages and special cases present', () => {
  const people = community(1).flat()
  expect(people.length).toBeGreaterThan(5500)
  expect(people.length).toBeLessThan(7500)
  expect(new Set(people.map(({ idNumber }) => idNumber)).size).toBe(people.length)
  for (const { idNumber, birthWhen, sex } of people) {
    expect(classifyIdNumber(idNumber, todayOn)).toMatchObject({ ok: true, birthOn: birthWhen, sex })
  }
  const ages = people.map(({ birthWhen }) => ageOn(asCalendarDate(birthWhen ?? ''), todayOn))
  const over70 = ages.filter((age) => age >= 70).length
  const over90 = ages.filter((age) => age >= 90).length
  expect(over70).toBeGreaterThan(300)
  expect(over90).toBeGreaterThan(8)
  expect(over90).toBeLessThan(60)
  expect(people.some(({ name }) => name.includes('·'))).toBe(true)
  expect(people.some(({ name }) => name.includes('𠮷') || name.includes('𠅤'))).toBe(true)
  expect(people.some(({ lunarBirth }) => lunarBirth !== null)).toBe(true)
})

test('a written community has one head in every household', async () => {
  const ledger = openTestLedger()
  const written = await writeSampleCommunity(ledger, { seed: 3, householdCount: 300 })
  const { count } = await ledger.db
    .selectFrom('resident')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  expect(count).toBe(written)
  const heads = ledger.raw
    .prepare(`SELECT count(*) AS households, sum(headResidentId IS NOT NULL) AS headed FROM household`)
    .get()
  expect(heads).toEqual({ households: 300, headed: 300 })
})
