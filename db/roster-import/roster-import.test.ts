import { describe, expect, test } from 'vitest'
import { noChoices } from '../../domain/import-choices.ts'
import { type ResidentDraft, unsaid } from '../../domain/resident.ts'
import {
  aCitizenNumber,
  aDiaryDraft,
  aFamilyEvent,
  aHelpCase,
  aResidentDraft,
  anActor,
  fixedClock,
} from '../../domain/testing/builders.ts'
import type { OperationContext } from '../ledger-operations.ts'
import { ledgerFor, type Ledger } from '../ledger.ts'
import { saveResident } from '../resident/resident.service.ts'
import { ledgerContent } from '../testing/ledger-content.ts'
import { careEventOperations } from '../care-event/care-event.operations.ts'
import { addClaimant, addPost, call, claim } from '../claim/testing/claim-fixture.ts'
import { diaryOperations } from '../diary/diary.operations.ts'
import { helpCaseOperations } from '../help-case/help-case.operations.ts'
import { openTestLedger } from '../testing/ledger-fixture.ts'
import { testKey } from '../testing/test-key.ts'
import { rosterImportOperations } from './roster-import.operations.ts'
import { stagedPlan, stageRoster } from './roster-staging.ts'

const patient: OperationContext = { key: testKey, reportProgress: () => undefined, isCancelled: () => false }
const header = ['姓名', '身份证号', '性别', '出生日期', '与户主关系', '楼栋', '单元', '室', '电话', '备注']

type Person = Partial<
  Record<
    'name' | 'id' | 'sex' | 'birth' | 'relation' | 'building' | 'unit' | 'room' | 'phone' | 'note',
    string
  >
>

function rowOf(person: Person): string[] {
  const { name = '', id = '', sex = '', birth = '', relation = '' } = person
  const { building = '', unit = '', room = '', phone = '', note = '' } = person
  return [name, id, sex, birth, relation, building, unit, room, phone, note]
}

async function preview(ledger: Ledger, people: readonly Person[], handle = 'roster') {
  const table = { sheets: [{ name: '名单', rows: [header, ...people.map(rowOf)], mergedAreas: [] }] }
  await stageRoster(ledger, { handle, fileName: '名单.xlsx', table })
  return rosterImportOperations['import.preview'](
    ledger,
    { handle, sheetIndexes: [0], mapping: null },
    patient,
  )
}

const apply = (ledger: Ledger, context = patient, handle = 'roster') =>
  rosterImportOperations['import.apply'](ledger, { handle }, context)
const undo = (ledger: Ledger) => rosterImportOperations['import.undoLast'](ledger)
const plannedRows = (ledger: Ledger) => stagedPlan(ledger, 'roster').plan.rows

async function withPerson(ledger: Ledger, overrides: Partial<ResidentDraft> = {}) {
  return saveResident(ledger, { id: null, revision: null, draft: aResidentDraft(overrides) })
}

const stored = (ledger: Ledger) => ledgerContent(ledger).residents

describe('whom a row is about', () => {
  test('the same number is the same person, and only what changed is named', async () => {
    const ledger = openTestLedger()
    const { idNumber } = await withPerson(ledger)
    const { counts } = await preview(ledger, [
      { name: '王秀英', id: idNumber, phone: '13911112222', building: '1号楼', unit: '2', room: '302' },
    ])
    expect(counts).toEqual({ add: 0, update: 1, unchanged: 0, refuse: 0 })
    expect(plannedRows(ledger)[0]?.changedFields).toEqual(['phone', 'address'])
  })

  test('without a number it takes name, birth and door', async () => {
    const ledger = openTestLedger()
    await withPerson(ledger, { idDocumentType: 'none', idNumber: '' })
    const door = { building: '1号楼', unit: '2单元', room: '301室' }
    const { counts } = await preview(ledger, [
      { name: '王秀英', sex: '女', birth: '1950.5.20', ...door },
      { name: '王秀英', sex: '女', birth: '1951.5.20', ...door },
      { name: '王秀英', sex: '女', birth: '1950.5.20', building: '9号楼' },
    ])
    expect(counts).toEqual({ add: 2, update: 0, unchanged: 1, refuse: 0 })
    expect(plannedRows(ledger).map(({ issues }) => issues.map(({ code }) => code))).toEqual([
      [],
      ['sameNameExists'],
      ['sameNameExists'],
    ])
  })

  test('a number found later joins the person who had none', async () => {
    const ledger = openTestLedger()
    const { id } = await withPerson(ledger, { idDocumentType: 'none', idNumber: '' })
    const idNumber = aCitizenNumber('1950-05-20', 2)
    const { counts } = await preview(ledger, [
      { name: '王秀英', id: idNumber, building: '1号楼', unit: '2', room: '301' },
    ])
    expect(counts.update).toBe(1)
    await apply(ledger)
    expect(stored(ledger)).toMatchObject([{ id, idNumber }])
  })

  test('the same person twice without a number goes in twice, but not unseen', async () => {
    const ledger = openTestLedger()
    const twice = { name: '李平', sex: '男', birth: '1960-1-1', building: '2号楼', room: '101' }
    await preview(ledger, [twice, twice])
    expect(plannedRows(ledger).map(({ issues }) => issues.map(({ code }) => code))).toEqual([
      [],
      ['sameInFile'],
    ])
    await apply(ledger)
    expect((await preview(ledger, [twice, twice])).counts.unchanged).toBe(2)
  })
})

describe('care tags in a file', () => {
  const columns = ['姓名', '身份证号', '关爱类别']
  const idNumber = aCitizenNumber('1950-05-20', 901)
  const planned = async (ledger: Ledger, careTags: string) => {
    const rows = [columns, ['王秀英', idNumber, careTags]]
    const table = { sheets: [{ name: '名单', rows, mergedAreas: [] }] }
    await stageRoster(ledger, { handle: 'roster', fileName: '名单.xlsx', table })
    await rosterImportOperations['import.preview'](
      ledger,
      { handle: 'roster', sheetIndexes: [0], mapping: null },
      patient,
    )
    return plannedRows(ledger)[0]
  }
  const worker = anActor({ role: 'worker', workFields: ['disability'] })
  const tagsOf = (ledger: Ledger) => ledgerContent(ledger).careTags.map(({ careTag }) => careTag)

  test('of another post are left out and said to be, whether the person is new or known', async () => {
    const ledger = ledgerFor(openTestLedger(), worker)
    const added = await planned(ledger, '低保、残疾、党员')
    expect(added?.issues.map(({ code }) => code)).toContain('careTagOfOthers')
    await apply(ledger)
    expect(tagsOf(ledger)).toEqual(['disabled', 'partyMember'])
    const again = await planned(ledger, '低保、残疾')
    expect(again).toMatchObject({ verdict: 'unchanged' })
    expect(again?.issues.map(({ code }) => code)).toContain('careTagOfOthers')
  })

  test('that another post has given stay as they are, without a word', async () => {
    const ledger = openTestLedger()
    await planned(ledger, '低保')
    await apply(ledger)
    const again = await planned(ledgerFor(ledger, worker), '低保、残疾')
    expect(again).toMatchObject({ verdict: 'update', issues: [] })
    await apply(ledgerFor(ledger, worker))
    expect(tagsOf(ledger)).toEqual(['disabled', 'lowIncome'])
  })
})

describe('the head named beside a person', () => {
  const columns = ['户主姓名', '姓名', '与户主关系', '性别', '楼栋', '室']
  const previewed = async (ledger: Ledger, people: readonly (readonly string[])[]) => {
    const table = { sheets: [{ name: '名单', rows: [columns, ...people], mergedAreas: [] }] }
    await stageRoster(ledger, { handle: 'roster', fileName: '名单.xlsx', table })
    return rosterImportOperations['import.preview'](
      ledger,
      {
        handle: 'roster',
        sheetIndexes: [0],
        mapping: null,
      },
      patient,
    )
  }
  const membersOf = (ledger: Ledger) =>
    ledgerContent(ledger).households.map((text) => (JSON.parse(text) as { members: string }).members)
  const twoHomes = [
    ['王平', '王平', '户主', '男', '1号楼', '101'],
    ['赵大', '赵大', '户主', '男', '1号楼', '101'],
  ]

  test('may be in the ledger already, and a list without doors finds everybody again', async () => {
    const ledger = openTestLedger()
    await previewed(ledger, twoHomes)
    await apply(ledger)
    const before = ledgerContent(ledger)
    const wives = [
      ['王平', '李红', '妻', '女', '1号楼', '101'],
      ['王平', '王小', '子', '男', '', ''],
      ['无此人', '孙梅', '妻', '女', '', ''],
    ]
    expect((await previewed(ledger, wives)).counts.add).toBe(3)
    await apply(ledger)
    expect(membersOf(ledger)).toEqual(['1,3,4', '2', '5'])
    expect((await previewed(ledger, wives)).counts).toEqual({ add: 0, update: 0, unchanged: 3, refuse: 0 })
    await undo(ledger)
    expect(ledgerContent(ledger)).toEqual(before)
  })

  test('of whom the ledger has two joins neither', async () => {
    const ledger = openTestLedger()
    await previewed(ledger, [
      ['王平', '王平', '户主', '男', '1号楼', '101'],
      ['王平', '王平', '户主', '男', '2号楼', '201'],
    ])
    await apply(ledger)
    await previewed(ledger, [['王平', '李红', '妻', '女', '', '']])
    await apply(ledger)
    expect(membersOf(ledger)).toEqual(['1', '2', '3'])
  })

  test('does not move somebody whose own door the ledger knows', async () => {
    const ledger = openTestLedger()
    const son = { name: '王小', id: aCitizenNumber('1980-05-20', 1) }
    await preview(ledger, [{ ...son, building: '5号楼', room: '502' }])
    await apply(ledger)
    const head = { name: '王平', sex: '男', relation: '户主', building: '1号楼', room: '101' }
    await preview(ledger, [head, { ...son, relation: '子' }])
    expect(plannedRows(ledger)[1]?.changedFields).toEqual(['relationToHead'])
  })
})

describe('an update', () => {
  test('never blanks, blurs or moves what the file does not know better', async () => {
    const ledger = openTestLedger()
    const before = await withPerson(ledger, {
      lunarBirth: { year: 1950, month: 4, day: 4, isLeap: false },
      registeredAddress: '碑林区某路1号',
      residenceStatus: 'livingOnly',
      careTags: [{ careTag: 'disabled', fromOn: null, toOn: null }],
      note: '听力不好',
    })
    await stageRoster(ledger, {
      handle: 'roster',
      fileName: '名单.csv',
      table: {
        sheets: [
          {
            name: '名单',
            mergedAreas: [],
            rows: [
              ['姓名', '身份证号', '住址', '农历生日', '人户状态', '人员类别', '备注'],
              ['王秀英', before.idNumber, '幸福里', '四月初四', '说不清', '党员', '爱下棋'],
            ],
          },
        ],
      },
    })
    await rosterImportOperations['import.preview'](
      ledger,
      { handle: 'roster', sheetIndexes: [0], mapping: null },
      patient,
    )
    await apply(ledger)
    const after = plannedRows(ledger)[0]?.draft
    expect(after).toEqual({
      ...unsaid,
      name: before.name,
      sex: before.sex,
      idDocumentType: before.idDocumentType,
      idNumber: before.idNumber,
      birthWhen: before.birthWhen,
      lunarBirth: before.lunarBirth,
      ethnicGroup: before.ethnicGroup,
      phones: before.phones,
      dwelling: before.dwelling,
      relationToHead: before.relationToHead,
      registeredAddress: before.registeredAddress,
      currentAddress: '',
      residenceStatus: 'livingOnly',
      livingArrangement: before.livingArrangement,
      careTags: [...before.careTags, { careTag: 'partyMember', fromOn: null, toOn: null }],
      note: '听力不好\n爱下棋',
    })
  })

  test('takes the days a file gives a care tag, and keeps those it is silent about', async () => {
    const ledger = openTestLedger()
    const { idNumber } = await withPerson(ledger, {
      careTags: [
        { careTag: 'disabled', fromOn: '2015-03-05' as never, toOn: '2025-03-04' as never },
        { careTag: 'lowIncome', fromOn: '2024-01-01' as never, toOn: null },
        { careTag: 'partyMember', fromOn: null, toOn: null },
      ],
    })
    const table = (tags: string) => ({
      sheets: [
        {
          name: '名单',
          mergedAreas: [],
          rows: [
            ['姓名', '身份证号', '关爱类别'],
            ['王秀英', idNumber, tags],
          ],
        },
      ],
    })
    const days = async (tags: string) => {
      await stageRoster(ledger, { handle: 'roster', fileName: '名单.csv', table: table(tags) })
      await rosterImportOperations['import.preview'](
        ledger,
        {
          handle: 'roster',
          sheetIndexes: [0],
          mapping: null,
        },
        patient,
      )
      return plannedRows(ledger)[0]?.draft.careTags.map(({ careTag, fromOn, toOn }) => [
        careTag,
        fromOn,
        toOn,
      ])
    }
    expect(await days('残疾（2025.3.5起）、低保、党员（2001年7月起）')).toEqual([
      ['disabled', '2025-03-05', null],
      ['lowIncome', '2024-01-01', null],
      ['partyMember', '2001-07-01', null],
    ])
    expect(await days('低保（至2026年6月）')).toEqual([
      ['disabled', '2015-03-05', '2025-03-04'],
      ['lowIncome', '2024-01-01', '2026-06-30'],
      ['partyMember', null, null],
    ])
  })
})

describe('applying', () => {
  test('a cancel between batches leaves nothing behind', async () => {
    const ledger = openTestLedger()
    await withPerson(ledger)
    const before = ledgerContent(ledger)
    const people = Array.from({ length: 1200 }, (_, index) => ({
      name: '赵平',
      building: '3号楼',
      room: `${index}`,
    }))
    await preview(ledger, people)
    let batchCount = 0
    const context = {
      key: testKey,
      reportProgress: () => (batchCount += 1),
      isCancelled: () => batchCount >= 2,
    }
    await expect(apply(ledger, context)).rejects.toMatchObject({ failure: { code: 'cancelled' } })
    expect(batchCount).toBe(2)
    expect(ledgerContent(ledger)).toEqual(before)
    expect(await rosterImportOperations['import.last'](ledger)).toBeNull()
    expect((await apply(ledger)).addedCount).toBe(1200)
  })

  test('a plan is applied once, and only on the ledger it was made on', async () => {
    const ledger = openTestLedger()
    const person = await withPerson(ledger)
    await preview(ledger, [{ name: '王秀英', id: person.idNumber, note: '新' }])
    await saveResident(ledger, {
      id: person.id,
      revision: 1,
      draft: aResidentDraft({ idNumber: person.idNumber }),
    })
    await expect(apply(ledger)).rejects.toMatchObject({ failure: { code: 'handleExpired' } })
    const taken = { name: '李平', id: aCitizenNumber('1960-01-01', 3) }
    await preview(ledger, [taken])
    await withPerson(ledger, { name: '李平', idNumber: taken.id, sex: '1', birthWhen: '1960-01-01' as never })
    await expect(apply(ledger)).rejects.toMatchObject({ failure: { code: 'handleExpired' } })
    await preview(ledger, [{ name: '孙红', sex: '女' }])
    await apply(ledger)
    await expect(apply(ledger)).rejects.toMatchObject({ failure: { code: 'handleExpired' } })
  })

  test('a plan that is being written is neither written twice nor decided about', async () => {
    const ledger = openTestLedger()
    await preview(ledger, [{ name: '孙红', sex: '女' }])
    const decision = { handle: 'roster', choices: noChoices }
    const [first, second, decided] = await Promise.allSettled([
      apply(ledger),
      apply(ledger),
      rosterImportOperations['import.decide'](ledger, decision, patient),
    ])
    expect(first).toMatchObject({ value: { addedCount: 1 } })
    const refused = { reason: { failure: { code: 'handleExpired' } } }
    expect([second, decided]).toMatchObject([refused, refused])
    expect(stored(ledger)).toHaveLength(1)
  })

  test('a plan that was stopped can be written after all', async () => {
    const ledger = openTestLedger()
    await preview(ledger, [{ name: '孙红', sex: '女' }])
    const stopped = { ...patient, isCancelled: () => true }
    await expect(apply(ledger, stopped)).rejects.toMatchObject({ failure: { code: 'cancelled' } })
    await expect(apply(ledger)).resolves.toMatchObject({ addedCount: 1 })
  })

  test('a newer file takes the place of the older one', async () => {
    const ledger = openTestLedger()
    await preview(ledger, [{ name: '孙红', sex: '女' }], 'first')
    await preview(ledger, [{ name: '钱红', sex: '女' }], 'second')
    await expect(apply(ledger, patient, 'first')).rejects.toMatchObject({
      failure: { code: 'handleExpired' },
    })
    await expect(preview(ledger, [])).resolves.toMatchObject({ counts: { add: 0 } })
    await expect(apply(ledger)).rejects.toMatchObject({ failure: { code: 'nothingToImport' } })
  })

  test('families without a dwelling stay together under the head listed above them', async () => {
    const ledger = openTestLedger()
    await preview(ledger, [
      { name: '王建国', sex: '男', relation: '户主' },
      { name: '李秀兰', sex: '女', relation: '妻' },
      { name: '张桂英', sex: '女', relation: '户主' },
      { name: '张强', sex: '男', relation: '子' },
      { name: '陈单', sex: '男' },
    ])
    await apply(ledger)
    expect(ledgerContent(ledger).households.map((text) => JSON.parse(text) as unknown)).toEqual([
      { place: null, head: 1, members: '1,2' },
      { place: null, head: 3, members: '3,4' },
      { place: null, head: null, members: '5' },
    ])
  })

  test('people of one dwelling are one household, a second head starts another', async () => {
    const ledger = openTestLedger()
    const door = { building: '1号楼', unit: '1', room: '101' }
    await preview(ledger, [
      { name: '王建国', sex: '男', relation: '户主', ...door },
      { name: '李秀兰', sex: '女', relation: '妻', ...door },
      { name: '租客甲', sex: '男', relation: '户主', ...door },
      { name: '租客乙', sex: '女', relation: '配偶', ...door },
      { name: '独自', sex: '女', building: '1号楼', unit: '1', room: '102' },
      { name: '同住', sex: '女', building: '1号楼', unit: '1', room: '102' },
    ])
    await apply(ledger)
    expect(
      ledgerContent(ledger).households.map((text) => (JSON.parse(text) as { members: string }).members),
    ).toEqual(['1,2', '3,4', '5,6'])
  })
})

test('knows somebody without a number behind a door whose building has another name today', async () => {
  const ledger = openTestLedger()
  const dwelling = { building: '1号楼', unit: '1', room: '101' }
  await withPerson(ledger, { idDocumentType: 'none', idNumber: '', dwelling })
  ledger.raw.exec(`
    INSERT INTO buildingAlias (buildingId, name) SELECT id, '1号楼' FROM building;
    UPDATE building SET name = '紫荆苑1号楼'`)
  await stageRoster(ledger, {
    handle: 'roster',
    fileName: '名单.csv',
    table: {
      sheets: [
        {
          name: '名单',
          mergedAreas: [],
          rows: [
            ['姓名', '性别', '出生日期', '住址'],
            ['王秀英', '女', '1950-05-20', '1号楼1单元101'],
          ],
        },
      ],
    },
  })
  const ask = { handle: 'roster', sheetIndexes: [0], mapping: null }
  expect((await rosterImportOperations['import.preview'](ledger, ask, patient)).counts).toEqual({
    add: 0,
    update: 0,
    unchanged: 1,
    refuse: 0,
  })
})

describe('undoing', () => {
  test('keeps whoever heads a building by now, with the post', async () => {
    const ledger = openTestLedger()
    await stageRoster(ledger, {
      handle: 'roster',
      fileName: '名单.csv',
      table: {
        sheets: [
          {
            name: '名单',
            mergedAreas: [],
            rows: [
              ['姓名', '住址'],
              ['王秀英', '1-1-101'],
              ['李强', '1-1-102'],
            ],
          },
        ],
      },
    })
    await rosterImportOperations['import.preview'](
      ledger,
      { handle: 'roster', sheetIndexes: [0], mapping: null },
      patient,
    )
    await apply(ledger)
    const id = (name: string) =>
      ledger.raw.prepare('SELECT id FROM resident WHERE name = ?').pluck().get(name)
    ledger.raw
      .prepare(
        `INSERT INTO buildingHead (buildingId, unit, residentId, note, revision)
         SELECT buildingId, '', ?, '', 1 FROM dwelling LIMIT 1`,
      )
      .run(id('王秀英'))
    expect(await undo(ledger)).toEqual({ removedCount: 1, restoredCount: 0, keptCount: 1 })
    expect([id('王秀英') === undefined, id('李强') === undefined]).toEqual([false, true])
    expect(ledger.raw.prepare('SELECT count(*) FROM buildingHead').pluck().get()).toBe(1)
  })

  test('keeps whom somebody called, wrote about, claimed or helped since', async () => {
    const ledger = openTestLedger({ clock: fixedClock() })
    const names = ['通话', '日记', '认领', '求助', '大事', '旁人']
    await preview(
      ledger,
      names.map((name) => ({ name, sex: '女' })),
    )
    await apply(ledger)
    const id = (name: string) =>
      Number(ledger.raw.prepare('SELECT id FROM resident WHERE name = ?').pluck().get(name))
    const claimPostId = await addPost(ledger)
    const claimantId = await addClaimant(ledger)
    await call(ledger, id('通话'), '2026-11-20')
    await claim(ledger, { claimPostId, claimantId, residentIds: [id('认领')], fromOn: '2026-11-01' })
    const fresh = { id: null, revision: null }
    const entry = aDiaryDraft({ residentIds: [id('日记')] })
    await diaryOperations['diary.save'](ledger, { ...fresh, draft: entry })
    ledger.raw.exec(`INSERT INTO staff VALUES (2, '丁社工', 'worker', 0, NULL, '', NULL, 1)`)
    const request = aHelpCase({ residentId: id('求助'), staffId: 2 })
    await helpCaseOperations['helpCase.save'](ledger, { ...fresh, draft: request })
    const event = aFamilyEvent({ residentId: id('大事'), staffId: 2 })
    await careEventOperations['careEvent.save'](ledger, { ...fresh, draft: event }, patient)
    expect(await undo(ledger)).toEqual({ removedCount: 1, restoredCount: 0, keptCount: 5 })
    expect(ledger.raw.prepare('SELECT name FROM resident ORDER BY id').pluck().all()).toEqual(
      names.slice(0, -1),
    )
  })

  test('keeps and counts whom somebody changed since and whom a visit round holds', async () => {
    const ledger = openTestLedger({ clock: fixedClock() })
    const known = await withPerson(ledger)
    await preview(ledger, [
      { name: '王秀英', id: known.idNumber, note: '来自名册' },
      { name: '改过', sex: '女' },
      { name: '走访', sex: '女' },
      { name: '撤销', sex: '女' },
    ])
    await apply(ledger)
    const [, changed, visited, gone] = stored(ledger)
    const draft = aResidentDraft({ name: '改过了', idNumber: '', idDocumentType: 'none' })
    await saveResident(ledger, { id: Number(changed?.['id']), revision: 1, draft })
    ledger.raw.exec(`
      INSERT INTO visitRound (id, name, festival, year, festivalOn, cutoffOn, createdAt)
        VALUES (1, '春节', 'springFestival', 2027, '2027-02-06', '2027-02-05', '2026-11-25T01:00:00.000Z');
      INSERT INTO visitTask (visitRoundId, residentId, isAddedByHand, addedReason, isRemoved, removedReason, outcome, visitor, note)
        VALUES (1, ${Number(visited?.['id'])}, 0, '', 0, '', 'pending', '', '')`)
    expect(await undo(ledger)).toEqual({ removedCount: 1, restoredCount: 1, keptCount: 2 })
    expect(stored(ledger).map(({ name, note }) => [name, note])).toEqual([
      ['王秀英', ''],
      ['改过了', ''],
      ['走访', ''],
    ])
    expect(gone).toBeDefined()
    await expect(undo(ledger)).rejects.toMatchObject({ failure: { code: 'nothingToUndo' } })
    expect((await rosterImportOperations['import.last'](ledger))?.undoneAt).toBe('2026-11-25T01:00:00.000Z')
  })

  test('gives the household back to the head who lost it to somebody in the file', async () => {
    const ledger = openTestLedger()
    const head = await withPerson(ledger, { relationToHead: '01' })
    const other = await withPerson(ledger, { name: '王建国', relationToHead: '10' })
    const before = ledgerContent(ledger)
    // Six hundred strangers put the two into different batches.
    const strangers = Array.from({ length: 600 }, (_, index) => ({
      name: '赵平',
      building: '3号楼',
      room: `${index}`,
    }))
    await preview(ledger, [
      { name: '王建国', id: other.idNumber, relation: '户主' },
      ...strangers,
      { name: '王秀英', id: head.idNumber, relation: '妻' },
    ])
    await apply(ledger)
    expect(
      stored(ledger)
        .slice(0, 2)
        .map(({ relationToHead }) => relationToHead),
    ).toEqual(['12', '01'])
    expect(await undo(ledger)).toEqual({ removedCount: 600, restoredCount: 2, keptCount: 0 })
    expect(ledgerContent(ledger)).toEqual(before)
  })

  test('also when the former head is not in the file', async () => {
    const ledger = openTestLedger()
    await withPerson(ledger, { relationToHead: '01' })
    const other = await withPerson(ledger, { name: '王建国', relationToHead: '10' })
    const before = ledgerContent(ledger)
    await preview(ledger, [{ name: '王建国', id: other.idNumber, relation: '户主' }])
    await apply(ledger)
    expect(stored(ledger).map(({ relationToHead }) => relationToHead)).toEqual([null, '01'])
    await undo(ledger)
    expect(ledgerContent(ledger)).toEqual(before)
  })
})
