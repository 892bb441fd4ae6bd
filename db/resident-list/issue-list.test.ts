import { beforeEach, describe, expect, it } from 'vitest'
import { FailureError } from '../../domain/failure.ts'
import { listColumns, screenColumns, type ListColumn } from '../../domain/list-column.ts'
import { noFilter } from '../../domain/no-filter.ts'
import { residentListSchema } from '../../domain/resident-list.ts'
import type { ResidentDraft } from '../../domain/resident.ts'
import { anActor, aCitizenNumber, aResidentDraft } from '../../domain/testing/builders.ts'
import { ledgerFor, type Ledger } from '../ledger.ts'
import { listResidents } from '../resident/resident-list.queries.ts'
import { saveResident } from '../resident/resident.service.ts'
import { openTestLedger } from '../testing/ledger-fixture.ts'
import { issuedRows, issueList, peopleOnList, recordFailedList } from './issue-list.service.ts'

const everybody = { kind: 'shown', filter: noFilter, exceptIds: [] } as const
const agreed = { personCount: 1000, isAsked: false }
const idNumber = aCitizenNumber('1949-12-31', 2)

let ledger: Ledger

beforeEach(() => {
  ledger = openTestLedger()
})

async function add(overrides: Partial<Record<keyof ResidentDraft, unknown>> = {}) {
  return saveResident(ledger, { id: null, revision: null, draft: aResidentDraft(overrides) })
}

const aList = (overrides: object = {}) =>
  residentListSchema.parse({
    selection: everybody,
    columns: [...screenColumns],
    numbers: 'masked',
    reason: null,
    ...overrides,
  })

async function rowsOf(overrides: object = {}, as = ledger) {
  const { handle, rowCount } = await issueList(as, aList(overrides), 'savedAsWorkbook', agreed)
  return issuedRows(as, { handle, offset: 0, limit: rowCount })
}

async function codeOf(work: Promise<unknown>) {
  return work.then(
    () => null,
    (error: unknown) => (error instanceof FailureError ? error.failure.code : error),
  )
}

const lastEntry = () =>
  ledger.raw
    .prepare('SELECT action, objectType, fields, reason, detail FROM auditEntry ORDER BY seq DESC')
    .get()

describe('a list that leaves the window', () => {
  it('is the list on screen, in its order and masked as it is', async () => {
    for (const room of ['301', '102', '203']) await add({ dwelling: { building: '1号楼', unit: '', room } })
    const shown = await listResidents(ledger, { filter: noFilter, offset: 0, limit: 100 })
    const expected = shown.rows.map((row) => [
      row.name,
      '女',
      String(row.age ?? ''),
      row.idNumberMasked,
      row.address,
      row.phoneMasked,
      '',
    ])
    expect(expected.map((row) => row[4])).toEqual(['1号楼102', '1号楼203', '1号楼301'])
    expect(await rowsOf()).toEqual(expected)
  })

  it('stands in the audit trail with how many people, which columns and whether masked, before it is read', async () => {
    await add()
    await rowsOf({ columns: ['name', 'education'] })
    expect(lastEntry()).toEqual({
      action: 'savedAsWorkbook',
      objectType: 'residentList',
      fields: '["name","education"]',
      reason: '',
      detail: '{"personCount":1,"numbers":"masked"}',
    })
    await recordFailedList(ledger, 1)
    expect(lastEntry()).toMatchObject({ action: 'listFailed', detail: '{"personCount":1}' })
  })

  it('masks the numbers clerks wrote into notes as well', async () => {
    await add({
      note: `儿子电话13912345678`,
      phones: [{ number: '13812345678', owner: '女儿', isEmergency: false, note: '或13712345678' }],
    })
    const text = JSON.stringify(await rowsOf({ columns: ['phones', 'note'] }))
    expect(text).toContain('儿子电话139****5678')
    expect(text).toContain('或137****5678')
    expect(text).not.toMatch(/\d{11}/)
  })

  it('has whole numbers only for a reason, and never for those who only look', async () => {
    await add({
      idNumber,
      birthWhen: '1949-12-31',
      phones: [{ number: '13812345678', owner: '', isEmergency: false, note: '' }],
    })
    const columns = ['idNumber', 'phones', 'birthWhen']
    const reason = { purpose: 'service', text: '街道核对' }
    expect(await codeOf(rowsOf({ columns, numbers: 'all' }))).toBe('reasonRequired')
    expect(await rowsOf({ columns, numbers: 'all', reason })).toEqual([
      [idNumber, '13812345678', '1949-12-31'],
    ])
    expect(lastEntry()).toMatchObject({ reason: '街道核对' })
    expect(await rowsOf({ columns, numbers: 'phones', reason })).toEqual([
      [`610***********${idNumber.slice(-4)}`, '13812345678', '1949-12'],
    ])
    expect(await rowsOf({ columns })).toEqual([
      [`610***********${idNumber.slice(-4)}`, '138****5678', '1949-12'],
    ])
    expect(await rowsOf({ columns: ['birthWhen'] })).toEqual([['1949-12-31']])
    const viewer = ledgerFor(ledger, anActor({ role: 'viewer' }))
    expect(await codeOf(rowsOf({ columns, numbers: 'all', reason }, viewer))).toBe('notAllowed')
    expect(await codeOf(rowsOf({ columns: ['note'] }, viewer))).toBe('notAllowed')
  })

  it('tells nobody what is not for them, in no column', async () => {
    await add({
      careTags: [
        { careTag: 'disabled', fromOn: null, toOn: null },
        { careTag: 'volunteer', fromOn: null, toOn: null },
        { careTag: 'partyMember', fromOn: null, toOn: '2020-01-01' },
      ],
      birthWhen: '1949-12-31',
      lunarBirth: { year: 1949, month: 11, day: 12, isLeap: false },
    })
    const viewer = ledgerFor(ledger, anActor({ role: 'viewer' }))
    expect(await rowsOf({ columns: ['careTags'] })).toEqual([['残疾、志愿者']])
    expect(await rowsOf({ columns: ['careTags'] }, viewer)).toEqual([['志愿者']])
    const refused: ListColumn[] = []
    for (const column of listColumns)
      if ((await codeOf(rowsOf({ columns: [column] }, viewer))) === 'notAllowed') refused.push(column)
    expect(refused).toEqual(['birthWhen', 'lunarBirth', 'health', 'disability', 'benefits', 'note'])
  })

  it('shows every column of a record, the husband or wife by name', async () => {
    const wife = await add({ name: '李秀兰' })
    await add({ name: '王建国', spouseId: wife.id, workplace: '纺织厂', education: '20' })
    const rows = await rowsOf({ columns: [...listColumns] })
    const row = rows.find(([name]) => name === '王建国') ?? []
    const cells = Object.fromEntries(listColumns.map((column, index) => [column, row[index]]))
    expect(cells).toMatchObject({
      spouseId: '李秀兰',
      workplace: '纺织厂',
      building: '1号楼',
      unit: '2',
      room: '301',
      presence: '在本社区',
    })
    expect(row.every((cell) => typeof cell === 'string')).toBe(true)
  })

  it('is refused when it is empty, when it has grown since it was agreed to, or is too long for the clipboard', async () => {
    expect(await codeOf(peopleOnList(ledger, aList(), 'copied'))).toBe('listEmpty')
    await add()
    await add()
    const few = { personCount: 1, isAsked: false }
    expect(await codeOf(issueList(ledger, aList(), 'copied', few))).toBe('staleRecord')
    const { handle } = await issueList(ledger, aList(), 'copied', agreed)
    const other = ledgerFor(ledger, anActor({ staffId: 77 }))
    expect(await codeOf(issuedRows(other, { handle, offset: 0, limit: 10 }))).toBe('handleExpired')
    for (let index = 0; index < 999; index += 1) await add({ idNumber: '', idDocumentType: 'none' })
    expect(await codeOf(peopleOnList(ledger, aList(), 'copied'))).toBe('tooManyToCopy')
    expect(await peopleOnList(ledger, aList(), 'savedAsWorkbook')).toEqual({
      personCount: 1001,
      unaskedCount: 2,
    })
  })
})
