import { createHash } from 'node:crypto'
import { SolarDay } from 'tyme4ts'
import { describe, expect, test } from 'vitest'
import { generateCommunity } from './generate-community.ts'

// Counted from the bare facts, without the product's own rules for ages, numbers, names and lunar days.
const households = [...generateCommunity({ seed: 1, householdCount: 2400 })]
const people = households.flat()
type Person = (typeof people)[number]

const figure = (date: string | null) => Number((date ?? '').replaceAll('-', ''))
const ageOf = (person: Person) => Math.floor((20_261_125 - figure(person.birthWhen)) / 10_000)
const count = (matches: (person: Person) => boolean) => people.filter(matches).length
const hasTag = (person: Person, tag: string) => person.careTags.some(({ careTag }) => careTag === tag)

describe('the default community', () => {
  test('has about 22 people over 90 and about 400 over 70, as the reports of real ones have', () => {
    expect(Math.abs(count((person) => ageOf(person) >= 90) - 22)).toBeLessThanOrEqual(6)
    expect(Math.abs(count((person) => ageOf(person) >= 70) - 430)).toBeLessThanOrEqual(40)
    expect(Math.abs(people.length - 6500)).toBeLessThanOrEqual(200)
  })

  test('is born from the 1920s to 2026, somebody in nearly every year', () => {
    const years = new Set(people.map(({ birthWhen }) => Number(birthWhen?.slice(0, 4))))
    expect(Math.min(...years)).toBeGreaterThanOrEqual(1920)
    expect(Math.min(...years)).toBeLessThan(1932)
    expect(Math.max(...years)).toBe(2026)
    const missing = Array.from({ length: 90 }, (_, index) => 1935 + index).filter((year) => !years.has(year))
    expect(missing).toEqual([])
  })

  test('has numbers whose last character the weighted sum confirms, with birth and sex inside', () => {
    const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2, 1]
    for (const { idNumber, birthWhen, sex } of people.filter(({ idNumber }) => idNumber !== '')) {
      const digits = [...idNumber].map((digit) => (digit === 'X' ? 10 : Number(digit)))
      expect(digits.reduce((sum, digit, place) => sum + digit * (weights[place] ?? 0), 0) % 11).toBe(1)
      expect([Number(idNumber.slice(6, 14)), Number(idNumber[16]) % 2]).toEqual([
        figure(birthWhen),
        sex === '1' ? 1 : 0,
      ])
    }
  })

  test('has minority names with the middle dot U+00B7, and no other dot', () => {
    const dotted = people.filter(({ name }) => name.includes('\u00b7'))
    expect(dotted.length).toBeGreaterThanOrEqual(20)
    expect(new Set(dotted.map(({ ethnicGroup }) => ethnicGroup))).toEqual(new Set(['05']))
    expect(people.filter(({ name }) => /[.\u2022\u30fb\u2027\uff0e]/.test(name))).toEqual([])
  })

  test('has characters of extension B and of a later one, counted by code point', () => {
    const within = (from: number, to: number) =>
      count(({ name }) =>
        [...name].some(
          (letter) => (letter.codePointAt(0) ?? 0) >= from && (letter.codePointAt(0) ?? 0) <= to,
        ),
      )
    expect(within(0x20000, 0x2a6df)).toBeGreaterThanOrEqual(3)
    expect(within(0x2a700, 0x323af)).toBeGreaterThanOrEqual(3)
    expect(count(({ name }) => name.length < 2 || name.length > 20)).toBe(0)
  })

  test('has couples by themselves, old ones among them, who say that they live so', () => {
    const couples = households.filter(
      (members) =>
        members.length === 2 && members.some(({ relationToHead }) => /^1[0-2]$/.test(relationToHead ?? '')),
    )
    const old = couples.filter((members) => members.every((person) => ageOf(person) >= 65))
    expect(couples.length).toBeGreaterThan(300)
    expect(old.length).toBeGreaterThan(100)
    expect(old.flat().every(({ livingArrangement }) => livingArrangement === 'withSpouse')).toBe(true)
    for (const members of couples) expect(new Set(members.map(({ sex }) => sex)).size).toBe(2)
  })

  test('has lone elders: alone in their household, and some without any family', () => {
    const lone = (person: Person) => /^(alone|loneNoFamily)$/.test(person.livingArrangement ?? '')
    const homes = households.filter((members) => members.some(lone))
    expect(homes.length).toBeGreaterThan(50)
    expect(
      homes.every((members) => members.length === 1 && members.every((person) => ageOf(person) >= 65)),
    ).toBe(true)
    expect(count(({ livingArrangement }) => livingArrangement === 'loneNoFamily')).toBeGreaterThan(0)
  })

  test('has disabled people of every age, half of them with a card of ten years', () => {
    const disabled = people.filter((person) => hasTag(person, 'disabled'))
    expect(disabled.length / people.length).toBeGreaterThan(0.01)
    expect(disabled.length / people.length).toBeLessThan(0.03)
    expect(disabled.some((person) => ageOf(person) < 40)).toBe(true)
    expect(disabled.some((person) => ageOf(person) >= 70)).toBe(true)
    const cards = disabled.flatMap(({ careTags }) =>
      careTags.filter(({ careTag, toOn }) => careTag === 'disabled' && toOn !== null),
    )
    expect(cards.length / disabled.length).toBeGreaterThan(0.3)
    const dayAfter = (date: string | null) =>
      new Date(Date.parse(date ?? '') + 86_400_000).toISOString().slice(0, 10)
    for (const { fromOn, toOn } of cards) expect(figure(dayAfter(toOn)) - figure(fromOn)).toBe(100_000)
  })

  test('has lunar birthdays that another almanac gives for the same day, some in a leap month', () => {
    const lunar = people.filter(({ lunarBirth }) => lunarBirth !== null)
    for (const { lunarBirth, birthWhen } of lunar) {
      const [year = 0, month = 0, day = 0] = (birthWhen ?? '').split('-').map(Number)
      const expected = SolarDay.fromYmd(year, month, day).getLunarDay()
      expect(lunarBirth).toEqual({
        year: expected.getYear(),
        month: Math.abs(expected.getMonth()),
        day: expected.getDay(),
        isLeap: expected.getMonth() < 0,
      })
    }
    expect(lunar.filter((person) => ageOf(person) >= 65).length).toBeGreaterThan(200)
    expect(lunar.filter(({ lunarBirth }) => lunarBirth?.isLeap === true).length).toBeGreaterThan(3)
  })

  test('has residents who share a phone, and residents with several', () => {
    const users = new Map<string, number>()
    for (const { phones } of people)
      for (const { number } of phones) users.set(number, (users.get(number) ?? 0) + 1)
    expect([...users.values()].filter((each) => each > 1).length).toBeGreaterThan(200)
    expect(Math.max(...users.values())).toBeGreaterThanOrEqual(3)
    expect(count(({ phones }) => phones.length > 1)).toBeGreaterThan(100)
  })

  test('has people who are registered here and live elsewhere, and tenants from elsewhere', () => {
    const away = people.filter(({ residenceStatus }) => residenceStatus === 'registeredOnly')
    expect(away.length).toBeGreaterThan(5)
    expect(away.every(({ currentAddress, dwelling }) => currentAddress !== '' && dwelling === null)).toBe(
      true,
    )
    const tenants = count(({ residenceStatus }) => /^(livingOnly|floating)$/.test(residenceStatus))
    expect(tenants / people.length).toBeGreaterThan(0.05)
    expect(tenants / people.length).toBeLessThan(0.3)
  })
})

test('is the same on every machine, to the last character', () => {
  const digest = createHash('sha256').update(JSON.stringify(people)).digest('hex')
  expect(digest.slice(0, 16)).toBe('012d5d4169d3e3b7')
})
