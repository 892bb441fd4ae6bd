import { describe, expect, it } from 'vitest'
import { calendarDateSchema } from '../../domain/calendar-date.ts'
import { FailureError } from '../../domain/failure.ts'
import { noFilter } from '../../domain/no-filter.ts'
import { sealedLabels } from '../../domain/labels/sealed.zh.ts'
import type { SealedContent } from '../../domain/sealed-content.ts'
import type { SealRequest, UnsealRequest } from '../../domain/sealed-matter.ts'
import { aResidentDraft, anActor } from '../../domain/testing/builders.ts'
import { bulkChangeOperations } from '../bulk-change/bulk-change.operations.ts'
import { keepDraft } from '../draft/draft.service.ts'
import { offeredDraft } from '../draft/draft.queries.ts'
import { duplicateOperations } from '../duplicate/duplicate.operations.ts'
import { ledgerOperations } from '../ledger-operation-map.ts'
import type { OperationContext } from '../ledger-operations.ts'
import { ledgerFor, type Ledger } from '../ledger.ts'
import { getResident, draftOfResident } from '../resident/resident.queries.ts'
import { residentTimeline } from '../resident/record-timeline.queries.ts'
import { undoRecordChange } from '../resident/undo-change.service.ts'
import { saveResident } from '../resident/resident.service.ts'
import { listResidents } from '../resident/resident-list.queries.ts'
import { openTestLedger } from '../testing/ledger-fixture.ts'
import { testKey } from '../testing/test-key.ts'
import { visitOperations } from '../visit/visit.operations.ts'
import { sealField, unsealField } from './seal-field.service.ts'
import { viewSealedMatters } from './sealed-matter.service.ts'

const key = { key: testKey }
const context: OperationContext = { ...key, reportProgress: () => undefined, isCancelled: () => false }
const reason = { purpose: 'service', text: '月度走访' } as const
const disability = { category: '4', grade: '2', reissueCount: 0 } as const
const held = {
  health: 'dependent',
  disability,
  careTags: [
    { careTag: 'disabled', fromOn: calendarDateSchema.parse('2015-03-05'), toOn: null },
    { careTag: 'lowIncome', fromOn: null, toOn: null },
    { careTag: 'seriousIllness', fromOn: null, toOn: null },
    { careTag: 'partyMember', fromOn: null, toOn: null },
  ],
  benefits: [
    { benefit: 'disabilityNursingSubsidy', fromOn: null, toOn: null },
    { benefit: 'lowIncomeAllowance', fromOn: calendarDateSchema.parse('2024-02-03'), toOn: null },
    { benefit: 'pension', fromOn: null, toOn: null },
  ],
} as const

/** A record in which all of it was filled in by a change of its own, so that history tells of it. */
async function office() {
  const ledger = openTestLedger()
  const open = { isInSealedCircle: 0, pinHash: null, createdAt: '', closedAt: null, revision: 1 } as const
  await ledger.writer
    .insertInto('staff')
    .values([
      { ...open, id: 1, name: '赵主任', role: 'director' },
      { ...open, id: 2, name: '丁社工', role: 'worker' },
    ])
    .execute()
  const plain = aResidentDraft({ name: '王秀英', birthWhen: '1950-01-01' })
  const { id, revision } = await saveResident(ledger, { id: null, revision: null, draft: plain })
  const draft = { ...plain, ...held, careTags: [...held.careTags], benefits: [...held.benefits] }
  await saveResident(ledger, { id, revision, draft })
  const seal = (request: Partial<SealRequest> & Pick<SealRequest, 'kind'>, as: Ledger = ledger) =>
    getResident(ledger, id).then(({ revision: now }) =>
      sealField(as, { id, revision: now, staffId: 2, reason: '本人要求', ...request }, key),
    )
  const unseal = (request: Partial<UnsealRequest> & Pick<UnsealRequest, 'kind'>, as: Ledger = ledger) =>
    unsealField(as, { id, staffId: 2, reason: '本人同意', ...request }, key)
  return { ledger, id, plain, draft, seal, unseal }
}

const all = ['health', 'disability', 'lowIncomeReview'] as const
const worker = (overrides = {}) => anActor({ staffId: 2, name: '丁社工', role: 'worker', ...overrides })
const stranger = anActor({ staffId: 9, role: 'worker', workFields: ['civilAffairs', 'disability'] })

function changes(ledger: Ledger) {
  return ledger.raw
    .prepare<[], { id: number; field: string; before: string; after: string; reason: string }>(
      `SELECT * FROM recordChange ORDER BY id`,
    )
    .all()
}

/** Every text of the ledger besides the sealed matters themselves. */
function elsewhere(ledger: Ledger): string {
  const tables = ledger.raw
    .prepare<[], string>(`SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'`)
    .pluck()
    .all()
    .filter((table) => !['sealedMatter', 'visitRule', 'savedFilter'].includes(table))
  return JSON.stringify(tables.map((table) => [table, ledger.raw.prepare(`SELECT * FROM ${table}`).all()]))
}

const tell = /dependent|disabled|lowIncome|seriousIllness|disabilityNursing|"category|2015-03-05|2024-02-03/

describe('sealing', () => {
  it('moves what the record had into a matter of its worker, and leaves the rest', async () => {
    const { ledger, id, seal } = await office()
    for (const kind of all) await seal({ kind })
    const now = await getResident(ledger, id)
    expect(now).toMatchObject({
      health: null,
      disability: null,
      careTags: [{ careTag: 'partyMember' }],
      benefits: [{ benefit: 'pension' }],
    })
    expect(await viewSealedMatters(ledger, id, reason)).toMatchObject([
      {
        kind: 'disability',
        worker: { staffId: 2, name: '丁社工' },
        content: {
          health: null,
          disability,
          careTags: [{ careTag: 'disabled', fromOn: '2015-03-05' }],
          benefits: [{ benefit: 'disabilityNursingSubsidy' }],
        },
      },
      {
        kind: 'health',
        content: { health: 'dependent', careTags: [{ careTag: 'seriousIllness' }], benefits: [] },
      },
      { kind: 'lowIncomeReview', content: { health: null, careTags: [{ careTag: 'lowIncome' }] } },
    ])
  })

  it('leaves no word of it anywhere else in the ledger', async () => {
    const { ledger, id, seal } = await office()
    const content = JSON.stringify({ health: 'dependent', careTags: held.careTags, note: '半句' })
    await keepDraft(ledger, { form: { form: 'resident', id }, content, baseRevision: 2 })
    expect(elsewhere(ledger)).toMatch(tell)
    for (const kind of all) await seal({ kind })
    expect(elsewhere(ledger)).not.toMatch(tell)
    const offered = await offeredDraft(ledger, { form: 'resident', id })
    expect(JSON.parse(offered?.content ?? '')).toEqual({ careTags: [held.careTags[3]], note: '半句' })
  })

  it('keeps who, when and why in the history, and of the values digests', async () => {
    const { ledger, seal } = await office()
    await seal({ kind: 'health' })
    const told = changes(ledger).filter(({ field }) => field === 'health')
    expect(told).toMatchObject([{ reason: '' }, { reason: '本人要求' }])
    for (const { before, after } of told)
      expect([before, after].every((one) => /^sealed:\w{64}$/.test(one))).toBe(true)
    // The same value has the same digest, so that history still tells that nothing else happened.
    expect(told[0]?.after).toBe(told[1]?.before)
    expect(told[0]?.after).not.toBe(told[0]?.before)
  })

  it('is refused without a reason, of what is not there, of an old version, and to whom it is not theirs', async () => {
    const { ledger, seal } = await office()
    const as = (overrides: Partial<Parameters<typeof anActor>[0]>) => ledgerFor(ledger, worker(overrides))
    const refused: readonly [Promise<unknown>, FailureError][] = [
      [seal({ kind: 'health', reason: ' ' }), new FailureError('reasonRequired', 'reason')],
      [seal({ kind: 'health', revision: 1 }), new FailureError('staleRecord')],
      [seal({ kind: 'health', staffId: 99 }), new FailureError('invalidInput', 'staffId')],
      [seal({ kind: 'health', staffId: null }), new FailureError('notAllowed', 'staffId')],
      [seal({ kind: 'disability' }, as({})), new FailureError('notAllowed', 'kind')],
      [seal({ kind: 'health' }, as({ role: 'viewer' })), new FailureError('notAllowed')],
      [
        seal({ kind: 'disability', staffId: 1 }, as({ workFields: ['disability', 'civilAffairs'] })),
        new FailureError('notAllowed', 'staffId'),
      ],
    ]
    for (const [attempt, failure] of refused) await expect(attempt).rejects.toEqual(failure)
    await seal({ kind: 'health' })
    await expect(seal({ kind: 'health' })).rejects.toEqual(new FailureError('nothingToSeal', 'kind'))
  })

  it('is kept up to date where it is, as what has its place there', async () => {
    const { ledger, id, seal, unseal } = await office()
    await seal({ kind: 'health' })
    const mine = ledgerFor(ledger, worker())
    const matters = await viewSealedMatters(mine, id, reason)
    const saved = (change: Partial<SealedContent>) =>
      ledgerOperations['resident.saveSealed'](
        mine,
        {
          id,
          before: matters,
          matters: matters.map((one) => ({
            ...one,
            content: one.content === null ? null : { ...one.content, ...change },
          })),
        },
        context,
      )
    const early = { fromOn: held.benefits[1].fromOn, toOn: held.careTags[0].fromOn }
    for (const wrong of [
      { disability },
      { careTags: [held.careTags[0]] },
      { benefits: [held.benefits[0]] },
      { careTags: [{ careTag: 'seriousIllness' as const, ...early }] },
      { careTags: [held.careTags[2], held.careTags[2]] },
    ])
      await expect(saved(wrong)).rejects.toEqual(new FailureError('invalidInput', 'matters.0.content'))
    await expect(
      ledgerOperations['resident.saveSealed'](
        mine,
        { id, before: matters, matters: matters.map((one) => ({ ...one, content: null })) },
        context,
      ),
    ).rejects.toEqual(new FailureError('invalidInput', 'matters'))
    await saved({ health: 'fair', careTags: [{ careTag: 'disabledElder', fromOn: null, toOn: null }] })
    expect(elsewhere(ledger)).not.toMatch(/dependent|"fair|disabledElder/)
    await unseal({ kind: 'health' }, mine)
    const { health, careTags } = await getResident(ledger, id)
    expect(health).toBe('fair')
    expect(careTags.map(({ careTag }) => careTag)).toContain('disabledElder')
  })

  it('is given back by its worker, and what was noted stays sealed', async () => {
    const { ledger, id, draft, seal, unseal } = await office()
    for (const kind of all) await seal({ kind })
    const mine = ledgerFor(ledger, worker())
    await expect(unseal({ kind: 'health' }, ledgerFor(ledger, stranger))).rejects.toEqual(
      new FailureError('notFound'),
    )
    await expect(unseal({ kind: 'health', reason: '' })).rejects.toEqual(
      new FailureError('reasonRequired', 'reason'),
    )
    const matters = await viewSealedMatters(mine, id, reason)
    await ledgerOperations['resident.saveSealed'](
      mine,
      { id, before: matters, matters: matters.map((one) => ({ ...one, note: '定期复查' })) },
      context,
    )
    for (const kind of all) await unseal({ kind }, mine)
    const now = draftOfResident(await getResident(ledger, id))
    expect({
      ...now,
      careTags: [...now.careTags].sort(byJson),
      benefits: [...now.benefits].sort(byJson),
    }).toEqual({
      ...draft,
      careTags: [...draft.careTags].sort(byJson),
      benefits: [...draft.benefits].sort(byJson),
    })
    expect(await viewSealedMatters(mine, id, reason)).toMatchObject(
      all.toSorted().map((kind) => ({ kind, note: '定期复查', content: null })),
    )
  })
})

describe('what is sealed of somebody', () => {
  it('is written back by no form, which tells only those who may know why', async () => {
    const { ledger, id, draft, seal } = await office()
    for (const kind of all) await seal({ kind })
    const { revision } = await getResident(ledger, id)
    for (const part of ['health', 'disability', 'careTags', 'benefits'] as const) {
      const changed = { ...draftOfResident(await getResident(ledger, id)), [part]: draft[part] }
      const saved = (actor: Parameters<typeof ledgerFor>[1]) =>
        saveResident(ledgerFor(ledger, actor), { id, revision, draft: changed })
      await expect(saved(worker())).rejects.toEqual(new FailureError('fieldSealed', part))
      await expect(saved(anActor())).rejects.toEqual(new FailureError('fieldSealed', part))
      await expect(saved(stranger)).rejects.toEqual(new FailureError('notAllowed', part))
    }
  })

  it('is told of in the history to those alone who answer for it, as sealed, and is not undone', async () => {
    const { ledger, id, seal, unseal } = await office()
    await seal({ kind: 'health' })
    const page = { id, offset: 0, limit: 50 }
    const shown = async (actor: Parameters<typeof ledgerFor>[1]) =>
      (await residentTimeline(ledgerFor(ledger, actor), page)).rows.filter(
        ({ field }) => field === 'health' || field === 'careTags',
      )
    expect(await shown(stranger)).toEqual([])
    const { inHistory } = sealedLabels
    for (const actor of [anActor(), worker()]) {
      const rows = await shown(actor)
      expect(rows.map(({ before, after, isUndoable }) => [before, after, isUndoable])).toEqual(
        Array.from({ length: 4 }, () => [inHistory, inHistory, false]),
      )
    }
    const change = changes(ledger).find(({ field }) => field === 'health')
    const undo = (actor: Parameters<typeof ledgerFor>[1]) =>
      undoRecordChange(ledgerFor(ledger, actor), { changeId: change?.id ?? 0 }, key)
    await expect(undo(stranger)).rejects.toEqual(new FailureError('notFound'))
    await expect(undo(anActor())).rejects.toEqual(new FailureError('changeSealed', 'health'))
    await unseal({ kind: 'health' })
    await expect(undo(stranger)).rejects.toEqual(new FailureError('changeSealed', 'health'))
  })

  it('is left alone by a change of many people, and not given back by undoing one', async () => {
    const { ledger, id, seal } = await office()
    const {
      'bulkChange.preview': preview,
      'bulkChange.rows': rows,
      'bulkChange.apply': apply,
    } = bulkChangeOperations
    const selection = { kind: 'shown' as const, filter: noFilter, exceptIds: [] }
    const change = { kind: 'setField', field: 'health', value: 'fair' } as const
    const first = await preview(ledger, { selection, change }, context)
    const run = await apply(ledger, { handle: first.handle }, context)
    await seal({ kind: 'health' })
    const undone = await bulkChangeOperations['bulkChange.undo'](ledger, { id: run.id }, context)
    expect(undone).toMatchObject({ restoredCount: 0, keptCount: 0 })
    expect(await getResident(ledger, id)).toMatchObject({ health: null })
    const refusalFor = async (actor: Parameters<typeof ledgerFor>[1]) => {
      const as = ledgerFor(ledger, actor)
      const { handle } = await preview(as, { selection, change }, context)
      const page = await rows(as, { handle, verdict: 'refuse', offset: 0, limit: 9 })
      return page.rows.map(({ refusal, before }) => [refusal, before])
    }
    expect(await refusalFor(anActor())).toMatchObject([
      ['sealed', expect.not.stringContaining('不能自理') as unknown],
    ])
    expect(await refusalFor(stranger)).toMatchObject([
      ['ofOthers', expect.not.stringContaining('不能自理') as unknown],
    ])
  })

  it('is in no list any more', async () => {
    const { ledger, seal } = await office()
    const count = async () =>
      (await listResidents(ledger, { filter: { ...noFilter, careTag: 'disabled' }, offset: 0, limit: 9 }))
        .totalCount
    expect(await count()).toBe(1)
    await seal({ kind: 'disability' })
    expect(await count()).toBe(0)
  })

  it('is sealed of the one person that two records become, and is as it was when they are two again', async () => {
    const { ledger, id, seal } = await office()
    await seal({ kind: 'health' })
    const twin = await saveResident(ledger, {
      id: null,
      revision: null,
      draft: {
        ...aResidentDraft({ name: '王秀英', birthWhen: '1950-01-01' }),
        health: 'fair',
        careTags: [...held.careTags],
      },
    })
    const { revision } = await getResident(ledger, id)
    const { mergeId } = await duplicateOperations['duplicate.merge'](ledger, {
      keptId: twin.id,
      mergedId: id,
      keptRevision: twin.revision,
      mergedRevision: revision,
      choices: {},
    })
    const kept = await getResident(ledger, twin.id)
    expect(kept.health).toBeNull()
    expect(kept.careTags.map(({ careTag }) => careTag)).not.toContain('seriousIllness')
    expect(await viewSealedMatters(ledger, twin.id, reason)).toMatchObject([
      { kind: 'health', content: { health: 'dependent' } },
    ])
    await duplicateOperations['duplicate.undoMerge'](ledger, { mergeId })
    expect(draftOfResident(await getResident(ledger, twin.id))).toEqual(draftOfResident(twin))
    expect(await getResident(ledger, id)).toMatchObject({ health: null })
    expect(await viewSealedMatters(ledger, twin.id, reason)).toEqual([])
  })

  it('stays given back when two records that became one are two again', async () => {
    const { ledger, id, seal } = await office()
    await seal({ kind: 'health' })
    const twin = await saveResident(ledger, {
      id: null,
      revision: null,
      draft: aResidentDraft({
        name: '王秀英',
        birthWhen: '1950-01-01',
        health: 'fair',
        careTags: [held.careTags[2]],
      }),
    })
    const { revision } = await getResident(ledger, id)
    const revisions = { keptRevision: twin.revision, mergedRevision: revision }
    const { mergeId } = await duplicateOperations['duplicate.merge'](ledger, {
      keptId: twin.id,
      mergedId: id,
      ...revisions,
      choices: {},
    })
    await unsealField(ledger, { id: twin.id, kind: 'health', staffId: 2, reason: '本人同意' }, key)
    const tagsOf = async (one: number) =>
      (await getResident(ledger, one)).careTags.map(({ careTag }) => careTag).sort()
    expect(await tagsOf(twin.id)).toContain('seriousIllness')
    await duplicateOperations['duplicate.undoMerge'](ledger, { mergeId })
    expect(await getResident(ledger, twin.id)).toMatchObject({ health: 'dependent' })
    expect(await tagsOf(twin.id)).toEqual(['seriousIllness'])
    expect(await getResident(ledger, id)).toMatchObject({ health: null })
    expect(await tagsOf(id)).not.toContain('seriousIllness')
  })

  it('is told by no visit of the one person that two records become, and by its own again when they are two', async () => {
    const { ledger, id, seal } = await office()
    const twin = await saveResident(ledger, {
      id: null,
      revision: null,
      draft: aResidentDraft({ name: '王秀英', birthWhen: '1950-01-01', careTags: [held.careTags[0]] }),
    })
    const rules = (await visitOperations['visitRule.list'](ledger)).filter(
      ({ name }) => name === '残疾人' || name === '70周岁及以上',
    )
    for (const festival of ['springFestival', 'doubleNinth'] as const)
      await visitOperations['visitRound.create'](ledger, {
        name: festival,
        festival,
        year: 2026,
        cutoffOn: calendarDateSchema.parse('2026-01-31'),
        ruleIds: rules.map((rule) => rule.id),
      })
    // Of one round both have a visit, of the other only the twin.
    ledger.raw.exec('DELETE FROM visitTask WHERE visitRoundId = 2 AND residentId <> 2')
    const told = () =>
      ledger.raw
        .prepare<[], string>(
          `SELECT residentId || visitRoundId || reason FROM visitTaskReason
             JOIN visitTask ON id = visitTaskId ORDER BY residentId, visitRoundId, position`,
        )
        .pluck()
        .all()
    await seal({ kind: 'disability' })
    const before = told()
    expect(before).toEqual(['1170周岁及以上', '2170周岁及以上', '21残疾人', '2270周岁及以上', '22残疾人'])
    const { revision } = await getResident(ledger, id)
    const revisions = { keptRevision: revision, mergedRevision: twin.revision }
    const { mergeId } = await duplicateOperations['duplicate.merge'](ledger, {
      keptId: id,
      mergedId: twin.id,
      ...revisions,
      choices: {},
    })
    expect(told()).toEqual(['1170周岁及以上', '1270周岁及以上'])
    await duplicateOperations['duplicate.undoMerge'](ledger, { mergeId })
    expect(told()).toEqual(before)
  })

  it('goes out of a record that became a part of this one, and stays out when they are two again', async () => {
    const { ledger, id } = await office()
    const twin = await saveResident(ledger, {
      id: null,
      revision: null,
      draft: aResidentDraft({ name: '王秀英', birthWhen: '1950-01-01' }),
    })
    const { revision } = await getResident(ledger, id)
    const { mergeId } = await duplicateOperations['duplicate.merge'](ledger, {
      keptId: twin.id,
      mergedId: id,
      keptRevision: twin.revision,
      mergedRevision: revision,
      choices: {},
    })
    for (const kind of all) {
      const { revision: current } = await getResident(ledger, twin.id)
      await sealField(ledger, { id: twin.id, revision: current, kind, staffId: 2, reason: '本人要求' }, key)
    }
    expect(elsewhere(ledger)).not.toMatch(tell)
    await duplicateOperations['duplicate.undoMerge'](ledger, { mergeId })
    for (const one of [id, twin.id])
      expect(await getResident(ledger, one)).toMatchObject({ health: null, disability: null })
    expect(elsewhere(ledger)).not.toMatch(tell)
    expect(await viewSealedMatters(ledger, id, reason)).toHaveLength(3)
  })
})

function byJson(one: object, other: object): number {
  return JSON.stringify(one) < JSON.stringify(other) ? -1 : 1
}
