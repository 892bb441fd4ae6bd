import { beforeEach, describe, expect, it } from 'vitest'
import { bulkChangeSchema } from '../../domain/bulk-change.ts'
import { FailureError } from '../../domain/failure.ts'
import {
  ownFieldDraftSchema,
  ownFieldKey,
  type OwnField,
  type OwnFieldDraft,
} from '../../domain/own-field.ts'
import type { OwnValue } from '../../domain/own-value.ts'
import { noFilter } from '../../domain/no-filter.ts'
import { readyRosters } from '../../domain/ready-rosters.ts'
import type { ResidentSelection } from '../../domain/resident-selection.ts'
import { anActor, aResidentDraft } from '../../domain/testing/builders.ts'
import { bulkChangeOperations } from '../bulk-change/bulk-change.operations.ts'
import { duplicateOperations } from '../duplicate/duplicate.operations.ts'
import { ledgerFor, type Ledger } from '../ledger.ts'
import type { OperationContext } from '../ledger-operations.ts'
import { residentTimeline } from '../resident/record-timeline.queries.ts'
import { removeResident, restoreResident } from '../resident/recycle-bin.service.ts'
import { draftOfResident, getResident } from '../resident/resident.queries.ts'
import { saveResident } from '../resident/resident.service.ts'
import { getResidentView } from '../resident/resident-view.queries.ts'
import { undoRecordChange } from '../resident/undo-change.service.ts'
import { saveFilter } from '../saved-filter/saved-filter.service.ts'
import { openTestLedger } from '../testing/ledger-fixture.ts'
import { testKey } from '../testing/test-key.ts'
import { ownFieldOperations as operations } from './own-field.operations.ts'
import { addOwnField } from './testing/own-field-fixture.ts'

const context = { key: testKey }
const work: OperationContext = { ...context, reportProgress: () => undefined, isCancelled: () => false }
let ledger: Ledger

beforeEach(() => {
  ledger = openTestLedger()
})

const viewer = () => ledgerFor(ledger, anActor({ role: 'viewer' }))

async function add(ownValues: OwnValue[] = []) {
  return saveResident(ledger, { id: null, revision: null, draft: aResidentDraft({ ownValues }) })
}

async function give(id: number, ownValues: OwnValue[]) {
  const person = await getResident(ledger, id)
  return saveResident(ledger, {
    id,
    revision: person.revision,
    draft: { ...draftOfResident(person), ownValues },
  })
}

const valuesOf = async (id: number) => (await getResident(ledger, id)).ownValues

async function codeOf(work: Promise<unknown>) {
  return work.then(
    () => null,
    (error: unknown) => (error instanceof FailureError ? error.failure.code : error),
  )
}

async function told(id: number, as = ledger) {
  const { rows } = await residentTimeline(as, { id, offset: 0, limit: 50 })
  return rows
}

const draftOf = ({ owner, name, kind, choices, isInList }: OwnField): OwnFieldDraft => ({
  owner,
  name,
  kind,
  choices,
  isInList,
})

describe('a field of the office’s own', () => {
  it('has a name of its own, and none that a field has anyway', async () => {
    await addOwnField(ledger, { name: '门禁 卡号' })
    expect(await codeOf(addOwnField(ledger, { name: '门禁卡号' }))).toBe('ownFieldNameTaken')
    for (const name of ['姓名', '周岁', '楼栋', '关爱类别', '联系电话'])
      expect(await codeOf(addOwnField(ledger, { name })), name).toBe('ownFieldNameBuiltIn')
    expect((await operations['ownField.list'](ledger)).map(({ name }) => name)).toEqual(['门禁 卡号'])
  })

  it('is put in its place among the others', async () => {
    const [, second] = [await addOwnField(ledger, { name: '甲' }), await addOwnField(ledger, { name: '乙' })]
    await addOwnField(ledger, { name: '丙' })
    const order = async () => (await operations['ownField.list'](ledger)).map(({ name }) => name)
    await operations['ownField.move'](ledger, { id: second.id, direction: 'up' })
    expect(await order()).toEqual(['乙', '甲', '丙'])
    await operations['ownField.move'](ledger, { id: second.id, direction: 'up' })
    expect(await order()).toEqual(['乙', '甲', '丙'])
  })

  it('has choices that follow their new name, and are no longer offered but kept once somebody may have them', async () => {
    const field = await addOwnField(ledger, { name: '锻炼小组', choices: ['太极', '合唱'] })
    const [first, second] = field.choices
    const { id } = await add([{ ownFieldId: field.id, value: String(second?.id) }])
    const used = (await operations['ownField.list'](ledger))[0] ?? field
    const saved = await operations['ownField.save'](ledger, {
      id: field.id,
      revision: used.revision,
      draft: {
        ...draftOf(used),
        choices: [{ ...(first ?? { id: null, isRetired: false }), name: '太极拳' }],
      },
    })
    expect(saved.choices).toEqual([
      { id: first?.id, name: '太极拳', isRetired: false },
      { id: second?.id, name: '合唱', isRetired: true },
    ])
    expect(await valuesOf(id)).toEqual([{ ownFieldId: field.id, value: String(second?.id) }])
  })

  it('is deleted only while nobody ever had a value of it and nothing names it', async () => {
    const unused = await addOwnField(ledger, { name: '甲' })
    await operations['ownField.remove'](ledger, unused)
    const field = await addOwnField(ledger, { name: '乙' })
    const { id } = await add([{ ownFieldId: field.id, value: '有' }])
    await give(id, [])
    expect(await codeOf(operations['ownField.remove'](ledger, field))).toBe('ownFieldUsed')
    const other = { ...draftOf(field), kind: 'number' as const }
    expect(
      await codeOf(operations['ownField.save'](ledger, { id: field.id, revision: 1, draft: other })),
    ).toBe('ownFieldUsed')
    const named = await addOwnField(ledger, { name: '丙' })
    const columns = [{ field: `own:${named.id}`, heading: '', widthMm: null }]
    ledger.raw
      .prepare(`INSERT INTO rosterKind (name, content, revision, changedAt) VALUES ('甲', ?, 1, '')`)
      .run(JSON.stringify({ ...readyRosters.residents, columns }))
    expect(await codeOf(operations['ownField.remove'](ledger, named))).toBe('ownFieldUsed')
  })

  it('keeps its kind and its choices while a kept question asks for them', async () => {
    const field = await addOwnField(ledger, { name: '锻炼小组', choices: ['太极', '合唱'] })
    const [, second] = field.choices
    const test = { operator: 'oneOf' as const, codes: [String(second?.id)] }
    const condition = { field: ownFieldKey(field.id), isNot: false, test }
    await saveFilter(ledger, {
      id: null,
      revision: null,
      name: '合唱的人',
      condition: { match: 'all', isNot: false, conditions: [condition] },
    })
    const at = { id: field.id, revision: field.revision }
    const other = { ...draftOf(field), kind: 'text' as const, choices: [] }
    expect(await codeOf(operations['ownField.save'](ledger, { ...at, draft: other }))).toBe('ownFieldUsed')
    const choices = [...field.choices.slice(0, 1), { id: null, name: '书法', isRetired: false }]
    const saved = await operations['ownField.save'](ledger, { ...at, draft: { ...draftOf(field), choices } })
    expect(saved.choices.map(({ name, isRetired }) => [name, isRetired])).toEqual([
      ['太极', false],
      ['书法', false],
      ['合唱', true],
    ])
    expect(saved.choices.find(({ name }) => name === '书法')?.id).not.toBe(second?.id)
  })

  it('that is no longer used keeps what was filled in, and may be used again', async () => {
    const field = await addOwnField(ledger, {})
    const { id } = await add([{ ownFieldId: field.id, value: '有' }])
    const retired = await operations['ownField.setRetired'](ledger, { ...field, isRetired: true })
    expect(retired).toMatchObject({ isRetired: true, isUsed: true })
    await give(id, await valuesOf(id))
    expect(await valuesOf(id)).toEqual([{ ownFieldId: field.id, value: '有' }])
    expect(await codeOf(operations['ownField.setRetired'](ledger, { ...field, isRetired: false }))).toBe(
      'staleRecord',
    )
    expect(await operations['ownField.setRetired'](ledger, { ...retired, isRetired: false })).toMatchObject({
      isRetired: false,
    })
  })

  it('has answers to choose from if it is a choice, each but once', () => {
    const draft = { owner: 'resident', name: '甲', kind: 'choice', isInList: false }
    const choice = (name: string) => ({ id: null, name, isRetired: false })
    expect(ownFieldDraftSchema.safeParse({ ...draft, choices: [] }).success).toBe(false)
    expect(ownFieldDraftSchema.safeParse({ ...draft, choices: [choice('A'), choice('ａ')] }).success).toBe(
      false,
    )
    expect(ownFieldDraftSchema.safeParse({ ...draft, kind: 'text', choices: [choice('A')] }).success).toBe(
      false,
    )
  })
})

describe('what somebody has in it', () => {
  it('is refused if it is no value of that field', async () => {
    const number = await addOwnField(ledger, { name: '面积', kind: 'number' })
    const home = await addOwnField(ledger, { name: '户型', owner: 'household' })
    const cases = [
      { ownFieldId: number.id, value: '十二' },
      { ownFieldId: number.id, value: '12.0' },
      { ownFieldId: home.id, value: '两室' },
      { ownFieldId: 99, value: '1' },
    ]
    for (const value of cases) expect(await codeOf(add([value]))).toBe('invalidInput')
    expect((await operations['ownField.list'](ledger)).some(({ isUsed }) => isUsed)).toBe(false)
  })

  it('is told of field by field, and taken back without touching another one’s later change', async () => {
    const dog = await addOwnField(ledger, { name: '是否养犬', kind: 'yesNo' })
    const area = await addOwnField(ledger, { name: '面积', kind: 'number' })
    const { id } = await add([{ ownFieldId: dog.id, value: 'no' }])
    await give(id, [
      { ownFieldId: dog.id, value: 'yes' },
      { ownFieldId: area.id, value: '80.5' },
    ])
    await give(id, [
      { ownFieldId: area.id, value: '90' },
      { ownFieldId: dog.id, value: 'yes' },
    ])
    const rows = await told(id)
    expect(rows.map(({ ownFieldName, before, after }) => [ownFieldName, before, after])).toEqual([
      ['面积', '80.5', '90'],
      ['面积', '', '80.5'],
      ['是否养犬', '否', '是'],
      [null, '', ''],
    ])
    const [, , ofDog] = rows
    await undoRecordChange(ledger, { changeId: ofDog?.id ?? 0 }, context)
    expect(await valuesOf(id)).toEqual([
      { ownFieldId: dog.id, value: 'no' },
      { ownFieldId: area.id, value: '90' },
    ])
    // It was changed again since.
    expect(await codeOf(undoRecordChange(ledger, { changeId: rows[1]?.id ?? 0 }, context))).toBe(
      'staleRecord',
    )
  })

  it('is not for those who only look, nor that it was changed', async () => {
    const field = await addOwnField(ledger, {})
    const { id } = await add()
    await give(id, [{ ownFieldId: field.id, value: '有' }])
    expect((await getResidentView(ledger, id, testKey)).ownValues).toHaveLength(1)
    expect((await getResidentView(viewer(), id, testKey)).ownValues).toEqual([])
    expect((await told(id, viewer())).map((row) => row.field)).toEqual(['record'])
  })

  it('stays through a bulk change and its undo, whatever was changed meanwhile', async () => {
    const field = await addOwnField(ledger, {})
    const { id } = await add([{ ownFieldId: field.id, value: '有' }])
    const selection: ResidentSelection = { kind: 'shown', filter: noFilter, exceptIds: [] }
    const change = bulkChangeSchema.parse({ kind: 'addNote', text: '已通知' })
    const { handle } = await bulkChangeOperations['bulkChange.preview'](ledger, { selection, change }, work)
    const made = await bulkChangeOperations['bulkChange.apply'](ledger, { handle }, work)
    expect(await valuesOf(id)).toEqual([{ ownFieldId: field.id, value: '有' }])
    await give(id, [{ ownFieldId: field.id, value: '没有了' }])
    await bulkChangeOperations['bulkChange.undo'](ledger, { id: made.id }, work)
    expect(await getResident(ledger, id)).toMatchObject({
      note: '',
      ownValues: [{ ownFieldId: field.id, value: '没有了' }],
    })
  })

  it('goes to the recycle bin and comes back with its person', async () => {
    const field = await addOwnField(ledger, {})
    const person = await add([{ ownFieldId: field.id, value: '有' }])
    await removeResident(ledger, { id: person.id, revision: person.revision, reason: '重复' })
    await restoreResident(ledger, { id: person.id }, context)
    expect(await valuesOf(person.id)).toEqual([{ ownFieldId: field.id, value: '有' }])
  })

  it('is chosen when two records become one, and both have theirs again when that is taken back', async () => {
    const [both, theirs, dropped] = [
      await addOwnField(ledger, { name: '甲' }),
      await addOwnField(ledger, { name: '乙' }),
      await addOwnField(ledger, { name: '丙' }),
    ]
    const one = await add([{ ownFieldId: both.id, value: '一' }])
    const other = await add([
      { ownFieldId: both.id, value: '二' },
      { ownFieldId: theirs.id, value: '三' },
      { ownFieldId: dropped.id, value: '四' },
    ])
    const { mergeId } = await duplicateOperations['duplicate.merge'](ledger, {
      keptId: one.id,
      mergedId: other.id,
      keptRevision: one.revision,
      mergedRevision: other.revision,
      choices: { [ownFieldKey(both.id)]: 'merged' as const, [ownFieldKey(dropped.id)]: 'kept' as const },
    })
    expect(await valuesOf(one.id)).toEqual([
      { ownFieldId: both.id, value: '二' },
      { ownFieldId: theirs.id, value: '三' },
    ])
    expect((await told(one.id)).map(({ ownFieldName }) => ownFieldName)).toEqual(
      expect.arrayContaining(['甲', '乙']),
    )
    await duplicateOperations['duplicate.undoMerge'](ledger, { mergeId })
    expect(await valuesOf(one.id)).toEqual(one.ownValues)
    expect(await valuesOf(other.id)).toEqual(other.ownValues)
  })
})
