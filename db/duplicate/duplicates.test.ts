import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { distinctPairDraftSchema } from '../../domain/duplicate.ts'
import { FailureError } from '../../domain/failure.ts'
import { ownPhone, residentDraftSchema, type Resident, type ResidentDraft } from '../../domain/resident.ts'
import {
  aCitizenNumber,
  aResidentDraft,
  aSealedMatter,
  anActor,
  fixedClock,
} from '../../domain/testing/builders.ts'
import { ledgerFor, type Ledger } from '../ledger.ts'
import type { OperationContext } from '../ledger-operations.ts'
import { saveResident } from '../resident/resident.service.ts'
import { saveSealedMatters } from '../sealed-matter/sealed-matter.service.ts'
import { openTestLedger } from '../testing/ledger-fixture.ts'
import { testKey } from '../testing/test-key.ts'
import { duplicateOperations as operations } from './duplicate.operations.ts'

const context: OperationContext = { key: testKey, reportProgress: () => undefined, isCancelled: () => false }
const page = { certainty: null, offset: 0, limit: 50 } as const

async function add(ledger: Ledger, overrides: Parameters<typeof aResidentDraft>[0]) {
  const draft = aResidentDraft({
    phones: [],
    idDocumentType: 'none',
    idNumber: '',
    birthWhen: null,
    ...overrides,
  })
  return saveResident(ledger, { id: null, revision: null, draft })
}

async function pairs(ledger: Ledger): Promise<string[]> {
  await operations['duplicate.scan'](ledger, {}, context)
  const { rows } = await operations['duplicate.list'](ledger, page)
  return rows.map(
    ({ first, second, suspicion, groupNumber, isGroupStart }) =>
      `${isGroupStart ? '' : '  '}${groupNumber}: ${first.id}-${second.id} ${suspicion.certainty}`,
  )
}

/** Three records of one woman and two of a man, and somebody else. */
async function office() {
  const ledger = openTestLedger()
  const phones = [ownPhone('13900001111')]
  await add(ledger, { name: '李建国', birthWhen: '1950' })
  const one = await add(ledger, { name: '张偉國', birthWhen: '1950-05-20' })
  const two = await add(ledger, { name: '张伟国', birthWhen: '1950-05-20', phones })
  const three = await add(ledger, { name: '张伟国', phones })
  await add(ledger, { name: '李建国', birthWhen: '1950-06-01' })
  await add(ledger, { name: '赵铁柱', birthWhen: '1950-05-20', phones })
  return { ledger, one, two, three }
}

describe('the list of doubles', () => {
  it('has every pair, the surest group first and the pairs of one person side by side', async () => {
    const { ledger } = await office()
    expect(await pairs(ledger)).toEqual(['1: 2-3 likely', '  1: 3-4 likely', '2: 1-5 possible'])
    const { counts, residentCount } = await operations['duplicate.scan'](ledger, {}, context)
    expect({ counts, residentCount }).toEqual({
      counts: { almostSure: 0, likely: 2, possible: 1 },
      residentCount: 6,
    })
  })

  it('is read again after somebody changed, and not otherwise', async () => {
    const clock = fixedClock()
    const ledger = openTestLedger({ clock })
    await add(ledger, { name: '王秀英', birthWhen: '1950-05-20' })
    const scanned = await operations['duplicate.scan'](ledger, {}, context)
    clock.moveTo('2026-11-26')
    expect(await operations['duplicate.scan'](ledger, {}, context)).toEqual(scanned)
    await add(ledger, { name: '王秀英', birthWhen: '1950-05-20' })
    expect(await operations['duplicate.scan'](ledger, {}, context)).toMatchObject({
      scannedAt: '2026-11-26T01:00:00.000Z',
      counts: { likely: 1 },
    })
  })

  it('stops when it is told to, and says how far it has come', async () => {
    const { ledger } = await office()
    let reported = 0
    const stopping = {
      ...context,
      reportProgress: () => (reported += 1),
      isCancelled: () => reported >= 3,
    }
    await expect(operations['duplicate.scan'](ledger, {}, stopping)).rejects.toEqual(
      new FailureError('cancelled'),
    )
    expect(reported).toBe(3)
    expect(await operations['duplicate.list'](ledger, page)).toEqual({ totalCount: 0, rows: [] })
  })

  it('shows pages, and the pairs of one certainty alone', async () => {
    const { ledger } = await office()
    await operations['duplicate.scan'](ledger, {}, context)
    const second = await operations['duplicate.list'](ledger, { certainty: null, offset: 1, limit: 1 })
    expect(second).toMatchObject({
      totalCount: 3,
      rows: [{ groupNumber: 1, isGroupStart: false, groupSize: 3 }],
    })
    const possible = await operations['duplicate.list'](ledger, { ...page, certainty: 'possible' })
    expect(possible).toMatchObject({ totalCount: 1, rows: [{ first: { name: '李建国' } }] })
  })
})

describe('two different people', () => {
  it('are not offered again, until a fact that spoke for one person changes', async () => {
    const { ledger, two, three } = await office()
    await pairs(ledger)
    await operations['duplicate.keepApart'](ledger, {
      firstId: three.id,
      secondId: two.id,
      reason: '叔侄同名',
    })
    const rest = ['1: 2-3 likely', '2: 1-5 possible']
    expect((await operations['duplicate.list'](ledger, page)).totalCount).toBe(2)
    expect(await pairs(ledger)).toEqual(rest)
    // Another fact of one of them: everybody is looked through again, and they stay apart.
    const noted = await saveResident(ledger, {
      id: two.id,
      revision: two.revision,
      draft: draftOf(two, { note: '爱下棋' }),
    })
    expect(await pairs(ledger)).toEqual(rest)
    const birthWhen = '1950-05-20'
    await saveResident(ledger, {
      id: three.id,
      revision: three.revision,
      draft: draftOf(three, { birthWhen }),
    })
    expect(await pairs(ledger)).toContain('1: 3-4 almostSure')
    expect(noted.revision).toBe(2)
  })

  it('are shown with the reason, and can be offered again', async () => {
    const { ledger, two, three } = await office()
    const pair = { firstId: two.id, secondId: three.id }
    await operations['duplicate.keepApart'](ledger, { ...pair, reason: '叔侄同名' })
    expect(await operations['duplicate.compare'](ledger, pair, context)).toMatchObject({
      first: { resident: { id: two.id }, attached: { visitCount: 0, housemateCount: 5 } },
      suspicion: { certainty: 'likely', names: 'same' },
      distinct: { reason: '叔侄同名' },
    })
    await operations['duplicate.offerAgain'](ledger, { firstId: three.id, secondId: two.id })
    expect(await pairs(ledger)).toHaveLength(3)
    await expect(operations['duplicate.offerAgain'](ledger, pair)).rejects.toEqual(
      new FailureError('notFound'),
    )
  })

  it('need a reason, and must be there', async () => {
    const { ledger, two } = await office()
    const ask = (secondId: number, reason: string) =>
      operations['duplicate.keepApart'](ledger, { firstId: two.id, secondId, reason })
    await expect(ask(1, ' ')).rejects.toEqual(new FailureError('reasonRequired', 'reason'))
    await expect(ask(99, '叔侄')).rejects.toEqual(new FailureError('notFound'))
    const one = { firstId: two.id, secondId: two.id, reason: '叔侄' }
    expect(distinctPairDraftSchema.safeParse(one).success).toBe(false)
    expect(distinctPairDraftSchema.safeParse({ ...one, secondId: 1 }).success).toBe(true)
  })
})

it('tells of sealed matters only the circle, and keeps that it did', async () => {
  const ledger = openTestLedger({ actor: anActor({ isInSealedCircle: true }) })
  const one = await add(ledger, {
    name: '王秀英',
    idDocumentType: 'citizenId',
    idNumber: aCitizenNumber('1950-05-20', 2),
  })
  const two = await add(ledger, { name: '王秀英' })
  const matter = aSealedMatter({ kind: 'mentalDisorder', note: '按时服药' })
  await saveSealedMatters(ledger, { id: two.id, before: [], matters: [matter] }, context)
  const pair = { firstId: one.id, secondId: two.id }
  const looks = () =>
    ledger.raw.prepare(`SELECT objectId, detail FROM auditEntry WHERE action = 'sealedViewed'`).all()
  const outside = await operations['duplicate.compare'](ledgerFor(ledger, anActor()), pair, context)
  expect([outside.first, outside.second].map(({ attached }) => attached.sealedCount)).toEqual([null, null])
  expect(looks()).toEqual([])
  const inside = await operations['duplicate.compare'](ledger, pair, context)
  expect([inside.first, inside.second].map(({ attached }) => attached.sealedCount)).toEqual([0, 1])
  expect(looks()).toEqual([{ objectId: two.id, detail: '{"purpose":"correction"}' }])
})

/** What was entered of a record, changed in something. */
function draftOf(
  record: Resident,
  change: Partial<ResidentDraft> | { readonly birthWhen: string },
): ResidentDraft {
  return residentDraftSchema.parse({ ...z.object(residentDraftSchema.shape).parse(record), ...change })
}
