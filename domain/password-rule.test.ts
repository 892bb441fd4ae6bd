import { describe, expect, it } from 'vitest'
import { passwordWords } from './codes/password-words.ts'
import { isMadeOf, isStrongPassword } from './password-rule.ts'
import { suggestPassword } from './password-suggestion.ts'

describe('a password', () => {
  it.each([
    ['short', 'Kx7#qpL9'],
    ['a run of digits', '1234567890'],
    ['neighbouring keys', 'qwertyuiop'],
    ['one letter', 'aaaaaaaaaa'],
    ['well known', 'woaini1314'],
    ['a date with little else', '19500520abc'],
    ['full-width digits, which are the same digits', '１２３４５６７８９０'],
  ])('is weak: %s', async (_reason, password) => {
    expect(await isStrongPassword(password, [])).toBe(false)
  })

  it('is strong when nobody would guess it, and weak for those who know its words', async () => {
    expect(await isStrongPassword('luohua-tixiang-58', [])).toBe(true)
    expect(await isStrongPassword('xingfuli2026', ['xingfuli'])).toBe(false)
  })

  it('is made of what is known about a person when little is added to it', () => {
    expect(isMadeOf('wangxiuying1', 'wangxiuying')).toBe(true)
    expect(isMadeOf('a13900000000', '13900000000')).toBe(true)
    expect(isMadeOf('13900000000-qingshan', '13900000000')).toBe(false)
    expect(isMadeOf('qingshan-lvshui', 'li')).toBe(false)
  })
})

describe('a suggested password', () => {
  it('is four words and two digits, typed as pinyin, and strong', async () => {
    let next = 0
    const { password, words } = suggestPassword((limit) => (next += 37) % limit)
    expect(words).toHaveLength(4)
    expect(password).toMatch(/^([a-z]+-){4}\d\d$/)
    expect(await isStrongPassword(password, [])).toBe(true)
  })

  it('draws from a list without doubles that gives at least 30 bits', () => {
    expect(new Set(passwordWords).size).toBe(passwordWords.length)
    expect(4 * Math.log2(passwordWords.length)).toBeGreaterThan(30)
  })
})
