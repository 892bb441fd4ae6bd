import fc from 'fast-check'
import { beforeEach, describe, expect, it } from 'vitest'
import { FailureError } from '../../domain/failure.ts'
import { conditionText } from '../../domain/labels/condition.zh.ts'
import { noFilter } from '../../domain/no-filter.ts'
import { ownFieldKey, type OwnField } from '../../domain/own-field.ts'
import { conditionGroupSchema, type ConditionGroup } from '../../domain/resident-condition.ts'
import { residentListSchema } from '../../domain/resident-list.ts'
import { anActor, aResidentDraft } from '../../domain/testing/builders.ts'
import { ledgerFor, type Ledger } from '../ledger.ts'
import { issuedRows, issueList } from '../resident-list/issue-list.service.ts'
import { listResidents } from '../resident/resident-list.queries.ts'
import { saveResident } from '../resident/resident.service.ts'
import { savedFilterOperations } from '../saved-filter/saved-filter.operations.ts'
import { openTestLedger } from '../testing/ledger-fixture.ts'
import { ownFieldOperations } from './own-field.operations.ts'
import { addOwnField } from './testing/own-field-fixture.ts'

let ledger: Ledger

beforeEach(() => {
  ledger = openTestLedger()
})

const viewer = () => ledgerFor(ledger, anActor({ role: 'viewer' }))

/** Somebody called so, who has this value in a field; nothing where it is empty. */
async function add(name: string, field: OwnField, value: string) {
  const ownValues = value === '' ? [] : [{ ownFieldId: field.id, value }]
  const draft = aResidentDraft({ name, ownValues, idNumber: '', idDocumentType: 'none' })
  return saveResident(ledger, { id: null, revision: null, draft })
}

function question(field: OwnField, test: object, isNot = false): ConditionGroup {
  const condition = { field: ownFieldKey(field.id), isNot, test }
  return conditionGroupSchema.parse({ match: 'all', isNot: false, conditions: [condition] })
}

async function found(field: OwnField, test: object, isNot = false) {
  const filter = { ...noFilter, condition: question(field, test, isNot) }
  const { rows } = await listResidents(ledger, { filter, offset: 0, limit: 200 })
  return rows.map(({ name }) => name).sort()
}

async function codeOf(work: Promise<unknown>) {
  return work.then(
    () => null,
    (error: unknown) => (error instanceof FailureError ? error.failure.code : error),
  )
}

describe('a question about an own field', () => {
  it('of text, a choice, yes or no, or a date, also finds who has nothing', async () => {
    const text = await addOwnField(ledger, { name: '爱好' })
    await add('甲', text, '下象棋')
    await add('乙', text, '')
    expect(await found(text, { operator: 'contains', text: '象棋' })).toEqual(['甲'])
    expect(await found(text, { operator: 'contains', text: '象棋' }, true)).toEqual(['乙'])
    expect(await found(text, { operator: 'is', text: '下象棋' })).toEqual(['甲'])
    expect(await found(text, { operator: 'empty' })).toEqual(['乙'])
    expect(await found(text, { operator: 'empty' }, true)).toEqual(['甲'])

    const group = await addOwnField(ledger, { name: '小组', choices: ['太极', '合唱'] })
    const [first, second] = group.choices.map(({ id }) => String(id))
    await add('丙', group, first ?? '')
    await add('丁', group, second ?? '')
    expect(await found(group, { operator: 'oneOf', codes: [second] })).toEqual(['丁'])
    expect(await found(group, { operator: 'oneOf', codes: [first, second] })).toEqual(['丁', '丙'].sort())

    const dog = await addOwnField(ledger, { name: '养犬', kind: 'yesNo' })
    await add('戊', dog, 'yes')
    await add('己', dog, 'no')
    expect(await found(dog, { operator: 'yes' })).toEqual(['戊'])
    expect(await found(dog, { operator: 'no' })).toEqual(['己'])

    const day = await addOwnField(ledger, { name: '体检', kind: 'date' })
    await add('庚', day, '2026-11-20')
    await add('辛', day, '2025')
    expect(await found(day, { operator: 'before', day: '2026-01-01' })).toEqual(['辛'])
    expect(await found(day, { operator: 'in', span: { span: 'thisMonth' } })).toEqual(['庚'])
    expect(await found(day, { operator: 'incomplete' })).toEqual(['辛'])
  })

  it('of numbers compares them as numbers, whatever their length', async () => {
    const field = await addOwnField(ledger, { name: '面积', kind: 'number' })
    const number = fc
      .tuple(fc.integer({ min: -99_999, max: 99_999 }), fc.integer({ min: 0, max: 99 }))
      .map(([whole, part]) => String(Number(`${whole}.${part}`)))
      .filter((text) => text !== '-0')
    const values = fc.sample(number, { numRuns: 60, seed: 7 })
    for (const [index, value] of values.entries()) await add(`人${index}`, field, value)
    await add('无', field, '')
    const expected = (passes: (value: number) => boolean) =>
      values.flatMap((value, index) => (passes(Number(value)) ? [`人${index}`] : [])).sort()
    for (const [low, high] of [
      ['-10.5', '99.25'],
      ['0', '0'],
      [values[3], values[4]],
      [values[5], '99999'],
    ] as const) {
      const [least, most] = [Number(low), Number(high)]
      expect(await found(field, { operator: 'numberAtLeast', number: low })).toEqual(
        expected((value) => value >= least),
      )
      expect(await found(field, { operator: 'numberAtMost', number: high })).toEqual(
        expected((value) => value <= most),
      )
      expect(await found(field, { operator: 'numberFromTo', leastNumber: low, mostNumber: high })).toEqual(
        expected((value) => value >= least && value <= most),
      )
    }
  })

  it('is not for those who only look', async () => {
    const field = await addOwnField(ledger, {})
    const filter = { ...noFilter, condition: question(field, { operator: 'empty' }) }
    expect(await codeOf(listResidents(viewer(), { filter, offset: 0, limit: 10 }))).toBe('notAllowed')
  })

  it('stays readable when it is kept and the field is no longer in use', async () => {
    const field = await addOwnField(ledger, { name: '小组', choices: ['太极', '合唱'] })
    const codes = [String(field.choices[1]?.id)]
    const condition = question(field, { operator: 'oneOf', codes }, true)
    await savedFilterOperations['savedFilter.save'](ledger, {
      id: null,
      revision: null,
      name: '不唱歌的',
      condition,
    })
    expect(await codeOf(ownFieldOperations['ownField.remove'](ledger, field))).toBe('ownFieldUsed')
    await ownFieldOperations['ownField.setRetired'](ledger, { ...field, isRetired: true })
    const [saved] = await savedFilterOperations['savedFilter.list'](ledger)
    const ownFields = await ownFieldOperations['ownField.list'](ledger)
    expect(saved?.state).toBe('usable')
    expect(
      conditionText(saved?.condition ?? condition, {
        places: { building: {}, residentGroup: {}, grid: {} },
        ownFields,
      }),
    ).toBe('小组 不是 合唱')
  })
})

describe('a list', () => {
  it('has a column of an own field on the screen and in a file, masked, and not for those who only look', async () => {
    const field = await addOwnField(ledger, { name: '联系人', isInList: true })
    const group = await addOwnField(ledger, { name: '小组', choices: ['太极'] })
    const choice = String(group.choices[0]?.id)
    await saveResident(ledger, {
      id: null,
      revision: null,
      draft: aResidentDraft({
        name: '甲',
        ownValues: [
          { ownFieldId: field.id, value: '儿子13912345678' },
          { ownFieldId: group.id, value: choice },
        ],
      }),
    })
    const page = { filter: noFilter, offset: 0, limit: 10 }
    const [row] = (await listResidents(ledger, page)).rows
    expect(row?.ownTexts).toEqual({ [ownFieldKey(field.id)]: '儿子139****5678' })
    expect((await listResidents(viewer(), page)).rows[0]?.ownTexts).toEqual({})

    const list = (overrides: object = {}) =>
      residentListSchema.parse({
        selection: { kind: 'shown', filter: noFilter, exceptIds: [] },
        columns: ['name', ownFieldKey(group.id), ownFieldKey(field.id)],
        numbers: 'masked',
        reason: null,
        ...overrides,
      })
    const agreed = { personCount: 10, isAsked: false }
    const issued = await issueList(ledger, list(), 'savedAsWorkbook', agreed)
    expect(issued.headers).toEqual(['姓名', '小组', '联系人'])
    expect(await issuedRows(ledger, { handle: issued.handle, offset: 0, limit: 10 })).toEqual([
      ['甲', '太极', '儿子139****5678'],
    ])
    const reason = { purpose: 'service', text: '街道核对' }
    const whole = await issueList(ledger, list({ numbers: 'all', reason }), 'savedAsWorkbook', agreed)
    expect(await issuedRows(ledger, { handle: whole.handle, offset: 0, limit: 10 })).toEqual([
      ['甲', '太极', '儿子13912345678'],
    ])
    expect(await codeOf(issueList(viewer(), list(), 'savedAsWorkbook', agreed))).toBe('notAllowed')
    const unknown = list({ columns: ['own:99'] })
    expect(await codeOf(issueList(ledger, unknown, 'savedAsWorkbook', agreed))).toBe('invalidInput')
  })

  it('has three columns of own fields at most', async () => {
    for (const name of ['甲', '乙', '丙']) await addOwnField(ledger, { name, isInList: true })
    expect(await codeOf(addOwnField(ledger, { name: '丁', isInList: true }))).toBe('ownFieldListFull')
    const [first] = await ownFieldOperations['ownField.list'](ledger)
    if (first === undefined) throw new Error('a field was added')
    const retired = await ownFieldOperations['ownField.setRetired'](ledger, { ...first, isRetired: true })
    await addOwnField(ledger, { name: '丁', isInList: true })
    expect(
      await codeOf(ownFieldOperations['ownField.setRetired'](ledger, { ...retired, isRetired: false })),
    ).toBe('ownFieldListFull')
  })
})
