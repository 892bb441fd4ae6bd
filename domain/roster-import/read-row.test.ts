import fc from 'fast-check'
import { expect, it } from 'vitest'
import { asCalendarDate } from '../calendar-date.ts'
import { residentDraftSchema } from '../resident.ts'
import {
  importFields,
  importIssueCodes,
  type BuiltInImportField,
  type ImportMapping,
} from '../roster-import.ts'
import { anyText } from '../testing/any-text.ts'
import { readRow } from './read-row.ts'
import type { SheetCell } from './roster-table.ts'
import { isRefused } from './row-issues.ts'

const todayOn = asCalendarDate('2026-11-25')
const mapping: ImportMapping = importFields.map((field, index) => ({ index, field }))
const soundCells: Partial<Record<BuiltInImportField, SheetCell>> = {
  name: '王秀英',
  sex: '女',
  idNumber: '11010519491231002X',
  birth: '1949.12.31',
  lunarBirth: '闰五月三十',
  ethnicGroup: '汉',
  phone: '13912345678（儿子）',
  address: '3号楼2单元501',
  careTags: '低保（2024年1月起）',
}
const usual = fc.constantFrom(...Object.values(soundCells), '户主', '人户一致', '无')
const cell: fc.Arbitrary<SheetCell> = fc.oneof(
  usual,
  anyText('王小明男女0123456789X年月日闰初-/.号楼单元室低保残疾（）、 户主', 20),
  fc.double(),
  fc.integer({ min: 0, max: 99_999 }),
  fc.record({ dateOn: fc.constantFrom('1949-12-31', '2026-03-05', '1900-02-28') }),
  fc.constant(null),
)

/** A sound row with a few cells of any kind in it, or else nearly every row would be refused for its name. */
const aRow = fc
  .array(fc.tuple(fc.constantFrom(...importFields), cell), { maxLength: 4 })
  .map((strange) => ({ ...soundCells, ...Object.fromEntries(strange) }))
  .map((cells) => importFields.map((field) => cells[field] ?? null))

it('makes of any row a draft that can be stored, or names why it is refused', () => {
  let storableCount = 0
  fc.assert(
    fc.property(aRow, (cells) => {
      const row = readRow(7, cells, mapping, { todayOn })
      for (const { code, field } of row.issues) {
        expect(importIssueCodes).toContain(code)
        expect(importFields).toContain(field)
      }
      if (isRefused(row)) return
      storableCount += 1
      const parsed = residentDraftSchema.safeParse(row.draft)
      expect(parsed.error?.issues ?? []).toEqual([])
    }),
    { numRuns: 2000 },
  )
  expect(storableCount).toBeGreaterThan(500)
})
