import { expect, it } from 'vitest'
import { residentDraftSchema } from './resident.ts'
import { storableLine, storableText } from './storable-text.ts'
import { aResidentDraft } from './testing/builders.ts'

it('takes every text that comes back as it was typed', () => {
  for (const text of ['', '𠮷野家', '王\u{2b73f}', 'a\u0000b', 'e\u0301', '\ufffd']) {
    expect(storableText(20).parse(text)).toBe(text)
  }
})

it.each(['\ud842', 'a\udfb7', '\udfb7\ud842'])('refuses half a character: %j', (text) => {
  expect(storableText(20).safeParse(text).error?.issues[0]?.message).toBe('storableText')
  expect(storableLine(20).safeParse(text).success).toBe(false)
})

it('counts after the blanks around a line are gone', () => {
  expect(storableLine(2).parse('  ab ')).toBe('ab')
  expect(storableLine(2).safeParse(' abc ').success).toBe(false)
  expect(storableLine(2).min(1).safeParse('  ').error?.issues[0]?.code).toBe('too_small')
})

it.each(['note', 'registeredAddress', 'currentAddress', 'idNumber'])('guards a person: %s', (field) => {
  const draft = { ...aResidentDraft(), [field]: 'a\ud842' }
  expect(residentDraftSchema.safeParse(draft).error?.issues[0]?.path).toEqual([field])
})
