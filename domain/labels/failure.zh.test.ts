import { expect, test } from 'vitest'
import { unsupportedFileReasons } from '../failure.ts'
import { failureSentence } from './failure.zh.ts'

test('every reason against a file has a sentence of its own that ends by saying what to do', () => {
  const sentences = unsupportedFileReasons.map((detail) =>
    failureSentence({ code: 'fileUnsupported', detail }),
  )
  expect(new Set(sentences).size).toBe(unsupportedFileReasons.length)
  for (const sentence of sentences) expect(sentence.split('。').at(-2)).toMatch(/请.*(选择|录入)/)
})

test('an unknown reason still gets the general sentence', () => {
  const general = failureSentence({ code: 'fileUnsupported' })
  expect(failureSentence({ code: 'fileUnsupported', detail: 'toString' })).toBe(general)
  expect(failureSentence({ code: 'fileEncrypted', detail: 'macros' })).toBe(
    failureSentence({ code: 'fileEncrypted' }),
  )
})
