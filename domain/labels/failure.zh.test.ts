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

const blockedFiles = {
  stateFileBlocked: '小文件',
  keysBlocked: '钥匙文件',
  placeBlocked: '小文件',
  backupFolderBlocked: '备份',
  restoreFolderBlocked: '台账所在的文件夹',
  stickBlocked: '文件夹',
} as const

test.each(Object.entries(blockedFiles))(
  'a file that somebody holds (%s) is told with who may hold it',
  (code, file) => {
    const sentence = failureSentence({ code: code as keyof typeof blockedFiles })
    expect(sentence).toContain(file)
    expect(sentence).toContain('杀毒软件')
  },
)

test('a list that could not be written may be open in another program', () => {
  expect(failureSentence({ code: 'fileNotWritten' })).toContain('打开着')
})
