import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { aCitizenNumber } from '../testing/builders.ts'
import { findDuplicates, type FoundPair } from './find-duplicates.ts'
import type { PersonFacts } from './person-facts.ts'
import { evidenceOf } from './suspicion.ts'
import { comparedPerson } from './person-facts.ts'

function find(people: readonly PersonFacts[]): readonly FoundPair[] {
  const work = findDuplicates(people)
  for (;;) {
    const { done, value } = work.next()
    if (done === true) return value.pairs
  }
}

let lastId = 0
function person(facts: {
  name: string
  birth?: string
  id?: string
  former?: string
  phones?: readonly string[]
}): PersonFacts {
  lastId += 1
  const numbers = [
    ...(facts.id === undefined ? [] : [{ idNumber: facts.id, isFormer: false }]),
    ...(facts.former === undefined ? [] : [{ idNumber: facts.former, isFormer: true }]),
  ]
  const { name, birth: birthWhen = null, phones = [] } = facts
  return { id: lastId, name, birthWhen, numbers, phones }
}

function reasonsOf(one: Parameters<typeof person>[0], other: Parameters<typeof person>[0]) {
  const [pair] = find([person(one), person(other)])
  return pair === undefined
    ? null
    : `${pair.suspicion.certainty}: ${pair.suspicion.reasons
        .map(({ code, misread }) => code + (misread === null ? '' : ` ${misread}`))
        .join(', ')}`
}

const sound = aCitizenNumber('1950-05-20', 12)
const swap = (text: string, at: number) =>
  text.slice(0, at) + (text[at + 1] ?? '') + (text[at] ?? '') + text.slice(at + 2)
const put = (text: string, at: number, digit: string) => text.slice(0, at) + digit + text.slice(at + 1)

describe('two records are offered as one person', () => {
  it.each([
    [
      'the same number of another kind',
      { name: '王秀英', id: sound },
      { name: '李建国', id: sound },
      'likely: sameNumber',
    ],
    [
      'the same number and name',
      { name: '王秀英', id: sound },
      { name: '王秀英', id: sound },
      'almostSure: sameNumber',
    ],
    [
      'an old number of 15 digits',
      { name: '王秀英', id: sound },
      { name: '王秀英', id: sound.slice(0, 6) + sound.slice(8, 17) },
      'almostSure: fifteenDigits',
    ],
    [
      'a former number',
      { name: '王秀英', id: sound },
      { name: '王秀英', former: sound },
      'almostSure: formerNumber',
    ],
    [
      'a digit typed wrong, by the check character of the second',
      { name: '王秀英', id: sound },
      { name: '王秀英', id: put(sound, 9, '7') },
      'likely: misreadNumber second',
    ],
    [
      'two neighbours the wrong way round in the first',
      { name: '王秀英', id: swap(sound, 8) },
      { name: '王秀瑛', id: sound },
      'possible: misreadNumber first',
    ],
    [
      'a digit typed wrong and the check character made to fit',
      { name: '王秀英', id: sound },
      { name: '王秀英', id: aCitizenNumber('1950-05-21', 12) },
      'likely: misreadNumber',
    ],
    [
      'the same birth date',
      { name: '王秀英', birth: '1950-05-20' },
      { name: '王秀英', birth: '1950-05-20' },
      'likely: sameBirth',
    ],
    [
      'a date of which the year is known',
      { name: '王秀英', birth: '1950' },
      { name: '王秀英', birth: '1950-05-20' },
      'possible: partialBirth',
    ],
    [
      'a date without its year',
      { name: '王秀英', birth: 'XXXX-05-20' },
      { name: '王秀英', birth: '1950-05-20' },
      'possible: partialBirth',
    ],
    [
      'a name in traditional characters',
      { name: '張偉國', birth: '1950-05-20' },
      { name: '张伟国', birth: '1950-05-20' },
      'likely: sameBirth',
    ],
    [
      'a variant of a character',
      { name: '髙桂兰', birth: '1950-05-20' },
      { name: '高桂蘭', birth: '1950-05-20' },
      'likely: sameBirth',
    ],
    [
      'a shortened surname',
      { name: '萧红', birth: '1950-05-20' },
      { name: '肖红', birth: '1950-05-20' },
      'likely: sameBirth',
    ],
    [
      'another separator',
      { name: '阿依古丽·买买提', phones: ['13900001111'] },
      { name: '阿依古丽 买买提', phones: ['+86 139-0000-1111'] },
      'likely: samePhone',
    ],
    [
      'birth and phone together',
      { name: '王秀英', birth: '1950-05-20', phones: ['13900001111'] },
      { name: '王秀英', birth: '1950-05-20', phones: ['13900001111'] },
      'almostSure: sameBirth, samePhone',
    ],
    [
      'namesakes of one day with two right numbers, as a mere possibility',
      { name: '王秀英', birth: '1950-05-20', id: sound },
      { name: '王秀英', birth: '1950-05-20', id: aCitizenNumber('1950-05-20', 398) },
      'possible: sameBirth',
    ],
  ])('because of %s', (_what, one, other, expected) => {
    expect(reasonsOf(one, other)).toBe(expected)
  })
})

describe('two records stay apart', () => {
  it.each([
    [
      'namesakes of whom nothing else agrees',
      { name: '王秀英', birth: '1950-05-20' },
      { name: '王秀英', birth: '1951-05-20' },
    ],
    [
      'a family with one phone',
      { name: '王秀英', phones: ['13900001111'] },
      { name: '李建国', phones: ['13900001111'] },
    ],
    [
      'twins with numbers side by side',
      { name: '张伟', birth: '1990-05-20', id: aCitizenNumber('1990-05-20', 11) },
      { name: '张强', birth: '1990-05-20', id: aCitizenNumber('1990-05-20', 13) },
    ],
    [
      'dates that share a month only',
      { name: '王秀英', birth: '1950-05' },
      { name: '王秀英', birth: 'XXXX-05-20' },
    ],
    ['dates that share nothing', { name: '王秀英', birth: '1950' }, { name: '王秀英', birth: 'XXXX-05-20' }],
    [
      'short numbers of two kinds of documents',
      { name: '王秀英', id: '12345678' },
      { name: '李建国', id: '12345678' },
    ],
    [
      'a misread number by another name',
      { name: '王秀英', id: sound },
      { name: '赵铁柱', id: put(sound, 9, '7') },
    ],
  ])('%s', (_what, one, other) => {
    expect(reasonsOf(one, other)).toBeNull()
  })
})

test('what was decided on is another text once a fact of the pair changes, and the same otherwise', () => {
  const one = { name: '王秀英', birth: '1950-05-20', phones: ['13900001111', '13800000000'] }
  const [first, second] = [comparedPerson(person(one)), comparedPerson(person(one))]
  const evidence = evidenceOf(first, second)
  expect(evidenceOf(second, first)).toBe(evidence)
  const later = (change: Partial<PersonFacts>) =>
    evidenceOf(first, { ...comparedPerson({ ...person(one), ...change }), id: second.id })
  expect(later({})).toBe(evidence)
  expect(later({ numbers: [{ idNumber: sound, isFormer: false }] })).toBe(evidence)
  expect(later({ phones: ['13900001111'] })).not.toBe(evidence)
  expect(later({ birthWhen: '1950' })).not.toBe(evidence)
})

/** The rule once more, by trying every two people, with tables and comparisons of its own. */
function everyPair(people: readonly PersonFacts[]): string[] {
  const written = { 張: '张', 偉: '伟', 國: '国', 髙: '高', 蘭: '兰', 萧: '肖', '·': '', ' ': '' } as Record<
    string,
    string
  >
  const folded = ({ name }: PersonFacts) => [...name].map((one) => written[one] ?? one).join('')
  const long = (text: string) => {
    if (text.length !== 15) return text
    const body = `${text.slice(0, 6)}19${text.slice(6)}`
    return aCitizenNumber(
      `${body.slice(6, 10)}-${body.slice(10, 12)}-${body.slice(12, 14)}`,
      Number(body.slice(14)),
      body.slice(0, 6),
    )
  }
  const isRight = (text: string) =>
    text ===
    aCitizenNumber(
      `${text.slice(6, 10)}-${text.slice(10, 12)}-${text.slice(12, 14)}`,
      Number(text.slice(14, 17)),
      text.slice(0, 6),
    )
  const found: string[] = []
  for (const one of people) {
    for (const other of people) {
      if (one.id >= other.id) continue
      const namesEqual = folded(one) === folded(other)
      const [ones, others] = [one, other].map(({ numbers }) =>
        numbers.map(({ idNumber }) => long(idNumber)),
      ) as [string[], string[]]
      const isSameNumber = ones.some((text) => others.includes(text))
      const differing = (a: string, b: string) =>
        [...a.slice(0, 17)].flatMap((digit, at) => (digit === b[at] ? [] : [at]))
      const isMisread = ones.some((a) =>
        others.some((b) => {
          if (a === b) return false
          const places = differing(a, b)
          const [at = 0, next = 0] = places
          const isSwap = places.length === 2 && next === at + 1 && a[at] === b[next] && a[next] === b[at]
          if (places.length > 1 && !isSwap) return false
          const letters = [[...folded(one)], [...folded(other)]] as const
          const oneLetter =
            letters[0].length === letters[1].length &&
            letters[0].filter((letter, index) => letter !== letters[1][index]).length <= 1
          const soundAlike = folded(one).replace('瑛', '英') === folded(other).replace('瑛', '英')
          return isRight(a) !== isRight(b) ? oneLetter : namesEqual || soundAlike
        }),
      )
      const [b, c] = [one.birthWhen, other.birthWhen]
      const matchesBirth = () => {
        if (b === null || c === null) return false
        const known = (when: string) => when.split('-').map((part) => (part === 'XXXX' ? undefined : part))
        const [left, right] = [known(b), known(c)]
        const both = [0, 1, 2].filter((part) => left[part] !== undefined && right[part] !== undefined)
        return both.every((part) => left[part] === right[part]) && (both.includes(0) || both.includes(2))
      }
      const isPhone = one.phones.some((phone) => other.phones.includes(phone))
      if (isSameNumber || isMisread || (namesEqual && (matchesBirth() || isPhone)))
        found.push(`${one.id} ${other.id}`)
    }
  }
  return found.sort()
}

const days = ['1950-05-20', '1950-05-02', '1951-05-20']
const anyNumber = fc
  .tuple(
    fc.constantFrom(...days),
    fc.integer({ min: 1, max: 30 }),
    fc.nat(60),
    fc.nat(16),
    fc.constantFrom('0', '1', '5', '9'),
  )
  .map(([day, sequence, kind, at, digit]) => {
    const number = aCitizenNumber(day, sequence)
    if (kind < 8) return put(number, at, digit)
    if (kind < 16) return swap(number, Math.min(at, 15))
    return kind < 24 ? number.slice(0, 6) + number.slice(8, 17) : number
  })
const anyPerson = fc.record({
  name: fc.constantFrom(
    '张伟国',
    '張偉國',
    '王秀英',
    '王秀瑛',
    '王秀兰',
    '高兰',
    '髙蘭',
    '萧红',
    '肖红',
    '古丽·买买提',
    '古丽买买提',
  ),
  birthWhen: fc.constantFrom(null, ...days, '1950', '1950-05', 'XXXX-05-20'),
  numbers: fc.array(fc.record({ idNumber: anyNumber, isFormer: fc.boolean() }), { maxLength: 2 }),
  phones: fc.subarray(['13900001111', '13900002222', '13900003333'], { maxLength: 1 }),
})

test('finds the very pairs that trying every two people finds', () => {
  fc.assert(
    fc.property(fc.array(anyPerson, { minLength: 20, maxLength: 140 }), (drawn) => {
      const people = drawn.map((facts, index) => ({ ...facts, id: index + 1 }))
      const found = find(people).map(({ firstId, secondId }) => `${firstId} ${secondId}`)
      expect(found.sort()).toEqual(everyPair(people))
    }),
    { numRuns: 60 },
  )
}, 120_000)
