import { describe, expect, test } from 'vitest'
import { partialDateSchema } from '../../domain/calendar-date.ts'
import { noChoices } from '../../domain/import-choices.ts'
import type { ImportChoices, ImportView } from '../../domain/import-report.ts'
import { ownPhone, type ResidentDraft } from '../../domain/resident.ts'
import type { SheetCell } from '../../domain/roster-import/roster-table.ts'
import { aCitizenNumber, aResidentDraft, anActor } from '../../domain/testing/builders.ts'
import type { OperationContext } from '../ledger-operations.ts'
import { ledgerFor, type Ledger } from '../ledger.ts'
import { saveResident } from '../resident/resident.service.ts'
import { ledgerContent } from '../testing/ledger-content.ts'
import { openTestLedger } from '../testing/ledger-fixture.ts'
import { testKey } from '../testing/test-key.ts'
import { issueCorrectedCopy, recordFailedCopy } from './corrected-copy.service.ts'
import { rosterImportOperations } from './roster-import.operations.ts'
import { stageRoster } from './roster-staging.ts'

const context: OperationContext = { key: testKey, reportProgress: () => undefined, isCancelled: () => false }
const handle = 'roster'
const idNumber = aCitizenNumber('1943-08-15', 102)

async function preview(ledger: Ledger, rows: readonly (readonly SheetCell[])[]) {
  const table = { sheets: [{ name: '名单', rows, mergedAreas: [] }] }
  await stageRoster(ledger, { handle, fileName: '名单.xlsx', table })
  return rosterImportOperations['import.preview'](
    ledger,
    { handle, sheetIndexes: [0], mapping: null },
    context,
  )
}

const decide = (ledger: Ledger, choices: Partial<ImportChoices>) =>
  rosterImportOperations['import.decide'](ledger, { handle, choices: { ...noChoices, ...choices } }, context)

async function rowsOf(ledger: Ledger, verdict: ImportView | null = null) {
  return (await rosterImportOperations['import.rows'](ledger, { handle, verdict, offset: 0, limit: 200 }))
    .rows
}

const candidates = (ledger: Ledger, rowNumber: number) =>
  rosterImportOperations['import.candidates'](ledger, { handle, rowNumber })
const apply = (ledger: Ledger) => rosterImportOperations['import.apply'](ledger, { handle }, context)

async function withPerson(ledger: Ledger, overrides: Partial<ResidentDraft> = {}) {
  const draft = aResidentDraft({ idNumber, birthWhen: '1943-08-15', ...overrides })
  return saveResident(ledger, { id: null, revision: null, draft })
}

/** A number with another digit at a place, as a slip of the pen makes it. */
function withSlip(number: string, place: number): string {
  const digit = String((Number(number[place]) + 1) % 10)
  return number.slice(0, place) + digit + number.slice(place + 1)
}

describe('what an update changes', () => {
  test('is told field by field, with the old and the new, and numbers are masked', async () => {
    const ledger = openTestLedger()
    await withPerson(ledger, {
      phones: [ownPhone('13900000000')],
      ethnicGroup: null,
      note: '老党员',
    })
    await preview(ledger, [
      ['姓名', '身份证号', '电话', '民族', '楼栋', '单元', '室', '备注'],
      ['王秀英', idNumber, '13812345678(女儿)', '回', '1号楼', '2', '302', '老党员'],
    ])
    expect(await rowsOf(ledger, 'update')).toMatchObject([
      {
        changes: [
          { field: 'ethnicGroup', before: '', after: '回族' },
          { field: 'phone', before: '139****0000', after: '139****0000、138****5678 女儿' },
          { field: 'address', before: '1号楼2单元301', after: '1号楼2单元302' },
        ],
      },
    ])
  })

  test('never tells a tag of somebody else\u2019s post, nor a whole number', async () => {
    const director = openTestLedger()
    const worker = ledgerFor(director, anActor({ role: 'worker', workFields: [] }))
    await withPerson(director, { careTags: [{ careTag: 'lowIncome', fromOn: null, toOn: null }] })
    await preview(worker, [
      ['姓名', '身份证号', '电话', '关爱类别'],
      ['王秀英', idNumber, '13812345678', '党员'],
    ])
    const text = JSON.stringify(await rowsOf(worker))
    expect(text).toContain('党员')
    expect(text).not.toContain('13812345678')
    expect(text).not.toContain(idNumber)
  })
})

describe('a number that was damaged', () => {
  const damaged: readonly (readonly [string, SheetCell, string])[] = [
    ['one digit', withSlip(idNumber, 12), 'idOneDigit'],
    ['neighbours', idNumber.slice(0, 9) + '03' + idNumber.slice(11), 'idTransposed'],
    ['a spreadsheet', Number(`${idNumber.slice(0, 15)}000`), 'idPrecision'],
    ['a spreadsheet\u2019s text', `${idNumber[0] ?? ''}.${idNumber.slice(1, 15)}E+17`, 'idPrecision'],
    ['a digit left out', idNumber.slice(0, 5) + idNumber.slice(6), 'idDigitMissing'],
  ]

  test.each(damaged)(
    'by %s is refused, and the ledger says whose it may be',
    async (_what, cell, likeness) => {
      const ledger = openTestLedger()
      const { id } = await withPerson(ledger)
      await withPerson(ledger, { name: '张强', sex: '2', idNumber: aCitizenNumber('1943-08-15', 104) })
      const { counts, questions } = await preview(ledger, [
        ['姓名', '身份证号', '民族'],
        ['王秀英', cell, '回'],
      ])
      expect([counts.refuse, questions.alikeCount]).toEqual([1, 1])
      const [row] = await rowsOf(ledger, 'refuse')
      expect(row).toMatchObject({ likeness, decision: null, candidateCount: 1 })
      const found = await candidates(ledger, 2)
      expect(found.map(({ residentId }) => residentId)).toEqual([id])
      expect(JSON.stringify([row, found])).not.toContain(idNumber)
      expect(JSON.stringify([row, found])).toContain(
        `${idNumber.slice(0, 3)}***********${idNumber.slice(14)}`,
      )

      // Nothing is taken for granted; once the clerk has said who it is, the ledger's own number stays.
      await expect(apply(ledger)).rejects.toMatchObject({ failure: { code: 'nothingToImport' } })
      const decided = await decide(ledger, { decisions: [{ rowNumber: 2, residentId: id }] })
      expect([decided.counts.update, decided.counts.refuse, decided.questions.alikeCount]).toEqual([1, 0, 0])
      // The sender's file is as wrong as before.
      const [marks] = await issueCorrectedCopy(ledger, handle)
      expect(marks?.cells).toMatchObject([{ row: 2, column: 1, isRefusal: true }])
      await apply(ledger)
      expect(ledgerContent(ledger).residents).toMatchObject([{ id, idNumber, ethnicGroup: '03' }, {}])
    },
  )

  test('leaves an entry for the copy that shows it, and another one where the copy did not leave', async () => {
    const ledger = openTestLedger()
    await preview(ledger, [
      ['姓名', '身份证号'],
      ['王秀英', withSlip(idNumber, 12)],
    ])
    await issueCorrectedCopy(ledger, handle)
    await recordFailedCopy(ledger)
    const entries = ledger.raw
      .prepare<[], string>(`SELECT action || ' ' || objectType FROM auditEntry ORDER BY seq DESC LIMIT 2`)
      .pluck()
      .all()
    expect(entries).toEqual(['listFailed rosterImport', 'importCopySaved rosterImport'])
  })

  test('is nobody\u2019s where names differ, and a person can be chosen for one row only', async () => {
    const ledger = openTestLedger()
    const { id } = await withPerson(ledger)
    const slip = withSlip(idNumber, 12)
    await preview(ledger, [
      ['姓名', '身份证号'],
      ['李平', slip],
      ['王秀英', slip],
      ['王秀英', withSlip(idNumber, 11)],
    ])
    expect(await candidates(ledger, 2)).toEqual([])
    const decisions = [2, 3, 4].map((rowNumber) => ({ rowNumber, residentId: id }))
    const { counts } = await decide(ledger, { decisions })
    expect(counts).toEqual({ add: 0, update: 0, unchanged: 1, refuse: 2 })
    expect((await rowsOf(ledger)).map(({ verdict }) => verdict)).toEqual(['refuse', 'unchanged', 'refuse'])
  })

  test('does not hide what else is wrong with the row', async () => {
    const ledger = openTestLedger()
    const { id } = await withPerson(ledger)
    await preview(ledger, [
      ['姓名', '身份证号', '住址'],
      ['王秀英', withSlip(idNumber, 12), { dateOn: '2026-03-01', shows: 'monthDay' }],
    ])
    const { counts } = await decide(ledger, { decisions: [{ rowNumber: 2, residentId: id }] })
    expect(counts.refuse).toBe(1)
    expect(await rowsOf(ledger)).toMatchObject([{ decision: null, candidateCount: 0 }])
  })
})

test('a row without a name is told whose number it bears', async () => {
  const ledger = openTestLedger()
  const { id } = await withPerson(ledger)
  await preview(ledger, [
    ['姓名', '身份证号', '民族'],
    ['', idNumber, '回'],
  ])
  expect(await candidates(ledger, 2)).toMatchObject([
    { residentId: id, likeness: 'sameNumber', name: '王秀英' },
  ])
  await decide(ledger, { decisions: [{ rowNumber: 2, residentId: id }] })
  await apply(ledger)
  expect(ledgerContent(ledger).residents).toMatchObject([{ name: '王秀英', ethnicGroup: '03' }])
})

test('a row without a name is asked about only where a name is all it lacks', async () => {
  const ledger = openTestLedger()
  await withPerson(ledger)
  const { questions } = await preview(ledger, [
    ['姓名', '身份证号', '住址'],
    ['', idNumber, { dateOn: '2026-03-01', shows: 'monthDay' }],
  ])
  expect([questions.alikeCount, await candidates(ledger, 2)]).toEqual([0, []])
})

describe('somebody of the same name', () => {
  const sheet = [
    ['姓名', '性别', '出生日期', '楼栋', '单元', '室'],
    ['王秀英', '女', '1943-08-15', '9号楼', '1', '101'],
  ]

  test('is offered, and becomes the person or another one as the clerk says', async () => {
    const ledger = openTestLedger()
    const { id } = await withPerson(ledger)
    const { counts, questions } = await preview(ledger, sheet)
    expect([counts.add, questions.alikeCount]).toEqual([1, 1])
    expect(await rowsOf(ledger, 'alike')).toMatchObject([{ likeness: 'sameBirth' }])

    const same = await decide(ledger, { decisions: [{ rowNumber: 2, residentId: id }] })
    expect([same.counts.update, same.questions.alikeCount]).toEqual([1, 0])
    expect(await rowsOf(ledger)).toMatchObject([
      { decision: 'same', changes: [{ field: 'address', before: '1号楼2单元301', after: '9号楼1单元101' }] },
    ])

    const other = await decide(ledger, { decisions: [{ rowNumber: 2, residentId: null }] })
    expect([other.counts.add, other.questions.alikeCount]).toEqual([1, 0])
    expect(await rowsOf(ledger)).toMatchObject([{ decision: 'other', issues: [] }])
  })

  test('stands for one row only, and the other one says so', async () => {
    const ledger = openTestLedger()
    const { id } = await withPerson(ledger)
    await preview(ledger, [...sheet, ['王秀英', '女', '1943-08-15', '9号楼', '1', '102']])
    const { counts, questions } = await decide(ledger, {
      decisions: [2, 3].map((rowNumber) => ({ rowNumber, residentId: id })),
    })
    expect([counts.update, counts.refuse, questions.alikeCount]).toEqual([1, 1, 0])
    expect(await rowsOf(ledger, 'refuse')).toMatchObject([
      {
        rowNumber: 3,
        decision: 'same',
        issues: [{ code: 'personTaken', field: 'name', isRefusal: true }],
      },
    ])
  })

  test('is no candidate who was not offered for the row', async () => {
    const ledger = openTestLedger()
    await withPerson(ledger)
    const stranger = await withPerson(ledger, {
      name: '张强',
      idNumber: aCitizenNumber('1960-01-01', 104),
      birthWhen: partialDateSchema.parse('1960-01-01'),
    })
    await preview(ledger, sheet)
    const { counts } = await decide(ledger, { decisions: [{ rowNumber: 2, residentId: stranger.id }] })
    expect(counts).toMatchObject({ add: 1, update: 0 })
    expect(await rowsOf(ledger)).toMatchObject([{ decision: null, issues: [{ code: 'sameNameExists' }] }])
  })
})

describe('empty cells', () => {
  const person = {
    note: '喜欢下棋',
    ethnicGroup: '01',
    phones: [ownPhone('13900000000')],
    registeredAddress: '某街 1 号',
    birthWhen: partialDateSchema.parse('1943-08-15'),
  } satisfies Partial<ResidentDraft>
  const sheet = [
    ['姓名', '身份证号', '性别', '出生日期', '电话', '民族', '备注', '住址'],
    ['王秀英', idNumber, '', '', '', '', '', ''],
  ]

  test('take nothing away unless the clerk says so', async () => {
    const ledger = openTestLedger()
    await withPerson(ledger, person)
    expect((await preview(ledger, sheet)).counts.unchanged).toBe(1)
  })

  test('take away what they stand under, and nothing that has no column', async () => {
    const ledger = openTestLedger()
    await withPerson(ledger, person)
    await preview(ledger, sheet)
    const { questions } = await decide(ledger, { isEmptying: true })
    expect(questions.emptiedCount).toBe(4)
    const [row] = await rowsOf(ledger, 'emptied')
    expect(row?.changes).toEqual([
      { field: 'ethnicGroup', before: '汉族', after: '' },
      { field: 'phone', before: '139****0000', after: '' },
      { field: 'address', before: '1号楼2单元301', after: '' },
      { field: 'note', before: '喜欢下棋', after: '' },
    ])
    await apply(ledger)
    const after = ledgerContent(ledger)
    expect(after.residents).toMatchObject([
      {
        idNumber,
        sex: '2',
        birthWhen: '1943-08-15',
        ethnicGroup: null,
        note: '',
        registeredAddress: '某街 1 号',
      },
    ])
    expect(after.phones).toEqual([])
    await rosterImportOperations['import.undoLast'](ledger)
    expect(ledgerContent(ledger).residents).toMatchObject([{ ethnicGroup: '01', note: '喜欢下棋' }])
  })

  test('leave a tag of somebody else\u2019s post where it is', async () => {
    const director = openTestLedger()
    const worker = ledgerFor(director, anActor({ role: 'worker', workFields: [] }))
    await withPerson(director, { careTags: [{ careTag: 'lowIncome', fromOn: null, toOn: null }] })
    await preview(worker, [
      ['姓名', '身份证号', '关爱类别'],
      ['王秀英', idNumber, ''],
    ])
    expect((await decide(worker, { isEmptying: true })).counts.unchanged).toBe(1)
  })

  test('in part of a door leave the door alone', async () => {
    const ledger = openTestLedger()
    await withPerson(ledger)
    await preview(ledger, [
      ['姓名', '身份证号', '楼栋', '单元', '室'],
      ['王秀英', idNumber, '1号楼', '', ''],
    ])
    expect((await decide(ledger, { isEmptying: true })).counts.unchanged).toBe(1)
  })
})

test('years with two figures are asked about once and read as the clerk says', async () => {
  const ledger = openTestLedger()
  const births = ['45年3月', '15-3-2', '450302', '45.3', '50-1-1']
  const sheet = [
    ['姓名', '性别', '出生日期'],
    ...births.map((birth, index) => [`王${'一二三四五'[index] ?? ''}`, '女', birth]),
  ]
  const { counts, questions } = await preview(ledger, sheet)
  expect([counts.refuse, questions.twoDigitYearCount]).toEqual([5, 5])
  const birthsRead = async (twoDigitYears: ImportChoices['twoDigitYears']) => {
    const decided = await decide(ledger, { twoDigitYears })
    expect(decided.counts.add).toBe(5)
    await apply(ledger)
    const read = ledgerContent(ledger).residents.map(({ birthWhen }) => birthWhen)
    await rosterImportOperations['import.undoLast'](ledger)
    return read
  }
  expect(await birthsRead('nineteenHundreds')).toEqual([
    '1945-03',
    '1915-03-02',
    '1945-03-02',
    '1945-03',
    '1950-01-01',
  ])
  await preview(ledger, sheet)
  expect(await birthsRead('latest')).toEqual(['1945-03', '2015-03-02', '1945-03-02', '1945-03', '1950-01-01'])
})
