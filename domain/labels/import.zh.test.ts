import { describe, expect, test } from 'vitest'
import { importFields, importIssueCodes } from '../roster-import.ts'
import { importFieldLabels, importIssueSentence, importLabels } from './import.zh.ts'

describe('importIssueSentence', () => {
  test('every finding names its field and ends as a sentence', () => {
    for (const code of importIssueCodes) {
      for (const field of importFields) {
        const sentence = importIssueSentence({ code, field, isRefusal: true }, [])
        const [shortName = ''] = importFieldLabels[field].split('（')
        expect(sentence.startsWith(shortName)).toBe(true)
        expect(sentence.endsWith('。')).toBe(true)
      }
    }
  })

  test('the field is not said twice', () => {
    expect(importIssueSentence({ code: 'idFifteenDigits', field: 'idNumber', isRefusal: true }, [])).toBe(
      '身份证号是 15 位旧号码。请换成 18 位新号码。',
    )
    expect(importIssueSentence({ code: 'cellTooLong', field: 'note', isRefusal: true }, [])).toBe(
      '备注：内容太长，超过了能保存的长度。请缩短后重新选择文件。',
    )
  })

  test('a row that goes in all the same is not asked to be chosen again', () => {
    for (const code of ['sexUnreadable', 'birthUnreadable', 'birthTwoDigitYear'] as const) {
      const field = code === 'sexUnreadable' ? 'sex' : 'birth'
      const sentence = importIssueSentence({ code, field, isRefusal: false }, [])
      expect(sentence).toContain('将以身份证号为准')
    }
  })
})

test('thousands are set apart as on the list of residents', () => {
  const counts = { add: 12_345, update: 1000, unchanged: 0, refuse: 0 }
  expect(importLabels.preview.apply(counts)).toBe('开始导入（新增 12,345 人，更新 1,000 人）')
  expect(importLabels.preview.rowCount(999)).toBe('共 999 行')
})
