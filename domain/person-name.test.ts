import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { maskName } from './mask.ts'
import {
  codePointCount,
  isPersonName,
  normalisePersonName,
  personNameSchema,
  privateUseCharacters,
} from './person-name.ts'
import { anyText } from './testing/any-text.ts'

const nameText = anyText('王小明阿依·•・･‧⋅∙᛫·.．  　\u200b\ufeffAnna𠮷\ue000', 30)
const dots = [...'·•・･‧⋅∙᛫·']

describe('whatever is typed as a name', () => {
  it('is settled after one cleaning, and a name or refused', () => {
    fc.assert(
      fc.property(nameText, (text) => {
        const name = normalisePersonName(text)
        expect(normalisePersonName(name)).toBe(name)
        const parsed = personNameSchema.safeParse(text)
        expect(parsed.success).toBe(isPersonName(name))
        if (parsed.success) expect(personNameSchema.parse(parsed.data)).toBe(parsed.data)
      }),
      { numRuns: 3000 },
    )
  })
  it('keeps every character but blanks, unseen ones and dots', () => {
    const kept = (text: string) => text.replace(/[\s\u200b-\u200f\u2060\ufeff·•・･‧⋅∙᛫·.．]/gu, '')
    fc.assert(
      fc.property(nameText, (text) => {
        expect(kept(normalisePersonName(text))).toBe(kept(text))
      }),
    )
  })
  it('has one kind of dot, whichever was typed', () => {
    for (const dot of [...dots, '.', '．', ' • ', '　·'])
      expect(normalisePersonName(`阿依${dot}买买提`)).toBe('阿依·买买提')
    expect(normalisePersonName('J. Smith')).toBe('J. Smith')
  })
  it('is as long as a reader counts, and masked to the same length', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 12 }), (text) => {
        const name = normalisePersonName(text)
        expect(codePointCount(name)).toBe(Array.from(name).length)
        expect(codePointCount(maskName(name))).toBe(codePointCount(name))
      }),
    )
  })
  it('tells the characters that only one computer knows', () => {
    expect(privateUseCharacters('王\ue000\u{f0001}明')).toEqual(['\ue000', '\u{f0001}'])
    expect(privateUseCharacters('𠮷田')).toEqual([])
  })
  it('may be long, and is refused beyond what anybody is called', () => {
    expect(isPersonName('阿'.repeat(100))).toBe(true)
    expect(isPersonName('𠮷'.repeat(100))).toBe(true)
    for (const name of ['', '阿'.repeat(101), '王\u0000', '\ud842'])
      expect([name, isPersonName(name)]).toEqual([name, false])
  })
})
