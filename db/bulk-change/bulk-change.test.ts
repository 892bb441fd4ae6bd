import fc from 'fast-check'
import { beforeEach, describe, expect, it } from 'vitest'
import { bulkChangeSchema, type BulkChange } from '../../domain/bulk-change.ts'
import { FailureError } from '../../domain/failure.ts'
import { noFilter } from '../../domain/no-filter.ts'
import { residentDraftSchema, type ResidentDraft } from '../../domain/resident.ts'
import type { ResidentSelection } from '../../domain/resident-selection.ts'
import { anActor, aResidentDraft } from '../../domain/testing/builders.ts'
import type { OperationContext } from '../ledger-operations.ts'
import { ledgerFor, type Ledger } from '../ledger.ts'
import { ownFieldOperations } from '../own-field/own-field.operations.ts'
import { addOwnField } from '../own-field/testing/own-field-fixture.ts'
import { getResident } from '../resident/resident.queries.ts'
import { saveResident } from '../resident/resident.service.ts'
import { openTestLedger } from '../testing/ledger-fixture.ts'
import { testKey } from '../testing/test-key.ts'
import { bulkChangeOperations as operations } from './bulk-change.operations.ts'

const context: OperationContext = { key: testKey, reportProgress: () => undefined, isCancelled: () => false }
const everybody: ResidentSelection = { kind: 'shown', filter: noFilter, exceptIds: [] }

let ledger: Ledger

beforeEach(() => {
  ledger = openTestLedger()
})

async function add(overrides: Partial<Record<keyof ResidentDraft, unknown>> = {}) {
  return saveResident(ledger, { id: null, revision: null, draft: aResidentDraft(overrides) })
}

async function edit(id: number, overrides: Partial<Record<keyof ResidentDraft, unknown>>) {
  const stored = await getResident(ledger, id)
  const draft = residentDraftSchema.strip().parse({ ...stored, ...overrides })
  return saveResident(ledger, { id, revision: stored.revision, draft })
}

const preview = (change: unknown, selection: ResidentSelection = everybody) =>
  operations['bulkChange.preview'](ledger, { selection, change: bulkChangeSchema.parse(change) }, context)
const rows = async (handle: string, verdict: 'change' | 'same' | 'refuse') =>
  (await operations['bulkChange.rows'](ledger, { handle, verdict, offset: 0, limit: 200 })).rows
const apply = (handle: string, watch = context) => operations['bulkChange.apply'](ledger, { handle }, watch)
const undo = (id: number) => operations['bulkChange.undo'](ledger, { id }, context)
const make = async (change: unknown, selection?: ResidentSelection) =>
  apply((await preview(change, selection)).handle)

async function codeOf(work: Promise<unknown>) {
  return work.then(
    () => null,
    (error: unknown) => (error instanceof FailureError ? error.failure.code : error),
  )
}

const giveParty = { kind: 'giveCareTag', careTag: 'partyMember', fromOn: '2026-01-01', toOn: null }

describe('a change of many people', () => {
  it('is told before it is made: who changes from what to what, who is so already, and who can not', async () => {
    await add({ name: '甲', careTags: [] })
    await add({ name: '乙', careTags: [{ careTag: 'partyMember', fromOn: '1980-07-01', toOn: null }] })
    await add({ name: '丙', careTags: [{ careTag: 'partyMember', fromOn: null, toOn: '2020-12-31' }] })
    const gone = await add({ name: '丁' })
    ledger.raw.prepare(`UPDATE resident SET presence = 'deceased' WHERE id = ?`).run(gone.id)
    const all: ResidentSelection = { ...everybody, filter: { ...noFilter, presence: 'all', sort: 'name' } }
    const { handle, counts } = await preview(giveParty, all)
    expect(counts).toEqual({ change: 2, same: 1, refuse: 1 })
    expect((await rows(handle, 'change')).map(({ name, before, after }) => [name, before, after])).toEqual([
      ['丙', '党员 至 2020-12-31', '党员 2026-01-01 至'],
      ['甲', '（空）', '党员 2026-01-01 至'],
    ])
    expect((await rows(handle, 'same')).map(({ name }) => name)).toEqual(['乙'])
    expect((await rows(handle, 'refuse')).map(({ name, refusal }) => [name, refusal])).toEqual([
      ['丁', 'deceased'],
    ])
  })

  it('is made for whom it was told, written down for each of them, and leaves the rest alone', async () => {
    const one = await add({ education: null, workplace: '旧单位' })
    const two = await add({ education: '20' })
    const run = await make({ kind: 'setField', field: 'education', value: '20' })
    expect(run).toMatchObject({ changedCount: 1, undoneAt: null })
    const after = await getResident(ledger, one.id)
    expect(after).toEqual({ ...one, education: '20', revision: 2, updatedAt: after.updatedAt })
    expect(await getResident(ledger, two.id)).toEqual(two)
    expect(
      ledger.raw
        .prepare(`SELECT residentId, source, field, before, after FROM recordChange WHERE field <> 'record'`)
        .all(),
    ).toEqual([{ residentId: one.id, source: 'bulk', field: 'education', before: 'null', after: '"20"' }])
    expect(
      ledger.raw.prepare('SELECT action, fields, detail FROM auditEntry ORDER BY seq DESC').get(),
    ).toEqual({
      action: 'bulkChanged',
      fields: '["education"]',
      detail: '{"kind":"setField","changedCount":1}',
    })
  })

  it('reaches whom the selection names, and nobody else', async () => {
    const people = [await add(), await add(), await add()]
    const ids = people.map(({ id }) => id)
    const [first = 0, second = 0] = ids
    expect((await preview(giveParty, { kind: 'some', ids: [first, 9999] })).counts.change).toBe(1)
    expect((await preview(giveParty, { ...everybody, exceptIds: [first] })).counts.change).toBe(2)
    await make(giveParty, { ...everybody, exceptIds: [first, second] })
    const tagged = await Promise.all(ids.map(async (id) => (await getResident(ledger, id)).careTags.length))
    expect(tagged).toEqual([0, 0, 1])
  })

  it('is not made when somebody was changed since it was told', async () => {
    const [one, two] = [await add(), await add()]
    const { handle } = await preview(giveParty)
    await edit(two.id, { note: '刚改过' })
    expect(await codeOf(apply(handle))).toBe('previewOutdated')
    expect((await getResident(ledger, one.id)).careTags).toEqual([])
    expect(await operations['bulkChange.list'](ledger)).toEqual([])
  })

  it('stopped in the middle it changes nobody, and the same preview still holds', async () => {
    for (let index = 0; index < 300; index += 1) await add()
    const { handle, counts } = await preview(giveParty)
    let steps = 0
    const stopping = { ...context, isCancelled: () => (steps += 1) > 1 }
    expect(await codeOf(apply(handle, stopping))).toBe('cancelled')
    expect(ledger.raw.prepare('SELECT count(*) AS n FROM residentCareTag').get()).toEqual({ n: 0 })
    expect((await apply(handle)).changedCount).toBe(counts.change)
    expect(await codeOf(apply(handle))).toBe('handleExpired')
  })

  it('is for those who may write that very thing, to look at as well as to make', async () => {
    await add({ careTags: [{ careTag: 'lowIncome', fromOn: null, toOn: null }] })
    const giveLowIncome = { kind: 'giveCareTag', careTag: 'lowIncome', fromOn: null, toOn: null }
    const giveBenefit = { kind: 'giveBenefit', benefit: 'oldAgeAllowance', fromOn: null, toOn: null }
    const director = ledger
    const { id } = await make({ kind: 'endCareTag', careTag: 'lowIncome', toOn: '2026-11-30' })
    const planned = await preview(giveParty)
    ledger = ledgerFor(ledger, anActor({ staffId: 9, role: 'worker', workFields: [] }))
    expect(await codeOf(preview(giveLowIncome))).toBe('notAllowed')
    expect(await codeOf(preview(giveBenefit))).toBe('notAllowed')
    expect(await codeOf(undo(id))).toBe('notAllowed')
    expect(await operations['bulkChange.list'](ledger)).toEqual([])
    expect((await preview(giveParty)).counts.change).toBe(1)
    expect(await codeOf(apply(planned.handle))).toBe('handleExpired')
    ledger = director
    expect(await operations['bulkChange.list'](ledger)).toHaveLength(1)
  })

  it('refuses a value that the field can not have', () => {
    const parse = (field: string, value: string | null) =>
      bulkChangeSchema.safeParse({ kind: 'setField', field, value }).success
    expect([parse('education', '20'), parse('education', null), parse('workplace', '')]).toEqual([
      true,
      true,
      true,
    ])
    expect([parse('education', '大学'), parse('residenceStatus', null), parse('workplace', null)]).toEqual([
      false,
      false,
      false,
    ])
    expect([parse('name', '王'), parse('idNumber', '1')]).toEqual([false, false])
    const period = { ...giveParty, toOn: '2025-01-01' }
    expect(bulkChangeSchema.safeParse(period).success).toBe(false)
  })
})

describe('taking a change back', () => {
  it('restores what it changed, and keeps and names whom somebody changed in that very thing since', async () => {
    const kept = await add({ name: '留下的人', note: '' })
    const restored = await add({ name: '还原的人', note: '原来的话', workplace: '' })
    const run = await make({ kind: 'addNote', text: '已通知' })
    expect((await getResident(ledger, restored.id)).note).toBe('原来的话\n已通知')
    await edit(kept.id, { note: '已通知，又打了电话' })
    await edit(restored.id, { workplace: '新单位' })
    expect(await undo(run.id)).toEqual({
      restoredCount: 1,
      keptCount: 1,
      kept: [{ residentId: kept.id, name: '留下的人' }],
    })
    expect(await getResident(ledger, kept.id)).toMatchObject({ note: '已通知，又打了电话' })
    expect(await getResident(ledger, restored.id)).toMatchObject({ note: '原来的话', workplace: '新单位' })
    expect(await codeOf(undo(run.id))).toBe('nothingToUndo')
    expect(
      ledger.raw.prepare(`SELECT source, before, after FROM recordChange ORDER BY id DESC`).get(),
    ).toEqual({ source: 'bulkUndo', before: '"原来的话\\n已通知"', after: '"原来的话"' })
  })
})

describe('an own field of many people', () => {
  const setOwn = (ownFieldId: number, value: string | null) => ({ kind: 'setOwnField', ownFieldId, value })
  const ownOf = async (id: number) => (await getResident(ledger, id)).ownValues

  it('is set whatever its kind, told in words, written down by name, and given back at once', async () => {
    const text = await addOwnField(ledger, { name: '车牌' })
    const number = await addOwnField(ledger, { name: '面积', kind: 'number' })
    const date = await addOwnField(ledger, { name: '体检日期', kind: 'date' })
    const choice = await addOwnField(ledger, { name: '锻炼小组', choices: ['太极', '合唱'] })
    const yesNo = await addOwnField(ledger, { name: '是否养犬', kind: 'yesNo' })
    const chorus = String(choice.choices[1]?.id)
    const cases = [
      [text, '渝A12345', '渝A12345'],
      [number, '80.5', '80.5'],
      [date, '2026-03', '2026-03'],
      [choice, chorus, '合唱'],
      [yesNo, 'yes', '是'],
    ] as const
    const one = await add({ name: '甲', ownValues: [{ ownFieldId: text.id, value: '旧牌' }] })
    const all = cases.map(([{ id: ownFieldId }, value]) => ({ ownFieldId, value }))
    const other = await add({ name: '乙', ownValues: all })
    const runs: number[] = []
    for (const [field, value, shown] of cases) {
      const { handle, counts } = await preview(setOwn(field.id, value))
      expect(counts).toEqual({ change: 1, same: 1, refuse: 0 })
      const before = field === text ? '旧牌' : '（空）'
      expect((await rows(handle, 'change')).map((row) => [row.name, row.before, row.after])).toEqual([
        ['甲', before, shown],
      ])
      expect((await rows(handle, 'same')).map((row) => [row.name, row.before])).toEqual([['乙', shown]])
      runs.push((await apply(handle)).id)
    }
    expect(await ownOf(one.id)).toEqual(all)
    expect(
      ledger.raw.prepare(`SELECT field FROM recordChange WHERE source = 'bulk' ORDER BY id`).all(),
    ).toEqual(cases.map(([{ id }]) => ({ field: `own:${id}` })))
    expect(
      ledger.raw.prepare('SELECT action, fields, detail FROM auditEntry ORDER BY seq DESC').get(),
    ).toEqual({
      action: 'bulkChanged',
      fields: '["ownValues"]',
      detail: '{"kind":"setOwnField","changedCount":1}',
    })
    for (const id of runs) expect(await undo(id)).toMatchObject({ restoredCount: 1, keptCount: 0 })
    expect(await ownOf(one.id)).toEqual([{ ownFieldId: text.id, value: '旧牌' }])
    expect(await ownOf(other.id)).toEqual(all)
  })

  it('is cleared, and whoever was changed in it since is kept and named when that is taken back', async () => {
    const field = await addOwnField(ledger, {})
    const values = [{ ownFieldId: field.id, value: '有' }]
    const [one, two] = [await add({ name: '甲', ownValues: values }), await add({ ownValues: values })]
    const none = await add()
    const { handle, counts } = await preview(setOwn(field.id, null))
    expect(counts).toEqual({ change: 2, same: 1, refuse: 0 })
    const run = await apply(handle)
    expect([await ownOf(one.id), await ownOf(two.id), await ownOf(none.id)]).toEqual([[], [], []])
    await edit(one.id, { ownValues: [{ ownFieldId: field.id, value: '没有' }] })
    expect(await undo(run.id)).toEqual({
      restoredCount: 1,
      keptCount: 1,
      kept: [{ residentId: one.id, name: '甲' }],
    })
    expect(await ownOf(one.id)).toEqual([{ ownFieldId: field.id, value: '没有' }])
    expect(await ownOf(two.id)).toEqual(values)
  })

  it('is refused with what is no value of it, is no longer offered, or is of households', async () => {
    const number = await addOwnField(ledger, { name: '面积', kind: 'number' })
    const home = await addOwnField(ledger, { name: '户型', owner: 'household' })
    const choice = await addOwnField(ledger, { name: '锻炼小组', choices: ['太极', '合唱'] })
    const [tai, chorus] = choice.choices.map(({ id }) => String(id))
    await add({ ownValues: [{ ownFieldId: choice.id, value: tai ?? '' }] })
    const used = (await ownFieldOperations['ownField.list'](ledger)).find(({ id }) => id === choice.id)
    await ownFieldOperations['ownField.save'](ledger, {
      id: choice.id,
      revision: used?.revision ?? 0,
      draft: {
        owner: 'resident',
        name: choice.name,
        kind: 'choice',
        isInList: false,
        choices: choice.choices.filter(({ id }) => String(id) !== tai),
      },
    })
    const wrong = [
      setOwn(number.id, '十二'),
      setOwn(number.id, '12.0'),
      setOwn(home.id, '两室'),
      setOwn(choice.id, tai ?? ''),
      setOwn(choice.id, '99'),
      setOwn(77, null),
    ]
    for (const change of wrong) expect(await codeOf(preview(change)), change.value ?? '').toBe('invalidInput')
    expect((await preview(setOwn(choice.id, chorus ?? ''))).counts.change).toBe(1)
    await ownFieldOperations['ownField.setRetired'](ledger, { ...number, isRetired: true })
    expect(await codeOf(preview(setOwn(number.id, '12')))).toBe('invalidInput')
    expect(bulkChangeSchema.safeParse(setOwn(choice.id, '')).success).toBe(false)
  })

  it('that went out of use since it was looked at is not changed', async () => {
    const field = await addOwnField(ledger, {})
    const { id } = await add()
    const { handle } = await preview(setOwn(field.id, '有'))
    await ownFieldOperations['ownField.setRetired'](ledger, { ...field, isRetired: true })
    expect(await codeOf(apply(handle))).toBe('previewOutdated')
    expect(await ownOf(id)).toEqual([])
  })

  it('comes back also when the field went out of use after it was changed', async () => {
    const field = await addOwnField(ledger, {})
    const { id } = await add({ ownValues: [{ ownFieldId: field.id, value: '有' }] })
    const run = await make(setOwn(field.id, '没有'))
    const used = (await ownFieldOperations['ownField.list'](ledger))[0] ?? field
    await ownFieldOperations['ownField.setRetired'](ledger, { ...used, isRetired: true })
    expect(await undo(run.id)).toMatchObject({ restoredCount: 1 })
    expect(await ownOf(id)).toEqual([{ ownFieldId: field.id, value: '有' }])
  })

  it('is for those who may write notes', async () => {
    const field = await addOwnField(ledger, {})
    await add()
    const run = await make(setOwn(field.id, '有'))
    ledger = ledgerFor(ledger, anActor({ staffId: 9, role: 'viewer' }))
    expect(await codeOf(preview(setOwn(field.id, '没有')))).toBe('notAllowed')
    expect(await codeOf(undo(run.id))).toBe('notAllowed')
    expect(await operations['bulkChange.list'](ledger)).toEqual([])
  })
})

// A model that knows nothing of records: each person is a tag's period, a workplace and a note.
interface Model {
  tag: { fromOn: string | null; toOn: string | null } | null
  workplace: string
}
const day = fc.constantFrom('2020-01-01', '2026-11-25', '2027-06-30')
const step = fc.oneof(
  fc.record({ do: fc.constant('give' as const), fromOn: fc.option(day), who: fc.nat(31) }),
  fc.record({ do: fc.constant('end' as const), toOn: day, who: fc.nat(31) }),
  fc.record({
    do: fc.constant('work' as const),
    value: fc.constantFrom('', '甲厂', '乙厂'),
    who: fc.nat(31),
  }),
  fc.record({ do: fc.constant('edit' as const), value: fc.constantFrom('甲厂', '丙厂'), who: fc.nat(4) }),
  fc.record({ do: fc.constant('undo' as const), which: fc.nat(10) }),
)

describe('many changes, edits and undoings in any order', () => {
  it('leave everybody as a plain model says', { timeout: 60_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 12 }), async (steps) => {
        ledger.raw.exec('DELETE FROM bulkChange; DELETE FROM resident; DELETE FROM household')
        const ids: number[] = []
        for (let index = 0; index < 5; index += 1) ids.push((await add({ careTags: [], workplace: '' })).id)
        const model = new Map<number, Model>(ids.map((id) => [id, { tag: null, workplace: '' }]))
        const runs: {
          id: number
          key: keyof Model
          before: Map<number, unknown>
          after: Map<number, unknown>
          isUndone: boolean
        }[] = []
        for (const one of steps) {
          if (one.do === 'edit') {
            const id = ids[one.who] ?? 0
            await edit(id, { workplace: one.value })
            Object.assign(model.get(id) ?? {}, { workplace: one.value })
          } else if (one.do === 'undo') {
            const run = runs[one.which % Math.max(1, runs.length)]
            if (run === undefined || run.isUndone) continue
            await undo(run.id)
            run.isUndone = true
            for (const [id, after] of run.after) {
              const person = model.get(id)
              if (person !== undefined && same(person[run.key], after))
                Object.assign(person, { [run.key]: run.before.get(id) })
            }
          } else {
            const chosen = ids.filter((_, place) => ((one.who >> place) & 1) === 1)
            if (chosen.length === 0) continue
            const change: BulkChange = bulkChangeSchema.parse(
              one.do === 'give'
                ? { ...giveParty, fromOn: one.fromOn }
                : one.do === 'end'
                  ? { kind: 'endCareTag', careTag: 'partyMember', toOn: one.toOn }
                  : { kind: 'setField', field: 'workplace', value: one.value },
            )
            const key = one.do === 'work' ? ('workplace' as const) : ('tag' as const)
            const before = new Map<number, unknown>()
            const after = new Map<number, unknown>()
            for (const id of chosen) {
              const person = model.get(id)
              const next = person === undefined ? undefined : expected(person, one)
              if (person === undefined || next === undefined) continue
              before.set(id, person[key])
              after.set(id, next)
              Object.assign(person, { [key]: next })
            }
            const made = await make(change, { kind: 'some', ids: chosen }).catch((error: unknown) => error)
            if (after.size === 0) expect(made).toMatchObject({ failure: { code: 'nothingToChange' } })
            else {
              expect(made).toMatchObject({ changedCount: after.size })
              runs.push({ id: (made as { id: number }).id, key, before, after, isUndone: false })
            }
          }
          for (const id of ids) {
            const { careTags, workplace } = await getResident(ledger, id)
            const [held] = careTags
            const tag = held === undefined ? null : { fromOn: held.fromOn, toOn: held.toOn }
            expect({ tag, workplace }).toEqual(model.get(id))
          }
        }
      }),
      { numRuns: 30 },
    )
  })
})

type Doing =
  { do: 'give'; fromOn: string | null } | { do: 'end'; toOn: string } | { do: 'work'; value: string }

/** What becomes of the one thing; undefined where nothing does. */
function expected({ tag, workplace }: Model, doing: Doing): unknown {
  if (doing.do === 'work') return workplace === doing.value ? undefined : doing.value
  if (doing.do === 'give') {
    const from = doing.fromOn ?? '2026-11-25'
    const isOver = (tag?.toOn ?? from) < from
    return tag === null || isOver ? { fromOn: doing.fromOn, toOn: null } : undefined
  }
  if (tag === null) return undefined
  if (tag.toOn !== null && tag.toOn <= doing.toOn) return undefined
  if (tag.fromOn !== null && tag.fromOn > doing.toOn) return undefined
  return { fromOn: tag.fromOn, toOn: doing.toOn }
}

function same(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
}
