import { describe, expect, it } from 'vitest'
import type { OwnField } from '../../../domain/own-field.ts'
import { bulkChangeValuesSchema, ownValueProblem, type BulkChangeValues } from './bulk-change-values.ts'

const field = (id: number, kind: OwnField['kind'], name: string): OwnField => ({
  id,
  owner: 'resident',
  name,
  kind,
  choices: kind === 'choice' ? [{ id: 7, name: '合唱', isRetired: false }] : [],
  isRetired: false,
  isUsed: false,
  isInList: false,
  revision: 1,
})

const ownFields = [
  field(1, 'text', '车牌'),
  field(2, 'number', '面积'),
  field(3, 'date', '体检日期'),
  field(4, 'choice', '小组'),
  field(5, 'yesNo', '是否养犬'),
]

const typed = (id: number, value: string | null): BulkChangeValues => ({
  kind: 'setField',
  careTag: 'partyMember',
  benefit: '',
  fromOn: null,
  toOn: null,
  field: `own:${id}`,
  value,
  text: '',
})

const change = (id: number, value: string | null) =>
  bulkChangeValuesSchema(ownFields).safeParse(typed(id, value)).data

describe('an own field typed for many people', () => {
  it('becomes a value in the one form of its kind', () => {
    const cases = [
      [1, ' 渝A12345 ', '渝A12345'],
      [2, '８０．５０', '80.5'],
      [3, '2026年3月', '2026-03'],
      [4, '7', '7'],
      [5, 'no', 'no'],
    ] as const
    for (const [id, text, value] of cases)
      expect(change(id, text)).toEqual({ kind: 'setOwnField', ownFieldId: id, value })
  })

  it('left empty takes away what stands there', () => {
    for (const { id } of ownFields)
      for (const nothing of [null, '', '  '])
        expect(change(id, nothing)).toEqual({ kind: 'setOwnField', ownFieldId: id, value: null })
  })

  it('that can not be read is named by its field', () => {
    expect(ownValueProblem(typed(2, '八十'), ownFields)).toEqual({
      value: '面积要填数字，例如 12 或 3.5。',
    })
    expect(ownValueProblem(typed(3, '前年'), ownFields).value).toMatch(/^体检日期：日期看不懂/)
    expect(ownValueProblem(typed(2, '80'), ownFields)).toEqual({})
    expect(ownValueProblem({ ...typed(2, '八十'), kind: 'addNote' }, ownFields)).toEqual({})
  })
})
