import { beforeEach, describe, expect, it } from 'vitest'
import { importChangeSentence, importIssueSentence } from '../../domain/labels/import.zh.ts'
import { FailureError } from '../../domain/failure.ts'
import { noChoices } from '../../domain/import-choices.ts'
import { ownFieldKey, type OwnField } from '../../domain/own-field.ts'
import type { SheetCell } from '../../domain/roster-import/roster-table.ts'
import { aCitizenNumber, aResidentDraft } from '../../domain/testing/builders.ts'
import { noFilter } from '../../domain/no-filter.ts'
import { householdOperations } from '../household/household.operations.ts'
import type { Ledger } from '../ledger.ts'
import { residentTimeline } from '../resident/record-timeline.queries.ts'
import { listResidents } from '../resident/resident-list.queries.ts'
import { getResident } from '../resident/resident.queries.ts'
import { saveResident } from '../resident/resident.service.ts'
import { rosterImportOperations as operations } from '../roster-import/roster-import.operations.ts'
import { stageRoster } from '../roster-import/roster-staging.ts'
import { ledgerContent } from '../testing/ledger-content.ts'
import { openTestLedger } from '../testing/ledger-fixture.ts'
import { testKey } from '../testing/test-key.ts'
import { ownFieldOperations } from './own-field.operations.ts'
import { addOwnField } from './testing/own-field-fixture.ts'

const context = { key: testKey, reportProgress: () => undefined, isCancelled: () => false }
const idNumber = aCitizenNumber('1950-05-20', 12)

let ledger: Ledger
let area: OwnField
let group: OwnField
let dog: OwnField
let checked: OwnField

beforeEach(async () => {
  ledger = openTestLedger()
  area = await addOwnField(ledger, { name: '面积（平方米）', kind: 'number' })
  group = await addOwnField(ledger, { name: '活动小组', choices: ['太极', '合唱'] })
  dog = await addOwnField(ledger, { name: '是否养犬', kind: 'yesNo' })
  checked = await addOwnField(ledger, { name: '体检日期', kind: 'date' })
})

async function preview(rows: readonly (readonly SheetCell[])[]) {
  const sheets = [{ name: '名单', rows: rows.map((row) => [...row]), mergedAreas: [] }]
  await stageRoster(ledger, { handle: 'h', fileName: '名单', table: { sheets } })
  return operations['import.preview'](ledger, { handle: 'h', sheetIndexes: [0], mapping: null }, context)
}

const header = ['姓名', '身份证号', '面积', '活动小组', '是否养犬', '体检日期']
const choice = (name: string) => String(group.choices.find((one) => one.name === name)?.id)
const at = ({ id, revision }: Pick<OwnField, 'id' | 'revision'>) => ({ id, revision })
const page = { verdict: null, offset: 0, limit: 50 }

async function valuesByField() {
  const id = ledger.raw.prepare<[], number>('SELECT max(id) FROM resident').pluck().get() ?? 0
  const values = (await getResident(ledger, id)).ownValues
  return new Map(values.map(({ ownFieldId, value }) => [ownFieldId, value]))
}

describe('a roster with columns of own fields', () => {
  it('is looked at again once one of them is another or gone', async () => {
    const rows = [
      ['姓名', '身份证号', '体检日期'],
      ['王秀英', idNumber, { dateOn: '2026-03-15' }],
    ]
    const outcome = () =>
      operations['import.apply'](ledger, { handle: 'h' }, context).then(
        () => null,
        (error: unknown) => (error instanceof FailureError ? error.failure.code : error),
      )
    await preview(rows)
    const { owner, name, isInList } = checked
    const draft = { owner, name, isInList, kind: 'number' as const, choices: [] }
    const changed = await ownFieldOperations['ownField.save'](ledger, { ...at(checked), draft })
    expect(await outcome()).toBe('handleExpired')
    await preview(rows)
    await ownFieldOperations['ownField.remove'](ledger, at(changed))
    expect(await outcome()).toBe('handleExpired')
  })

  it('is matched by the names of the fields, and what stands there is read as each kind is', async () => {
    const { columns } = await preview([
      header,
      ['王秀英', idNumber, 80.5, '合唱', '√', { dateOn: '2026-03-15' }],
    ])
    expect(columns.map(({ field }) => field)).toEqual([
      'name',
      'idNumber',
      ...[area, group, dog, checked].map(({ id }) => ownFieldKey(id)),
    ])
    await operations['import.apply'](ledger, { handle: 'h' }, context)
    expect(await valuesByField()).toEqual(
      new Map([
        [area.id, '80.5'],
        [group.id, choice('合唱')],
        [dog.id, 'yes'],
        [checked.id, '2026-03-15'],
      ]),
    )
  })

  it('tells what it can’t read, by the name of the field, and leaves those cells out', async () => {
    await preview([header, ['王秀英', idNumber, '八十', '书法', '一只', '去年']])
    const { rows } = await operations['import.rows'](ledger, { handle: 'h', ...page })
    const ownFields = await ownFieldOperations['ownField.list'](ledger)
    expect(rows[0]?.issues.map((issue) => importIssueSentence(issue, ownFields))).toEqual([
      '面积（平方米）：不是数字，这一格不导入。请只写数字，例如 12 或 3.5，最多 15 位。',
      '活动小组：写法不在名称表里，这一格不导入。请在居民资料里补选。（表里写的是“书法”）',
      '是否养犬：写法不在名称表里，这一格不导入。请在居民资料里补选。（表里写的是“一只”）',
      '体检日期：日期看不懂，这一格不导入。请写成 1976-10-01，只知道年份写 1976。',
    ])
    expect(rows[0]?.verdict).toBe('add')
    await operations['import.apply'](ledger, { handle: 'h' }, context)
    expect(await valuesByField()).toEqual(new Map())
  })

  it('asks once what an unknown word means, and remembers it with the columns', async () => {
    const rows = [header, ['王秀英', idNumber, '', '唱歌', '一只', '']]
    const { questions } = await preview(rows)
    expect(questions.values.map(({ field, text }) => [field, text])).toEqual([
      [ownFieldKey(group.id), '唱歌'],
      [ownFieldKey(dog.id), '一只'],
    ])
    const values = [
      { field: ownFieldKey(group.id), text: '唱歌', code: choice('合唱') },
      { field: ownFieldKey(dog.id), text: '一只', code: 'yes' },
    ]
    await operations['import.decide'](ledger, { handle: 'h', choices: { ...noChoices, values } }, context)
    await operations['import.apply'](ledger, { handle: 'h' }, context)
    const expected = new Map([
      [group.id, choice('合唱')],
      [dog.id, 'yes'],
    ])
    expect(await valuesByField()).toEqual(expected)
    const again = await preview([
      header,
      ['李建国', aCitizenNumber('1950-05-20', 13), '', '唱歌', '一只', ''],
    ])
    expect(again.questions.values.every(({ isDecided }) => isDecided)).toBe(true)
    await operations['import.apply'](ledger, { handle: 'h' }, context)
    expect(await valuesByField()).toEqual(expected)
  })

  it('changes what the ledger has field by field, empties only when asked to, and is taken back whole', async () => {
    const draft = aResidentDraft({
      name: '王秀英',
      idNumber,
      ownValues: [
        { ownFieldId: area.id, value: '70' },
        { ownFieldId: dog.id, value: 'no' },
      ],
    })
    const { id } = await saveResident(ledger, { id: null, revision: null, draft })
    const before = ledgerContent(ledger)
    await preview([header, ['王秀英', idNumber, '80', '太极', '', '']])
    const ownFields = await ownFieldOperations['ownField.list'](ledger)
    const sentences = async () => {
      const { rows } = await operations['import.rows'](ledger, { handle: 'h', ...page })
      return rows[0]?.changes.map((change) => importChangeSentence(change, ownFields))
    }
    expect(await sentences()).toEqual(['面积（平方米）：70 → 80', '活动小组：补上 太极'])
    await operations['import.decide'](
      ledger,
      { handle: 'h', choices: { ...noChoices, isEmptying: true } },
      context,
    )
    expect(await sentences()).toEqual(['面积（平方米）：70 → 80', '是否养犬：清空 否', '活动小组：补上 太极'])
    await operations['import.apply'](ledger, { handle: 'h' }, context)
    expect(await valuesByField()).toEqual(
      new Map([
        [area.id, '80'],
        [group.id, choice('太极')],
      ]),
    )
    const { rows } = await residentTimeline(ledger, { id, offset: 0, limit: 50 })
    expect(rows.slice(0, 3).map(({ source, ownFieldName }) => [source, ownFieldName])).toEqual(
      expect.arrayContaining([
        ['import', '面积（平方米）'],
        ['import', '是否养犬'],
        ['import', '活动小组'],
      ]),
    )
    await operations['import.undoLast'](ledger)
    expect(ledgerContent(ledger)).toEqual(before)
  })

  it('is not read into a field that is no longer in use, however it was matched the last time', async () => {
    await preview([header, ['王秀英', idNumber, '80', '', '', '']])
    await operations['import.apply'](ledger, { handle: 'h' }, context)
    const used = (await ownFieldOperations['ownField.list'](ledger)).find(({ id }) => id === area.id)
    await ownFieldOperations['ownField.setRetired'](ledger, { ...(used ?? area), isRetired: true })
    const { columns, rememberedAt } = await preview([header, ['王秀英', idNumber, '90', '', '', '']])
    expect(rememberedAt).not.toBeNull()
    expect(columns.find(({ header: heading }) => heading === '面积')?.field).toBeNull()
    // Neither by the name alone, where the list has other columns.
    const other = await preview([
      ['姓名', '面积', '备注'],
      ['王秀英', '90', ''],
    ])
    expect(other.columns.map(({ field }) => field)).toEqual(['name', null, 'note'])
  })

  it('is read into what a home says, for everybody who lives there, and is taken back from there as well', async () => {
    const room = await addOwnField(ledger, { name: '住房面积', owner: 'household', kind: 'number' })
    const dwelling = { building: '1号楼', unit: '', room: '101' }
    const draft = aResidentDraft({ name: '王秀英', idNumber, dwelling, relationToHead: '01' })
    const { id } = await saveResident(ledger, { id: null, revision: null, draft })
    const before = ledgerContent(ledger)
    const child = aCitizenNumber('1980-05-20', 13)
    await preview([
      ['姓名', '身份证号', '楼栋', '室', '与户主关系', '住房面积'],
      ['王秀英', idNumber, '1号楼', '101', '户主', '80.5'],
      ['李明', child, '1号楼', '101', '子', ''],
      ['赵六', aCitizenNumber('1960-05-20', 14), '2号楼', '202', '户主', '60'],
    ])
    const { rows } = await operations['import.rows'](ledger, { handle: 'h', ...page })
    const ownFields = await ownFieldOperations['ownField.list'](ledger)
    expect(
      rows.map(({ verdict, changes }) => [
        verdict,
        changes.map((one) => importChangeSentence(one, ownFields)),
      ]),
    ).toEqual([
      ['update', ['住房面积：补上 80.5']],
      ['add', []],
      ['add', []],
    ])
    await operations['import.apply'](ledger, { handle: 'h' }, context)
    const areas = async () => {
      const { rows: shown } = await listResidents(ledger, { filter: noFilter, offset: 0, limit: 50 })
      const homes = new Map<string, string | undefined>()
      for (const row of shown) {
        const { householdId } = await getResident(ledger, row.id)
        const { ownValues } = await householdOperations['household.get'](ledger, { id: householdId })
        homes.set(row.name, ownValues.find(({ ownFieldId }) => ownFieldId === room.id)?.value)
      }
      return Object.fromEntries(homes)
    }
    expect(await areas()).toEqual({ 王秀英: '80.5', 李明: '80.5', 赵六: '60' })
    const told = await residentTimeline(ledger, { id, offset: 0, limit: 50 })
    expect(told.rows[0]).toMatchObject({
      ownFieldName: '住房面积',
      before: '',
      after: '80.5',
      source: 'import',
    })
    const again = await preview([
      ['姓名', '身份证号', '楼栋', '室', '与户主关系', '住房面积'],
      ['王秀英', idNumber, '1号楼', '101', '户主', '80.5'],
    ])
    expect(again.counts).toMatchObject({ update: 0, unchanged: 1 })
    await operations['import.undoLast'](ledger)
    expect(ledgerContent(ledger)).toEqual(before)
  })

  it('empties what a home says only when asked to and nobody’s row says anything else, and gives it back', async () => {
    const room = await addOwnField(ledger, { name: '住房面积', owner: 'household', kind: 'number' })
    const lift = await addOwnField(ledger, { name: '有无电梯', owner: 'household', kind: 'yesNo' })
    const values = [
      { ownFieldId: room.id, value: '80.5' },
      { ownFieldId: lift.id, value: 'yes' },
    ]
    const addTo = async (name: string, seq: number, number: string, relationToHead: string) =>
      saveResident(ledger, {
        id: null,
        revision: null,
        draft: aResidentDraft({
          name,
          idNumber: aCitizenNumber('1950-05-20', seq),
          dwelling: { building: '1号楼', unit: '', room: number },
          relationToHead,
        }),
      })
    const one = await addTo('王秀英', 12, '101', '01')
    await addTo('李明', 14, '101', '30')
    const other = await addTo('赵六', 16, '202', '01')
    const homeOf = async (id: number) => {
      const { householdId } = await getResident(ledger, id)
      return { householdId, ...(await householdOperations['household.get'](ledger, { id: householdId })) }
    }
    for (const { id } of [one, other]) {
      const { householdId } = await homeOf(id)
      await householdOperations['household.saveOwnValues'](ledger, {
        householdId,
        before: [],
        ownValues: values,
      })
    }
    const before = ledgerContent(ledger)
    // Of the first home one row says the area; of the second nobody does. Both rows leave the lift empty but one.
    await preview([
      ['姓名', '身份证号', '楼栋', '室', '与户主关系', '住房面积', '有无电梯'],
      ['王秀英', aCitizenNumber('1950-05-20', 12), '1号楼', '101', '户主', '', ''],
      ['李明', aCitizenNumber('1950-05-20', 14), '1号楼', '101', '女', '90', ''],
      ['赵六', aCitizenNumber('1950-05-20', 16), '1号楼', '202', '户主', '', '是'],
    ])
    const ownFields = await ownFieldOperations['ownField.list'](ledger)
    const sentences = async () => {
      const { rows } = await operations['import.rows'](ledger, { handle: 'h', ...page })
      return rows.map(({ changes }) => changes.map((change) => importChangeSentence(change, ownFields)))
    }
    expect(await sentences()).toEqual([[], ['住房面积：80.5 → 90'], []])
    const choices = { ...noChoices, isEmptying: true }
    await operations['import.decide'](ledger, { handle: 'h', choices }, context)
    expect(await sentences()).toEqual([
      ['有无电梯：清空 是'],
      ['住房面积：80.5 → 90', '有无电梯：清空 是'],
      ['住房面积：清空 80.5'],
    ])
    await operations['import.apply'](ledger, { handle: 'h' }, context)
    expect((await homeOf(one.id)).ownValues).toEqual([{ ownFieldId: room.id, value: '90' }])
    expect((await homeOf(other.id)).ownValues).toEqual([{ ownFieldId: lift.id, value: 'yes' }])
    const told = await residentTimeline(ledger, { id: other.id, offset: 0, limit: 50 })
    expect(told.rows[0]).toMatchObject({
      ownFieldName: '住房面积',
      before: '80.5',
      after: '',
      source: 'import',
    })
    await operations['import.undoLast'](ledger)
    expect(ledgerContent(ledger)).toEqual(before)
  })

  it('does not empty the home that somebody leaves by it', async () => {
    const room = await addOwnField(ledger, { name: '住房面积', owner: 'household', kind: 'number' })
    const dwelling = { building: '1号楼', unit: '', room: '101' }
    const stays = aCitizenNumber('1950-05-20', 13)
    const draft = aResidentDraft({ name: '王秀英', idNumber, dwelling, relationToHead: '20' })
    await saveResident(ledger, { id: null, revision: null, draft })
    const { householdId } = await saveResident(ledger, {
      id: null,
      revision: null,
      draft: aResidentDraft({ name: '李明', idNumber: stays, dwelling, relationToHead: '01' }),
    })
    const ownValues = [{ ownFieldId: room.id, value: '80.5' }]
    await householdOperations['household.saveOwnValues'](ledger, { householdId, before: [], ownValues })
    await preview([
      ['姓名', '身份证号', '楼栋', '室', '住房面积'],
      ['王秀英', idNumber, '2号楼', '202', ''],
    ])
    const choices = { ...noChoices, isEmptying: true }
    await operations['import.decide'](ledger, { handle: 'h', choices }, context)
    const { rows } = await operations['import.rows'](ledger, { handle: 'h', ...page })
    expect(rows[0]?.changes.map(({ field }) => field)).toEqual(['address'])
    await operations['import.apply'](ledger, { handle: 'h' }, context)
    const home = await householdOperations['household.get'](ledger, { id: householdId })
    expect(home.ownValues).toEqual(ownValues)
  })
})
