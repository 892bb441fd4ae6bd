import { describe, expect, test } from 'vitest'
import { codeFields } from './code-fields.ts'
import { chosenValues } from './chosen-values.ts'
import { readWholeSheet } from './testing/read-whole-sheet.ts'
import { asCalendarDate } from '../calendar-date.ts'
import { noChoices } from '../import-choices.ts'
import type { ImportValue } from '../import-report.ts'

const todayOn = asCalendarDate('2026-11-25')

function read(rows: readonly (readonly string[])[], values: readonly ImportValue[] = []) {
  const sheet = { name: '名单', rows, mergedAreas: [] }
  return readWholeSheet(sheet, null, todayOn, { ...noChoices, values: [...values] })
}

describe('words that no code table knows', () => {
  const rows = [
    ['姓名', '性别', '民族', '关爱类别'],
    ['王秀英', '女', '汗族', '低保、独居老太'],
    ['李平', '男', '汗族', '独居老太(2020-01-01)'],
    ['张强', '男', '回族', '党员'],
  ]

  test('are listed once each, with their column and rows', () => {
    expect(read(rows).values).toEqual([
      { field: 'careTags', text: '独居老太', code: null, rowCount: 2, isDecided: false },
      { field: 'ethnicGroup', text: '汗族', code: null, rowCount: 2, isDecided: false },
    ])
  })

  test('mean what the clerk says, in every row and beside other tags', () => {
    const reading = read(rows, [
      { field: 'ethnicGroup', text: '汗族', code: '01' },
      { field: 'careTags', text: '独居老太', code: 'emptyNest' },
    ])
    expect(reading.values).toEqual([
      { field: 'ethnicGroup', text: '汗族', code: '01', rowCount: 2, isDecided: true },
      { field: 'careTags', text: '独居老太', code: 'emptyNest', rowCount: 2, isDecided: true },
    ])
    expect(reading.rows.map(({ draft }) => draft.ethnicGroup)).toEqual(['01', '01', '03'])
    expect(reading.rows.map(({ draft }) => draft.careTags)).toEqual([
      [
        { careTag: 'lowIncome', fromOn: null, toOn: null },
        { careTag: 'emptyNest', fromOn: null, toOn: null },
      ],
      [{ careTag: 'emptyNest', fromOn: '2020-01-01', toOn: null }],
      [{ careTag: 'partyMember', fromOn: null, toOn: null }],
    ])
    expect(reading.rows.flatMap(({ issues }) => issues)).toEqual([])
  })

  const lowIncome = { careTag: 'lowIncome', fromOn: null, toOn: null }
  const emptyNest = { careTag: 'emptyNest', fromOn: null, toOn: null }
  const since2020 = { careTag: 'emptyNest', fromOn: '2020-01-01', toOn: null }

  test.each([
    ['独居老太2020-01起', '独居老太', [since2020]],
    ['2020年1月起独居老太；低保', '独居老太', [since2020, lowIncome]],
    ['独居老太【2020-01-01起】', '独居老太', [since2020]],
    ['低保 独居老太', '低保独居老太', [emptyNest]],
    ['低保\n独居 老太', '独居老太', [lowIncome, emptyNest]],
  ])('are found again in %j, where they are asked about as %s', (cell, text, careTags) => {
    const one = [
      ['姓名', '性别', '关爱类别'],
      ['王秀英', '女', cell],
    ]
    const asked = { field: 'careTags', text, code: null, rowCount: 1, isDecided: false }
    expect(read(one).values).toEqual([asked])
    const reading = read(one, [{ field: 'careTags', text, code: 'emptyNest' }])
    expect(reading.values).toEqual([{ ...asked, code: 'emptyNest', isDecided: true }])
    expect(reading.rows[0]?.draft.careTags).toEqual(careTags)
    expect(reading.rows[0]?.issues).toEqual([])
  })

  test('are found again among the benefits', () => {
    const one = [
      ['姓名', '性别', '享受待遇'],
      ['王秀英', '女', '慰问金2020-01起'],
    ]
    expect(read(one).values.map(({ text }) => text)).toEqual(['慰问金'])
    const [row] = read(one, [{ field: 'benefits', text: '慰问金', code: 'temporaryAid' }]).rows
    expect(row?.draft.benefits).toEqual([{ benefit: 'temporaryAid', fromOn: '2020-01-01', toOn: null }])
    expect(row?.issues).toEqual([])
  })

  test('take the days beside them along where they mean nothing', () => {
    const reading = read(rows, [{ field: 'careTags', text: '独居老太', code: null }])
    expect(reading.rows.map(({ draft }) => draft.careTags.map(({ careTag }) => careTag))).toEqual([
      ['lowIncome'],
      [],
      ['partyMember'],
    ])
    expect(reading.rows.flatMap(({ issues }) => issues.map(({ field }) => field))).toEqual([
      'ethnicGroup',
      'ethnicGroup',
    ])
  })

  test('are left out without another word where they mean nothing', () => {
    const reading = read(rows, [{ field: 'ethnicGroup', text: '汗族', code: null }])
    expect(reading.rows[0]?.draft.ethnicGroup).toBeNull()
    expect(reading.rows[0]?.issues.map(({ field }) => field)).toEqual(['careTags'])
  })

  test('keep nobody out any more whose sex they name', () => {
    const odd = [
      ['姓名', '性别'],
      ['王秀英', '坤'],
    ]
    expect(read(odd).rows[0]?.issues).toEqual([
      { code: 'sexUnreadable', field: 'sex', isRefusal: true, value: '坤' },
    ])
    const [row] = read(odd, [{ field: 'sex', text: '坤', code: '2' }]).rows
    expect([row?.draft.sex, row?.issues]).toEqual(['2', []])
  })
})

test('the ledger reads its own word for every code as that code', () => {
  for (const { codes, parse } of Object.values(codeFields)) {
    for (const [code, word] of Object.entries(codes)) expect(parse(word)).toBe(code)
  }
})

test('a column nobody was asked about is left alone', () => {
  const { applied } = chosenValues(
    [{ field: 'sex', text: '汉', code: '1' }],
    [
      { index: 0, field: 'ethnicGroup' },
      { index: 1, field: 'sex' },
    ],
  )
  expect(applied(['汉', '汉'])).toEqual(['汉', '男'])
})
