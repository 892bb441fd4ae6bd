import fc from 'fast-check'
import { test, expect } from 'vitest'
import { relationsToHead } from '../../domain/codes/relation-to-head.ts'
import { aCitizenNumber, aResidentDraft } from '../../domain/testing/builders.ts'
import { householdOperations } from '../household/household.operations.ts'
import { addOwnField } from '../own-field/testing/own-field-fixture.ts'
import { saveResident } from '../resident/resident.service.ts'
import { ledgerContent } from '../testing/ledger-content.ts'
import { openTestLedger } from '../testing/ledger-fixture.ts'
import { testKey } from '../testing/test-key.ts'
import { rosterImportOperations } from './roster-import.operations.ts'
import { stageRoster } from './roster-staging.ts'

const context = { key: testKey, reportProgress: () => undefined, isCancelled: () => false }
const header = [
  '姓名',
  '身份证号',
  '性别',
  '出生日期',
  '与户主关系',
  '楼栋',
  '室',
  '电话',
  '人员类别',
  '备注',
  '户主姓名',
  '爱好',
  '是否养犬',
  '住房面积',
]

// Small pools, so that people meet themselves, their families and their doors again.
const number = fc.integer({ min: 1, max: 8 }).map((sequence) => aCitizenNumber('1950-05-20', sequence))
const name = fc.constantFrom('王秀英', '李建国', '阿依古丽·买买提', '𠮷田')
const relation = fc.constantFrom<'01' | '10' | '20' | null>('01', '10', '20', null)
const building = fc.constantFrom('1号楼', '2号楼', '')
const room = fc.constantFrom('101', '102')

const hobby = fc.constantFrom('', '象棋', '合唱')
const dog = fc.constantFrom('', '是', '无', '两只')
const area = fc.constantFrom('', '60', '80.5')

const known = fc.record({ name, idNumber: fc.option(number), relation, building, room, hobby, area })
const anyRow = fc.record({
  name,
  idNumber: fc.option(number),
  relation,
  building,
  room,
  birth: fc.constantFrom('1950-05-20', '1950', ''),
  phone: fc.constantFrom('13900000000', '13911110000', ''),
  careTag: fc.constantFrom('低保', '党员', ''),
  note: fc.constantFrom('爱下棋', ''),
  head: fc.constantFrom('', '王秀英', '李建国'),
  hobby,
  dog,
  area,
})

// A head of a household who names somebody else as its head contradicts himself: such a row is another matter.
const row = anyRow.map((cells) => (cells.relation === '01' ? { ...cells, head: '' } : cells))

test('importing any roster into any ledger and undoing it leaves every table as it was', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(known, { maxLength: 8 }), fc.array(row, { maxLength: 12 }), importAndUndo),
    { numRuns: Number(process.env['IMPORT_UNDO_RUNS'] ?? 60) },
  )
}, 600_000)

test('two heads at one door get their own homes back', async () => {
  const number = aCitizenNumber('1950-05-20', 6)
  const home = {
    name: '王秀英',
    relation: '01',
    building: '1号楼',
    room: '101',
    hobby: '象棋',
    area: '60',
  } as const
  const file = {
    birth: '1950-05-20',
    phone: '13900000000',
    careTag: '低保',
    note: '爱下棋',
    head: '',
    dog: '无',
  } as const
  await importAndUndo(
    [
      { ...home, idNumber: null },
      { ...home, idNumber: number },
    ],
    [
      { ...home, ...file, idNumber: null, relation: '10' },
      { ...home, ...file, idNumber: number, room: '102' },
    ],
  )
})

test('a relative without a door is found again in the home of a head the ledger knows', async () => {
  const idNumber = aCitizenNumber('1950-05-20', 5)
  const file = {
    name: '王秀英',
    room: '',
    birth: '1950-05-20',
    phone: '',
    careTag: '',
    note: '',
    head: '',
    hobby: '合唱',
    area: '80.5',
    dog: '',
  } as const
  await importAndUndo(
    [{ name: '王秀英', idNumber, relation: '01', building: '1号楼', room: '101', hobby: '', area: '60' }],
    [
      { ...file, idNumber, relation: '01', building: '', room: '101' },
      { ...file, idNumber: null, relation: '20', building: '', room: '101' },
    ],
  )
})

async function importAndUndo(people: readonly Known[], rows: readonly Row[]): Promise<void> {
  const ledger = openTestLedger()
  const { id: hobbyId } = await addOwnField(ledger, { name: '爱好' })
  await addOwnField(ledger, { name: '是否养犬', kind: 'yesNo' })
  const { id: areaId } = await addOwnField(ledger, { name: '住房面积', owner: 'household', kind: 'number' })
  const taken = new Set<string>()
  for (const person of people) {
    if (person.idNumber !== null && taken.has(person.idNumber)) continue
    if (person.idNumber !== null) taken.add(person.idNumber)
    const { householdId } = await saveResident(ledger, {
      id: null,
      revision: null,
      draft: draftOf(person, hobbyId),
    })
    const { ownValues: there } = await householdOperations['household.get'](ledger, { id: householdId })
    const ownValues = person.area === '' ? [] : [{ ownFieldId: areaId, value: person.area }]
    await householdOperations['household.saveOwnValues'](ledger, { householdId, before: there, ownValues })
  }
  const before = ledgerContent(ledger)
  await stageRoster(ledger, {
    handle: 'h',
    fileName: '名单',
    table: { sheets: [{ name: '名单', rows: [header, ...rows.map(cellsOf)], mergedAreas: [] }] },
  })
  const ask = { handle: 'h', sheetIndexes: [0], mapping: null }
  const { counts } = await rosterImportOperations['import.preview'](ledger, ask, context)
  expect(ledgerContent(ledger)).toEqual(before)
  if (counts.add + counts.update === 0) return
  await rosterImportOperations['import.apply'](ledger, { handle: 'h' }, context)
  expect(ledger.raw.pragma('foreign_key_check')).toEqual([])
  const again = await rosterImportOperations['import.preview'](ledger, ask, context)
  expect(again.counts.add).toBe(0)
  const undone = await rosterImportOperations['import.undoLast'](ledger)
  expect(undone.keptCount).toBe(0)
  expect(ledgerContent(ledger)).toEqual(before)
}

type Known = typeof known extends fc.Arbitrary<infer T> ? T : never
type Row = typeof row extends fc.Arbitrary<infer T> ? T : never

function draftOf(person: Known, hobbyId: number) {
  const { name: personName, idNumber, relation: relationToHead, building: house, room: door } = person
  return aResidentDraft({
    ownValues: person.hobby === '' ? [] : [{ ownFieldId: hobbyId, value: person.hobby }],
    name: personName,
    ...(idNumber === null ? { idDocumentType: 'none', idNumber: '' } : { idNumber }),
    relationToHead,
    dwelling: house === '' ? null : { building: house, unit: '', room: door },
  })
}

function cellsOf(cells: Row): string[] {
  const relationText = cells.relation === null ? '' : relationsToHead[cells.relation]
  const door = cells.building === '' ? '' : cells.room
  const { birth, building: house, phone, careTag, note, head } = cells
  return [
    cells.name,
    cells.idNumber ?? '',
    '女',
    birth,
    relationText,
    house,
    door,
    phone,
    careTag,
    note,
    head,
    cells.hobby,
    cells.dog,
    cells.area,
  ]
}
