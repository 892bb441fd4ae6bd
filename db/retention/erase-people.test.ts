import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { asCalendarDate } from '../../domain/calendar-date.ts'
import type { CalendarDate } from '../../domain/calendar-date.ts'
import { FailureError } from '../../domain/failure.ts'
import type { LifeEventKind } from '../../domain/life-event.ts'
import { noFilter } from '../../domain/no-filter.ts'
import { readyRosters } from '../../domain/ready-rosters.ts'
import { ownPhone } from '../../domain/resident.ts'
import { offeredRetentionRules } from '../../domain/retention.ts'
import { aResidentDraft, aSealedMatter, anActor, fixedClock } from '../../domain/testing/builders.ts'
import { populationRows, populationSheet } from '../count/population-sheet.queries.ts'
import { attachedTables } from '../duplicate/attached-tables.ts'
import { draftOperations } from '../draft/draft.operations.ts'
import { mergeResidents } from '../duplicate/merge-residents.service.ts'
import { undoMerge } from '../duplicate/undo-merge.service.ts'
import type { Ledger } from '../ledger.ts'
import { recordLifeEvent } from '../life/life-event.service.ts'
import { noticeOperations } from '../notice/notice.operations.ts'
import { removeResident } from '../resident/recycle-bin.service.ts'
import { draftOfResident, getResident } from '../resident/resident.queries.ts'
import { listResidents } from '../resident/resident-list.queries.ts'
import { saveResident } from '../resident/resident.service.ts'
import { rosterOperations } from '../roster/roster.operations.ts'
import { rosterImportOperations } from '../roster-import/roster-import.operations.ts'
import { stagedPlan, stageRoster } from '../roster-import/roster-staging.ts'
import { saveFilter } from '../saved-filter/saved-filter.service.ts'
import { saveSealedMatters } from '../sealed-matter/sealed-matter.service.ts'
import { festivalRules } from '../testing/festival-rules.ts'
import { openTestLedger } from '../testing/ledger-fixture.ts'
import { testKey } from '../testing/test-key.ts'
import { visitOperations } from '../visit/visit.operations.ts'
import { erasePeople } from './erase-people.service.ts'
import { listExpiredPeople } from './expired-people.queries.ts'
import { retentionOperations } from './retention.operations.ts'

const context = { key: testKey }
const page = { offset: 0, limit: 50 }
const reason = '保存期满，已归档'
const rules = { movedOutYears: 3, deceasedYears: 5 }

async function add(ledger: Ledger, overrides: Parameters<typeof aResidentDraft>[0] = {}) {
  return (await saveResident(ledger, { id: null, revision: null, draft: aResidentDraft(overrides) })).id
}

async function happen(ledger: Ledger, residentId: number, kind: LifeEventKind, happenedOn: string) {
  const { revision } = await getResident(ledger, residentId)
  const rest = { place: '', note: '', newHeadId: null, isSpouseWidowed: false }
  const event = { residentId, revision, kind, happenedOn: asCalendarDate(happenedOn), ...rest }
  await recordLifeEvent(ledger, event, context)
}

async function decide(ledger: Ledger) {
  await retentionOperations['retention.saveRules'](ledger, { before: offeredRetentionRules, rules })
}

async function failureOf(work: Promise<unknown>): Promise<string> {
  const error: unknown = await work.catch((thrown: unknown) => thrown)
  return error instanceof FailureError ? error.failure.code : 'none'
}

/** Every row of every table as one text. */
function everything(ledger: Ledger): string {
  const tables = ledger.raw
    .prepare<[], string>(`SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'`)
    .pluck()
    .all()
  return JSON.stringify(tables.map((table) => [table, ledger.raw.prepare(`SELECT * FROM "${table}"`).all()]))
}

const sheetOf = (ledger: Ledger, referenceOn: string, fromOn: string) =>
  populationSheet(ledger, {
    referenceOn: asCalendarDate(referenceOn),
    fromOn: asCalendarDate(fromOn),
  })

describe('the list of people whose term is over', () => {
  it('follows from what happened to them and from the rules, to the day', async () => {
    const clock = fixedClock('2026-11-25')
    const ledger = openTestLedger({ clock })
    const [moved, dead, back, reported] = [
      await add(ledger, { name: '王迁出' }),
      await add(ledger, { name: '李去世' }),
      await add(ledger, { name: '张迁回' }),
      await add(ledger, { name: '赵据报' }),
    ]
    await happen(ledger, moved, 'movedOut', '2023-11-25')
    await happen(ledger, dead, 'movedOut', '2010-01-01')
    await happen(ledger, dead, 'deathConfirmed', '2021-11-24')
    await happen(ledger, back, 'movedOut', '2015-01-01')
    await happen(ledger, back, 'movedBack', '2016-01-01')
    await happen(ledger, reported, 'deathReported', '2010-01-01')
    const binned = await add(ledger, { name: '钱回收' })
    await happen(ledger, binned, 'movedOut', '2010-01-01')
    const { revision } = await getResident(ledger, binned)
    await removeResident(ledger, { id: binned, revision, reason: '登记错了' })
    await decide(ledger)
    const names = async () => (await listExpiredPeople(ledger, page)).rows.map(({ name }) => name)
    expect(await names()).toEqual(['李去世'])
    clock.moveTo('2026-11-26')
    expect((await listExpiredPeople(ledger, page)).rows).toMatchObject([
      { name: '李去世', presence: 'deceased', goneOn: '2021-11-24', endedOn: '2026-11-24' },
      { name: '王迁出', presence: 'movedOut', goneOn: '2023-11-25', endedOn: '2026-11-25' },
    ])
  })

  it('has a leap day end with February', async () => {
    const ledger = openTestLedger({ clock: fixedClock('2027-03-01') })
    const id = await add(ledger)
    await happen(ledger, id, 'movedOut', '2024-02-29')
    await decide(ledger)
    expect((await listExpiredPeople(ledger, page)).rows).toMatchObject([{ endedOn: '2027-02-28' }])
  })
})

describe('deleting for good', () => {
  it('waits for the office to decide its terms, and takes nobody who is not on the list', async () => {
    const ledger = openTestLedger()
    const [gone, here] = [await add(ledger), await add(ledger)]
    await happen(ledger, gone, 'movedOut', '2000-01-01')
    expect(await failureOf(erasePeople(ledger, { ids: [gone], reason }))).toBe('notAllowed')
    await decide(ledger)
    expect(await failureOf(erasePeople(ledger, { ids: [gone, here], reason }))).toBe('staleRecord')
    expect(await failureOf(erasePeople(ledger, { ids: [gone], reason: ' ' }))).toBe('reasonRequired')
    expect((await listExpiredPeople(ledger, page)).totalCount).toBe(1)
  })

  it('leaves nothing of a person anywhere, and the trail without a name', async () => {
    const ledger = openTestLedger({ actor: anActor({ isInSealedCircle: true }) })
    const spouse = await add(ledger, { name: '留下的人', relationToHead: '10' })
    const double = await add(ledger, { name: '欧阳去世', idDocumentType: 'none', idNumber: '' })
    const person = await add(ledger, {
      name: '欧阳去世',
      idNumber: '11010519491231002X',
      birthWhen: '1949-12-31',
      relationToHead: '01',
      spouseId: spouse,
      phones: [ownPhone('13812345678', '清晨打')],
      otherDocuments: [{ documentType: 'passport', number: 'E12345678', isFormer: false, note: '旧护照' }],
      careTags: [{ careTag: 'veteran', fromOn: null, toOn: null }],
      note: '家住顶楼爱下棋',
    })
    const matters = [aSealedMatter({ kind: 'mentalDisorder', note: '按月随访' })]
    await saveSealedMatters(ledger, { id: person, before: [], matters }, context)
    const signature = { residentId: person, signedOn: asCalendarDate('2020-01-01'), signer: '' }
    await noticeOperations['notice.sign'](ledger, { ...signature, signedBy: 'self' })
    const [kept, merged] = [await getResident(ledger, person), await getResident(ledger, double)]
    await mergeResidents(ledger, {
      keptId: person,
      keptRevision: kept.revision,
      mergedId: double,
      mergedRevision: merged.revision,
      choices: {},
    })
    const condition = {
      match: 'all',
      isNot: false,
      conditions: [{ field: 'name', isNot: false, test: { operator: 'is', text: '欧阳去世' } }],
    } as const
    await saveFilter(ledger, {
      id: null,
      revision: null,
      name: '找一个人',
      condition: { ...condition, conditions: [...condition.conditions] },
    })
    const { residents: roster } = readyRosters
    const asked = { ...noFilter, search: '欧阳去世' }
    await rosterOperations['rosterKind.save'](ledger, {
      id: null,
      revision: null,
      kind: { name: '一个人的', roster: { ...roster, people: { ...roster.people, filter: asked } } },
    })
    ledger.raw.exec(
      `INSERT INTO staff (id, name, role, isInSealedCircle, createdAt, revision) VALUES (1, '赵主任', 'director', 1, '', 1)`,
    )
    const half = { content: JSON.stringify({ workplace: '欧阳单位' }), baseRevision: 1 }
    await draftOperations['draft.keep'](ledger, { form: { form: 'resident', id: person }, ...half })
    const named = { content: JSON.stringify({ name: '欧阳去世' }), baseRevision: null }
    await draftOperations['draft.keep'](ledger, { form: { form: 'newResident' }, ...named })
    await happen(ledger, person, 'deathConfirmed', '2021-01-01')
    await decide(ledger)
    const words = [
      '欧阳去世',
      '欧阳单位',
      '11010519491231002X',
      '13812345678',
      'E12345678',
      '清晨打',
      '顶楼',
      '随访',
    ]
    for (const word of words) expect(everything(ledger)).toContain(word)

    expect(await erasePeople(ledger, { ids: [person], reason })).toEqual({
      erasedCount: 1,
      removedFilterCount: 2,
    })
    expect(words.filter((word) => everything(ledger).includes(word))).toEqual([])
    expect(readFileSync(`${ledger.filePath}-wal`)).toHaveLength(0)
    for (const { table, column } of attachedTables) {
      const rows = ledger.raw.prepare(`SELECT * FROM ${table} WHERE ${column} IN (?, ?)`).all(person, double)
      expect([table, rows]).toEqual([table, []])
    }
    expect((await getResident(ledger, spouse)).spouseId).toBeNull()
    expect(await failureOf(getResident(ledger, person))).toBe('notFound')
    expect(
      (await listResidents(ledger, { filter: { ...noFilter, presence: 'all' }, ...page })).rows,
    ).toHaveLength(1)
    const last = ledger.raw.prepare('SELECT * FROM auditEntry ORDER BY seq DESC LIMIT 1').get()
    expect(last).toMatchObject({ action: 'erased', objectId: null, reason })
    // Nobody who comes later is taken for whoever had that number.
    expect(await add(ledger)).toBeGreaterThan(person)
  })

  it('leaves no note about a death in the history of whoever was widowed by it', async () => {
    const ledger = openTestLedger()
    const spouse = await add(ledger, { name: '留下的人', idDocumentType: 'none', idNumber: '' })
    const person = await add(ledger, { name: '先走的人', spouseId: spouse })
    const { revision } = await getResident(ledger, person)
    await recordLifeEvent(
      ledger,
      {
        residentId: person,
        revision,
        kind: 'deathConfirmed',
        happenedOn: asCalendarDate('2015-01-01'),
        place: '',
        note: '因病在市医院去世',
        newHeadId: null,
        isSpouseWidowed: true,
      },
      context,
    )
    expect(everything(ledger).split('因病在市医院去世')).toHaveLength(4)
    await decide(ledger)
    await erasePeople(ledger, { ids: [person], reason })
    expect(everything(ledger)).not.toContain('因病在市医院去世')
    expect((await getResident(ledger, spouse)).maritalStatus).toBe('30')
  })

  it('leaves nothing of a person in an import that was looked at and not made yet', async () => {
    const ledger = openTestLedger()
    const [idNumber, birthWhen] = ['11010519491231002X', '1949-12-31']
    const person = await add(ledger, { name: '先走的人', idNumber, birthWhen, workplace: '幸福小学' })
    await happen(ledger, person, 'movedOut', '2015-01-01')
    const rows = [
      ['姓名', '证件号码', '工作单位'],
      ['先走的人', idNumber, '第三小学'],
    ]
    const roster = { handle: 'roster', fileName: '名单.xlsx' }
    await stageRoster(ledger, { ...roster, table: { sheets: [{ name: '名单', rows, mergedAreas: [] }] } })
    const read = { handle: 'roster', sheetIndexes: [0], mapping: null }
    const watch = { ...context, reportProgress: () => undefined, isCancelled: () => false }
    await rosterImportOperations['import.preview'](ledger, read, watch)
    expect(JSON.stringify(stagedPlan(ledger, 'roster'))).toContain('幸福小学')
    await decide(ledger)
    await erasePeople(ledger, { ids: [person], reason })
    expect(() => stagedPlan(ledger, 'roster')).toThrow(new FailureError('handleExpired'))
  })

  it('leaves nothing in what is kept of other people to be taken back', async () => {
    const ledger = openTestLedger()
    const person = await add(ledger, { name: '先走的人', sex: '1' })
    const [first, second] = [
      await add(ledger, { name: '配偶甲', idDocumentType: 'none', idNumber: '', spouseId: person }),
      await add(ledger, { name: '配偶甲', idDocumentType: 'none', idNumber: '' }),
    ]
    const [kept, merged] = [await getResident(ledger, second), await getResident(ledger, first)]
    const revisions = { keptRevision: kept.revision, mergedRevision: merged.revision }
    await mergeResidents(ledger, { keptId: second, mergedId: first, ...revisions, choices: {} })
    await happen(ledger, person, 'movedOut', '2015-01-01')
    await decide(ledger)
    const naming = ledger.raw
      .prepare(
        `SELECT count(*) FROM residentMergeItem WHERE tableName = 'resident'
           AND (json_extract(nullif(before, ''), '$.id') = ? OR json_extract(nullif(after, ''), '$.spouseId') = ?)`,
      )
      .pluck()
    expect(naming.get(person, person)).not.toBe(0)
    await erasePeople(ledger, { ids: [person], reason })
    expect(naming.get(person, person)).toBe(0)
  })

  it('leaves what else was merged with a marriage of theirs to be taken back', async () => {
    const ledger = openTestLedger()
    const person = await add(ledger, { name: '先走的人', sex: '1' })
    const twin = { name: '配偶甲', idDocumentType: 'none', idNumber: '' } as const
    const [merged, kept] = [
      await add(ledger, { ...twin, spouseId: person, workplace: '幸福小学' }),
      await add(ledger, { ...twin, workplace: '' }),
    ]
    const { mergeId } = await mergeResidents(ledger, {
      keptId: kept,
      mergedId: merged,
      keptRevision: (await getResident(ledger, kept)).revision,
      mergedRevision: (await getResident(ledger, merged)).revision,
      choices: {},
    })
    expect(await getResident(ledger, kept)).toMatchObject({ spouseId: person, workplace: '幸福小学' })
    await happen(ledger, person, 'movedOut', '2015-01-01')
    await decide(ledger)
    await erasePeople(ledger, { ids: [person], reason })
    await undoMerge(ledger, mergeId)
    expect(await getResident(ledger, kept)).toMatchObject({ spouseId: null, workplace: '' })
    expect(await getResident(ledger, merged)).toMatchObject({ spouseId: null, workplace: '幸福小学' })
  })

  it('changes no count of a past day and none of a round', async () => {
    const ledger = openTestLedger({ clock: fixedClock('2022-01-15') })
    const alone = { building: '9号楼', unit: '1', room: '901' }
    const dead = await add(ledger, {
      name: '李独居',
      birthWhen: '1940-06-15',
      idDocumentType: 'none',
      idNumber: '',
      dwelling: alone,
    })
    await add(ledger, { name: '王在', birthWhen: '1950-05-20' })
    const all = await festivalRules(ledger)
    const round = await visitOperations['visitRound.create'](ledger, {
      name: '春节走访',
      festival: 'springFestival',
      year: 2022,
      cutoffOn: asCalendarDate('2022-01-31'),
      ruleIds: all.map(({ id }) => id),
    })
    const tasks = { visitRoundId: round.id, view: 'all', ...page } as const
    const { rows } = await visitOperations['visitTask.list'](ledger, tasks)
    const task = rows.find(({ residentId }) => residentId === dead)
    if (task === undefined) throw new Error('not on the list')
    await visitOperations['visitTask.record'](ledger, {
      visitTaskId: task.id,
      revision: task.revision,
      outcome: 'done',
      visitedOn: asCalendarDate('2022-01-10'),
      visitor: '赵主任',
      note: '身体好',
    })
    await happen(ledger, dead, 'deathConfirmed', '2022-01-12')
    const lonely = await getResident(ledger, dead)
    const draft = { ...draftOfResident(lonely), residenceStatus: 'livingOnly' as const }
    await saveResident(ledger, { id: dead, revision: lonely.revision, draft })
    const [wife, husband] = [
      await add(ledger, { name: '张妻', dwelling: { ...alone, room: '902' }, relationToHead: '10' }),
      await add(ledger, { name: '王夫', dwelling: { ...alone, room: '902' }, relationToHead: '01' }),
    ]
    const { householdId } = await getResident(ledger, wife)
    expect((await getResident(ledger, husband)).householdId).toBe(householdId)
    await happen(ledger, wife, 'movedOut', '2021-06-01')
    await happen(ledger, husband, 'movedOut', '2021-03-01')
    const later: Ledger = { ...ledger, clock: fixedClock('2030-01-01') }
    await decide(later)
    const days: readonly (readonly [CalendarDate, CalendarDate])[] = [
      [asCalendarDate('2021-12-31'), asCalendarDate('2021-01-01')],
      [asCalendarDate('2021-05-01'), asCalendarDate('2021-01-01')],
      [asCalendarDate('2022-12-31'), asCalendarDate('2022-01-01')],
    ]
    const figures = async () => [
      ...(await Promise.all(days.map(([on, from]) => sheetOf(later, on, from)))),
      await visitOperations['visitRound.list'](later),
    ]
    const before = await figures()
    expect(before[0]).toMatchObject({ householdCount: 2 })
    expect(before[1]).toMatchObject({ householdCount: 3 })
    expect(before[3]).toMatchObject([{ targetCount: 2, doneCount: 1 }])
    await erasePeople(later, { ids: [dead, wife, husband], reason })
    expect(await figures()).toEqual(before)
    const cell = { line: 'age:80-89', column: 'all', ...page } as const
    const [referenceOn, fromOn] = days[0] ?? []
    if (referenceOn === undefined || fromOn === undefined) throw new Error('no day')
    expect(await populationRows(later, { ...cell, referenceOn, fromOn })).toEqual({
      totalCount: 0,
      rows: [],
      namelessCount: 1,
    })
  })

  it('leaves a household on the days on which only those lived there who are deleted', async () => {
    const ledger = openTestLedger({ clock: fixedClock('2023-01-15') })
    const dwelling = { building: '9号楼', unit: '1', room: '901' }
    const [widow, husband] = [
      await add(ledger, { name: '王遗孀', birthWhen: '1950-05-20', dwelling, relationToHead: '01' }),
      await add(ledger, { name: '李去世', birthWhen: '1948-05-20', dwelling, relationToHead: '10' }),
    ]
    await happen(ledger, widow, 'movedIn', '2019-02-01')
    await happen(ledger, husband, 'deathConfirmed', '2020-06-01')
    await happen(ledger, widow, 'movedOut', '2022-03-01')
    await decide(ledger)
    const days = ['2018-12-31', '2019-12-31', '2020-12-31', '2021-12-31', '2022-12-31']
    const counts = async () =>
      Promise.all(days.map(async (on) => (await sheetOf(ledger, on, '2018-01-01')).householdCount))
    expect(await counts()).toEqual([1, 1, 1, 1, 0])
    // Her record is kept for three years, his for five.
    const at = (today: string): Ledger => ({ ...ledger, clock: fixedClock(today) })
    await erasePeople(at('2025-05-01'), { ids: [widow], reason })
    expect(await counts()).toEqual([1, 1, 1, 1, 0])
    await erasePeople(at('2025-07-01'), { ids: [husband], reason })
    expect(await counts()).toEqual([1, 1, 1, 1, 0])
  })
})
