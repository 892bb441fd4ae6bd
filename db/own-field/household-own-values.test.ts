import { beforeEach, describe, expect, it } from 'vitest'
import { FailureError } from '../../domain/failure.ts'
import { noFilter } from '../../domain/no-filter.ts'
import { ownFieldKey, type OwnField } from '../../domain/own-field.ts'
import type { OwnValue } from '../../domain/own-value.ts'
import { plainColumn, readyRosters } from '../../domain/ready-rosters.ts'
import { conditionGroupSchema } from '../../domain/resident-condition.ts'
import { rosterQuestion } from '../../domain/roster.ts'
import { aCitizenNumber, anActor, aResidentDraft } from '../../domain/testing/builders.ts'
import { householdOperations } from '../household/household.operations.ts'
import { ledgerFor, type Ledger } from '../ledger.ts'
import type { LedgerOperations } from '../ledger-operations.ts'
import { residentTimeline } from '../resident/record-timeline.queries.ts'
import { listResidents } from '../resident/resident-list.queries.ts'
import { draftOfResident, getResident } from '../resident/resident.queries.ts'
import { saveResident } from '../resident/resident.service.ts'
import { undoRecordChange } from '../resident/undo-change.service.ts'
import { rosterOperations } from '../roster/roster.operations.ts'
import { rosterImportOperations } from '../roster-import/roster-import.operations.ts'
import { stageRoster } from '../roster-import/roster-staging.ts'
import { ledgerContent } from '../testing/ledger-content.ts'
import { openTestLedger } from '../testing/ledger-fixture.ts'
import { testKey } from '../testing/test-key.ts'
import { addOwnField } from './testing/own-field-fixture.ts'

const imports: LedgerOperations<'import.preview' | 'import.apply' | 'import.undoLast'> =
  rosterImportOperations
const context = { key: testKey, reportProgress: () => undefined, isCancelled: () => false }
const [home, other] = [
  { building: '1号楼', unit: '', room: '101' },
  { building: '2号楼', unit: '', room: '202' },
]

let ledger: Ledger
let area: OwnField
let dog: OwnField

beforeEach(async () => {
  ledger = openTestLedger()
  area = await addOwnField(ledger, { name: '住房面积', owner: 'household', kind: 'number', isInList: true })
  dog = await addOwnField(ledger, { name: '是否养犬', owner: 'household', kind: 'yesNo' })
})

async function add(name: string, dwelling: object | null, relationToHead: string | null = '01') {
  const draft = aResidentDraft({ name, dwelling, relationToHead })
  return saveResident(ledger, { id: null, revision: null, draft })
}

const valuesOf = (values: Readonly<Record<number, string>>): OwnValue[] =>
  Object.entries(values).map(([id, value]) => ({ ownFieldId: Number(id), value }))

async function homeOf(id: number) {
  const { householdId } = await getResident(ledger, id)
  return householdOperations['household.get'](ledger, { id: householdId })
}

async function give(id: number, values: Readonly<Record<number, string>>, as = ledger) {
  const household = await homeOf(id)
  return householdOperations['household.saveOwnValues'](as, {
    householdId: household.id,
    before: household.ownValues,
    ownValues: valuesOf(values),
  })
}

async function move(id: number, dwelling: typeof home) {
  const person = await getResident(ledger, id)
  const draft = { ...draftOfResident(person), dwelling }
  return saveResident(ledger, { id, revision: person.revision, draft })
}

async function told(id: number, as = ledger) {
  const { rows } = await residentTimeline(as, { id, offset: 0, limit: 50 })
  return rows.filter(({ field }) => field.startsWith('own:'))
}

const toldTexts = async (id: number) =>
  (await told(id)).map(({ ownFieldName, before, after }) => [ownFieldName, before, after])

async function codeOf(work: Promise<unknown>) {
  return work.then(
    () => null,
    (error: unknown) => (error instanceof FailureError ? error.failure.code : error),
  )
}

const page = { offset: 0, limit: 50 }

describe('what a household has in own fields', () => {
  it('is told in the history of everybody who lives there, and is taken back from there', async () => {
    const [head, wife] = [await add('李建国', home), await add('王秀英', home, '10')]
    await give(head.id, { [area.id]: '80.5', [dog.id]: 'yes' })
    await give(wife.id, { [area.id]: '90', [dog.id]: 'yes' })
    expect(await toldTexts(wife.id)).toEqual([
      ['住房面积', '80.5', '90'],
      ['是否养犬', '', '是'],
      ['住房面积', '', '80.5'],
    ])
    expect(await toldTexts(head.id)).toEqual(await toldTexts(wife.id))
    const [, ofDog, first] = await told(head.id)
    expect(await codeOf(undoRecordChange(ledger, { changeId: first?.id ?? 0 }, context))).toBe('staleRecord')
    await undoRecordChange(ledger, { changeId: ofDog?.id ?? 0 }, context)
    expect((await homeOf(wife.id)).ownValues).toEqual(valuesOf({ [area.id]: '90' }))
    expect(await toldTexts(wife.id)).toContainEqual(['是否养犬', '是', ''])
  })

  it('is refused when it is no value of the field, was changed meanwhile, or by somebody who only looks', async () => {
    const { id } = await add('李建国', home)
    const stranger = await addOwnField(ledger, { name: '爱好' })
    expect(await codeOf(give(id, { [area.id]: '很大' }))).toBe('invalidInput')
    expect(await codeOf(give(id, { [stranger.id]: '象棋' }))).toBe('invalidInput')
    await give(id, { [area.id]: '80' })
    const { householdId } = await getResident(ledger, id)
    const stale = { householdId, before: [], ownValues: valuesOf({ [area.id]: '90' }) }
    expect(await codeOf(householdOperations['household.saveOwnValues'](ledger, stale))).toBe('staleRecord')
    const viewer = ledgerFor(ledger, anActor({ role: 'viewer' }))
    expect(await codeOf(give(id, { [area.id]: '90' }, viewer))).toBe('notAllowed')
    expect((await householdOperations['household.get'](viewer, { id: householdId })).ownValues).toEqual([])
    expect(await told(id, viewer)).toEqual([])
  })

  it('stands in the list, on rosters and in questions for everybody who lives there', async () => {
    const [head, wife] = [await add('李建国', home), await add('王秀英', home, '10')]
    await add('赵六', other)
    await give(head.id, { [area.id]: '80.5' })
    const { rows } = await listResidents(ledger, { filter: noFilter, ...page })
    expect(rows.map(({ name, ownTexts }) => [name, ownTexts[ownFieldKey(area.id)]])).toEqual([
      ['李建国', '80.5'],
      ['王秀英', '80.5'],
      ['赵六', ''],
    ])
    const condition = conditionGroupSchema.parse({
      match: 'all',
      isNot: false,
      conditions: [
        { field: ownFieldKey(area.id), isNot: false, test: { operator: 'numberAtLeast', number: '80' } },
      ],
    })
    const found = await listResidents(ledger, { filter: { ...noFilter, condition }, ...page })
    expect(found.rows.map(({ id }) => id)).toEqual([head.id, wife.id])
    const columns = [plainColumn('name'), plainColumn(ownFieldKey(area.id))]
    const question = rosterQuestion({ ...readyRosters.residents, columns })
    const roster = await rosterOperations['paper.roster'](ledger, { ...question, ...page })
    expect(roster.rows.map(({ cells }) => cells)).toEqual([
      ['李建国', '80.5'],
      ['王秀英', '80.5'],
      ['赵六', ''],
    ])
  })
})

describe('a household that ends', () => {
  it('hands down what it had to where the last of its people went, and what that one says otherwise is told', async () => {
    const [head, wife, host] = [
      await add('李建国', home),
      await add('王秀英', home, '10'),
      await add('赵六', other),
    ]
    await give(head.id, { [area.id]: '80', [dog.id]: 'yes' })
    await give(host.id, { [area.id]: '60' })
    await move(wife.id, { building: '3号楼', unit: '', room: '303' })
    expect((await homeOf(wife.id)).ownValues).toEqual([])
    expect((await homeOf(head.id)).ownValues).toEqual(valuesOf({ [area.id]: '80', [dog.id]: 'yes' }))
    const person = await getResident(ledger, head.id)
    await saveResident(ledger, {
      id: head.id,
      revision: person.revision,
      draft: { ...draftOfResident(person), dwelling: other, relationToHead: '20' },
    })
    expect((await homeOf(head.id)).ownValues).toEqual(valuesOf({ [area.id]: '60', [dog.id]: 'yes' }))
    expect(await toldTexts(host.id)).toContainEqual(['是否养犬', '', '是'])
    expect((await toldTexts(head.id))[0]).toEqual(['住房面积', '80', '60'])
  })

  it('goes along with a family that moves to an empty door', async () => {
    const [head, wife] = [await add('李建国', home), await add('王秀英', home, '10')]
    await give(head.id, { [area.id]: '80' })
    await move(head.id, other)
    await move(wife.id, other)
    expect((await homeOf(wife.id)).id).toBe((await homeOf(head.id)).id)
    expect((await homeOf(wife.id)).ownValues).toEqual(valuesOf({ [area.id]: '80' }))
  })

  it('fills what the household it is merged into does not say', async () => {
    const [head, neighbour] = [await add('李建国', home), await add('赵六', home)]
    await give(head.id, { [area.id]: '80' })
    await give(neighbour.id, { [area.id]: '60', [dog.id]: 'no' })
    const [kept, joined] = [await homeOf(head.id), await homeOf(neighbour.id)]
    const seenOf = ({ id, members }: typeof kept) => ({
      householdId: id,
      seen: members.map((member) => ({ id: member.id, revision: member.revision })),
    })
    await householdOperations['household.merge'](ledger, {
      ...seenOf(kept),
      other: seenOf(joined),
      roles: [
        { residentId: head.id, relationToHead: '01' },
        { residentId: neighbour.id, relationToHead: '97' },
      ],
    })
    expect((await homeOf(neighbour.id)).ownValues).toEqual(valuesOf({ [area.id]: '80', [dog.id]: 'no' }))
    expect(await toldTexts(neighbour.id)).toContainEqual(['住房面积', '60', '80'])
    expect(await toldTexts(head.id)).toContainEqual(['是否养犬', '', '否'])
  })

  it('is as it was again when the import that ended it is taken back', async () => {
    const idNumber = aCitizenNumber('1950-05-20', 12)
    const alone = await saveResident(ledger, {
      id: null,
      revision: null,
      draft: aResidentDraft({ name: '王秀英', idNumber, dwelling: home, relationToHead: null }),
    })
    const host = await add('赵六', other)
    await give(alone.id, { [area.id]: '80', [dog.id]: 'yes' })
    await give(host.id, { [area.id]: '60' })
    const before = ledgerContent(ledger)
    const rows = [
      ['姓名', '身份证号', '楼栋', '室', '与户主关系'],
      ['王秀英', idNumber, '2号楼', '202', '配偶'],
    ]
    const table = { sheets: [{ name: '名单', rows, mergedAreas: [] }] }
    await stageRoster(ledger, { handle: 'h', fileName: '名单', table })
    const ask = { handle: 'h', sheetIndexes: [0], mapping: null }
    await imports['import.preview'](ledger, ask, context)
    await imports['import.apply'](ledger, { handle: 'h' }, context)
    expect((await homeOf(alone.id)).ownValues).toEqual(valuesOf({ [area.id]: '60', [dog.id]: 'yes' }))
    await imports['import.undoLast'](ledger, {}, context)
    expect(ledgerContent(ledger)).toEqual(before)
    expect((await homeOf(alone.id)).ownValues).toEqual(valuesOf({ [area.id]: '80', [dog.id]: 'yes' }))
  })
})
