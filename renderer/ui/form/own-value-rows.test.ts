import { describe, expect, it } from 'vitest'
import { ownFieldSchema, type OwnField } from '../../../domain/own-field.ts'
import { ownRowProblems, ownRows, ownRowsSchema, withEveryOwnRow } from './own-value-rows.ts'

function aField(id: number, overrides: Partial<OwnField> = {}): OwnField {
  return ownFieldSchema.parse({
    id,
    owner: 'resident',
    name: `字段${id}`,
    kind: 'text',
    choices: [],
    isRetired: false,
    isUsed: false,
    isInList: false,
    revision: 1,
    ...overrides,
  })
}

const fields = [
  aField(3, { kind: 'number' }),
  aField(1),
  aField(2, { isRetired: true }),
  aField(4, { isRetired: true }),
  aField(5, { owner: 'household' }),
]

describe('the rows of a form with own fields', () => {
  it('are those that are offered, what is no longer offered but filled in, and what is not known yet', () => {
    const values = [
      { ownFieldId: 2, value: '旧' },
      { ownFieldId: 9, value: '同事刚加的' },
    ]
    const rows = ownRows(values, fields, 'resident')
    expect(rows).toEqual([
      { ownFieldId: 3, value: '' },
      { ownFieldId: 1, value: '' },
      { ownFieldId: 2, value: '旧' },
      { ownFieldId: 9, value: '同事刚加的' },
    ])
    // What nobody touched is saved as it was.
    expect(ownRowsSchema(fields).parse(rows)).toEqual(values)
  })

  it('are read into values in the one form of their kind, and blank ones are none', () => {
    const typed = [
      { ownFieldId: 3, value: '１，２００.50' },
      { ownFieldId: 1, value: '  ' },
      { ownFieldId: 2, value: null },
    ]
    expect(ownRowsSchema(fields).parse(typed)).toEqual([{ ownFieldId: 3, value: '1200.5' }])
    expect(ownRowProblems(typed, fields)).toEqual({})
    expect(ownRowProblems([{ ownFieldId: 3, value: '很多' }], fields)).toEqual({
      'ownValues.0.value': '字段3要填数字，例如 12 或 3.5。',
    })
  })

  it('that were kept half filled in are put into the rows there are by now', () => {
    const kept = [
      { ownFieldId: 1, value: '填了一半' },
      { ownFieldId: 8, value: '已删除' },
    ]
    expect(withEveryOwnRow(kept, ownRows([], fields, 'resident'))).toEqual([
      { ownFieldId: 3, value: '' },
      { ownFieldId: 1, value: '填了一半' },
    ])
  })
})
