import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, asCalendarDate } from '../../domain/calendar-date.ts'
import { mergeFields, type MergeRequest } from '../../domain/duplicate-merge.ts'
import { ownPhone } from '../../domain/resident.ts'
import {
  aCitizenNumber,
  aDiaryDraft,
  aResidentDraft,
  aSealedMatter,
  anActor,
  fixedClock,
} from '../../domain/testing/builders.ts'
import { claimOperations } from '../claim/claim.operations.ts'
import { addClaimant, addPost, call, claim } from '../claim/testing/claim-fixture.ts'
import { diaryOperations } from '../diary/diary.operations.ts'
import type { Ledger } from '../ledger.ts'
import { saveResident } from '../resident/resident.service.ts'
import { sealField } from '../sealed-matter/seal-field.service.ts'
import { saveSealedMatters } from '../sealed-matter/sealed-matter.service.ts'
import { addOwnField } from '../own-field/testing/own-field-fixture.ts'
import { testKey } from '../testing/test-key.ts'
import { festivalRules } from '../testing/festival-rules.ts'
import { openTestLedger } from '../testing/ledger-fixture.ts'
import { visitOperations } from '../visit/visit.operations.ts'
import { mergeResidents } from './merge-residents.service.ts'
import { undoMerge } from './undo-merge.service.ts'

/** What only ever grows, whatever is taken back. */
const history = ['auditEntry', 'recordChange', 'residentMerge', 'residentMergeItem']
const growing = ['revision', 'updatedAt']

/** Every table with every row, but for what only ever grows. */
function everything({ raw }: Ledger): Record<string, unknown[]> {
  const tables = raw
    .prepare<[], string>(`SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'`)
    .pluck()
    .all()
  return Object.fromEntries(
    tables
      .filter((table) => !history.includes(table))
      .map((table) => [
        table,
        raw
          .prepare<[], Record<string, unknown>>(`SELECT * FROM "${table}" ORDER BY 1, 2`)
          .all()
          .map((row) =>
            Object.fromEntries(Object.entries(row).filter(([column]) => !growing.includes(column))),
          ),
      ]),
  )
}

const days = fc.constantFrom(null, '2020-01-01', '2025-06-30')
const anyPerson = fc.record({
  name: fc.constantFrom('王秀英', '王秀瑛', '李建国'),
  ownPinyin: fc.constantFrom('', 'wang2 xiu4 ying1'),
  number: fc.option(fc.nat(30)),
  birthWhen: fc.constantFrom(null, '1950', '1950-05-20'),
  room: fc.constantFrom(null, '101', '102'),
  relationToHead: fc.constantFrom(null, '01', '10', '20'),
  phones: fc.uniqueArray(fc.constantFrom('13900001111', '139-0000-1111', '13900002222', '029-80000000'), {
    maxLength: 3,
  }),
  tags: fc.uniqueArray(
    fc.record({
      careTag: fc.constantFrom('lowIncome', 'disabled', 'veteran'),
      fromOn: days,
      toOn: fc.constant(null),
    }),
    {
      selector: ({ careTag }) => careTag,
    },
  ),
  benefits: fc.boolean(),
  documents: fc.uniqueArray(fc.constantFrom('E12345678', 'E87654321'), { maxLength: 2 }),
  disability: fc.constantFrom(null, { category: '4', grade: '2', reissueCount: 0 }),
  note: fc.constantFrom('', '爱下棋', '独居'),
  ownValues: fc.tuple(fc.constantFrom('', '甲', '乙'), fc.constantFrom('', 'yes', 'no')),
  isDisabilitySealed: fc.boolean(),
  sealed: fc.uniqueArray(fc.constantFrom('mentalDisorder', 'resettlementHelp'), { maxLength: 2 }),
  isOnList: fc.boolean(),
  outcome: fc.constantFrom('pending', 'done', 'absent'),
  spouseOf: fc.option(fc.nat(5)),
  lifeEvent: fc.boolean(),
  /** Days after the first of the year on which somebody claimed the person and ended that; the last one may run. */
  claims: fc.uniqueArray(fc.nat(20), { maxLength: 4 }),
  isClaimOpen: fc.boolean(),
  calls: fc.nat(2),
  isClaimant: fc.boolean(),
})
type Drawn = typeof anyPerson extends fc.Arbitrary<infer T> ? T : never

async function fill(ledger: Ledger, people: readonly Drawn[]): Promise<number[]> {
  const ids: number[] = []
  const text = await addOwnField(ledger, { name: '爱好' })
  const dog = await addOwnField(ledger, { name: '养犬', kind: 'yesNo' })
  const claimPostId = await addPost(ledger)
  const claimantId = await addClaimant(ledger)
  for (const person of people) {
    const number =
      person.number === null ? '' : aCitizenNumber('1950-05-20', 100 + person.number * 10 + ids.length)
    const { id } = await saveResident(ledger, {
      id: null,
      revision: null,
      draft: aResidentDraft({
        name: person.name,
        ownPinyin: person.ownPinyin,
        idDocumentType: number === '' ? 'none' : 'citizenId',
        idNumber: number,
        birthWhen: person.birthWhen,
        dwelling: person.room === null ? null : { building: '1号楼', unit: '', room: person.room },
        relationToHead: person.relationToHead,
        phones: person.phones.map((phone) => ownPhone(phone)),
        careTags: person.tags,
        benefits: person.benefits
          ? [{ benefit: 'lowIncomeAllowance', fromOn: '2024-01-01', toOn: null }]
          : [],
        otherDocuments: person.documents.map((document) => ({
          documentType: 'passport',
          number: document,
          isFormer: false,
          note: '',
        })),
        disability: person.disability,
        note: person.note,
        ownValues: [text, dog].flatMap(({ id: ownFieldId }, index) =>
          person.ownValues[index] === '' ? [] : [{ ownFieldId, value: person.ownValues[index] }],
        ),
        spouseId: person.spouseOf === null ? null : (ids[person.spouseOf] ?? null),
      }),
    })
    ids.push(id)
    await claimAndCall(ledger, id, person, { claimPostId, claimantId })
    if (person.sealed.length > 0)
      await saveSealedMatters(
        ledger,
        {
          id,
          before: [],
          matters: person.sealed.map((kind) => aSealedMatter({ kind, note: `第 ${id} 位` })),
        },
        { key: testKey },
      )
    if (person.isDisabilitySealed && person.disability !== null)
      await sealField(
        ledger,
        { id, revision: 1, kind: 'disability', staffId: null, reason: '本人要求' },
        { key: testKey },
      )
    if (person.lifeEvent)
      ledger.raw
        .prepare(
          `INSERT INTO lifeEvent (residentId, kind, happenedOn, place, note, recordedAt, staffName, effects)
           VALUES (?, 'movedIn', '2020-01-01', '', '', '2026-11-25T01:00:00.000Z', '赵主任', '{}')`,
        )
        .run(id)
  }
  const rules = await festivalRules(ledger)
  for (const year of [2026, 2027]) {
    const { id: visitRoundId } = await visitOperations['visitRound.create'](ledger, {
      name: `${year} 年走访`,
      festival: 'springFestival',
      year,
      cutoffOn: asCalendarDate(`${year}-02-05`),
      ruleIds: rules.map(({ id }) => id),
    })
    for (const [index, residentId] of ids.entries()) {
      const { isOnList = false, outcome = 'pending' } = people[index] ?? {}
      const all = { visitRoundId, view: 'all', offset: 0, limit: 100 } as const
      const there = (await visitOperations['visitTask.list'](ledger, all)).rows.find(
        (task) => task.residentId === residentId,
      )
      if (there === undefined && !isOnList) continue
      const task =
        there ??
        (await visitOperations['visitTask.add'](ledger, {
          visitRoundId,
          residentId,
          reason: `请求 ${residentId}`,
        }))
      // About the visit, with somebody else who may be the other record.
      await diaryOperations['diary.save'](ledger, {
        id: null,
        revision: null,
        draft: aDiaryDraft({
          visitTaskId: task.id,
          residentIds: [...new Set([residentId, ids[(index + 1) % ids.length]])],
          isSealed: year === 2027,
        }),
      })
      if (outcome === 'pending' || year === 2027) continue
      await visitOperations['visitTask.record'](ledger, {
        visitTaskId: task.id,
        revision: task.revision,
        outcome,
        visitedOn: asCalendarDate('2026-02-01'),
        visitor: '小李',
        note: `记录 ${residentId}`,
      })
    }
  }
  return ids
}

async function claimAndCall(
  ledger: Ledger,
  id: number,
  { claims, isClaimOpen, calls, isClaimant }: Drawn,
  post: { readonly claimPostId: number; readonly claimantId: number },
): Promise<void> {
  const day = (days: number) => addDays(asCalendarDate('2026-01-01'), days)
  const days = claims.toSorted((one, other) => one - other)
  for (const [index, from] of days.entries()) {
    const next = days[index + 1]
    await claim(ledger, { ...post, residentIds: [id], fromOn: day(from) })
    const [line] = await claimOperations['claim.ofResident'](ledger, { residentId: id })
    if (next === undefined && isClaimOpen) continue
    const ending = { lastOn: day((next ?? from + 3) - 1), reason: 'other', note: `结束 ${id}` } as const
    await claimOperations['claim.end'](ledger, { claimIds: [line?.id ?? 0], ...ending })
  }
  for (let index = 0; index < calls; index += 1) await call(ledger, id, day(index))
  if (isClaimant) await addClaimant(ledger, { name: '', residentId: id })
}

function requestFor(
  ledger: Ledger,
  keptId: number,
  mergedId: number,
  sides: readonly ('kept' | 'merged')[],
): MergeRequest {
  const revision = ledger.raw.prepare<[number], number>('SELECT revision FROM resident WHERE id = ?').pluck()
  return {
    keptId,
    mergedId,
    keptRevision: revision.get(keptId) ?? 0,
    mergedRevision: revision.get(mergedId) ?? 0,
    choices: Object.fromEntries(
      [...mergeFields, 'own:1', 'own:2'].map((field, index) => [field, sides[index] ?? 'kept']),
    ),
  }
}

const anyCommunity = fc.record({
  people: fc.array(anyPerson, { minLength: 2, maxLength: 5 }),
  merges: fc.array(
    fc.record({
      one: fc.nat(9),
      other: fc.nat(9),
      sides: fc.array(fc.constantFrom('kept' as const, 'merged' as const), { minLength: 25, maxLength: 25 }),
    }),
    { minLength: 1, maxLength: 3 },
  ),
})

test('merging any two records, again and again, and taking it back leaves every table as it was', async () => {
  await fc.assert(
    fc.asyncProperty(anyCommunity, async ({ people, merges }) => {
      const ledger = openTestLedger({ clock: fixedClock(), actor: anActor({ isInSealedCircle: true }) })
      const living = await fill(ledger, people)
      const snapshots: { mergeId: number; before: ReturnType<typeof everything> }[] = []
      for (const { one, other, sides } of merges) {
        const keptId = living[one % living.length] ?? 0
        const mergedId = living[other % living.length] ?? 0
        if (keptId === mergedId) continue
        const before = everything(ledger)
        const { mergeId } = await mergeResidents(ledger, requestFor(ledger, keptId, mergedId, sides))
        snapshots.push({ mergeId, before })
        living.splice(living.indexOf(mergedId), 1)
        expect(ledger.raw.pragma('foreign_key_check')).toEqual([])
        expect(brokenRules(ledger)).toEqual([])
      }
      for (const { mergeId, before } of snapshots.toReversed()) {
        const { changedParts, addedParts } = await undoMerge(ledger, mergeId)
        expect({ changedParts, addedParts }).toEqual({ changedParts: [], addedParts: [] })
        expect(everything(ledger)).toEqual(before)
      }
    }),
    { numRuns: Number(process.env['MERGE_RUNS'] ?? 40) },
  )
}, 600_000)

/** What must hold of the people who are still there, by statements of its own. */
function brokenRules({ raw }: Ledger): unknown[] {
  return [
    `SELECT 'head', id FROM household WHERE headResidentId IS NOT (
       SELECT min(id) FROM resident WHERE householdId = household.id AND relationToHead = '01' AND removedAt IS NULL)`,
    `SELECT 'spouse', one.id FROM resident AS one JOIN resident AS other ON other.id = one.spouseId
     WHERE one.removedAt IS NULL AND (other.removedAt IS NOT NULL OR other.spouseId IS NOT one.id)`,
    `SELECT 'task', visitTask.id FROM visitTask JOIN resident ON resident.id = residentId WHERE removedAt IS NOT NULL`,
    `SELECT 'two tasks', residentId FROM visitTask GROUP BY visitRoundId, residentId HAVING count(*) > 1`,
    `SELECT 'two claims', one.id FROM claim AS one JOIN claim AS other ON other.residentId = one.residentId AND other.id > one.id
     WHERE one.fromOn <= coalesce(other.toOn, '9999') AND other.fromOn <= coalesce(one.toOn, '9999')
       AND one.fromOn <= coalesce(one.toOn, '9999') AND other.fromOn <= coalesce(other.toOn, '9999')`,
    `SELECT 'claim', claim.id FROM claim JOIN resident ON resident.id = residentId WHERE removedAt IS NOT NULL`,
    `SELECT 'nobody home', id FROM household WHERE NOT EXISTS (SELECT 1 FROM resident WHERE householdId = household.id)`,
  ].flatMap((statement) => raw.prepare(statement).all())
}
