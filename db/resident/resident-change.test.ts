import { describe, expect, it } from 'vitest'
import { asCalendarDate } from '../../domain/calendar-date.ts'
import { FailureError } from '../../domain/failure.ts'
import type { ResidentChange, ResidentView } from '../../domain/resident-view.ts'
import { ownPhone } from '../../domain/resident.ts'
import { aCitizenNumber, aResidentDraft, anActor } from '../../domain/testing/builders.ts'
import { untouchedChange } from '../../domain/testing/untouched-change.ts'
import { ledgerFor, type Ledger } from '../ledger.ts'
import { openTestLedger } from '../testing/ledger-fixture.ts'
import { testKey } from '../testing/test-key.ts'
import { getResident } from './resident.queries.ts'
import { saveResident, saveResidentChange } from './resident.service.ts'
import { residentView } from './resident-view.ts'

const phones = [ownPhone('13812345678', '本人'), ownPhone('029-88881234', '女儿')]

const keptPhone = { owner: '', isEmergency: false, note: '' }

async function somebody(ledger: Ledger, overrides: Parameters<typeof aResidentDraft>[0] = {}) {
  const draft = aResidentDraft({
    idNumber: '11010519491231002X',
    birthWhen: '1949-12-31',
    phones,
    ...overrides,
  })
  const { id } = await saveResident(ledger, { id: null, revision: null, draft })
  return residentView(await getResident(ledger, id), anActor(), { key: testKey, spouseName: '' })
}

async function save(ledger: Ledger, view: ResidentView, change: Partial<ResidentChange>) {
  const request = { id: view.id, revision: view.revision, draft: { ...untouchedChange(view), ...change } }
  return saveResidentChange(ledger, request, { key: testKey })
}

async function codeOf(work: Promise<unknown>): Promise<string> {
  const error: unknown = await work.catch((thrown: unknown) => thrown)
  return error instanceof FailureError ? `${error.failure.code} ${error.failure.field ?? ''}`.trim() : 'none'
}

describe('a change from the form', () => {
  it('leaves numbers that never left the ledger as they are', async () => {
    const ledger = openTestLedger()
    const view = await somebody(ledger)
    const saved = await save(ledger, view, { note: '爱下棋' })
    expect(await getResident(ledger, view.id)).toMatchObject({
      idNumber: '11010519491231002X',
      phones,
      note: '爱下棋',
      revision: 2,
    })
    expect(saved).toMatchObject({ idNumberMasked: '110***********002X', note: '爱下棋' })
  })

  it("changes one phone, its neighbour's note and their order without knowing the numbers", async () => {
    const ledger = openTestLedger()
    const view = await somebody(ledger)
    const daughter = view.phones[1]?.handle ?? ''
    await save(ledger, view, {
      phones: [{ ...keptPhone, handle: daughter, note: '大女儿' }, ownPhone('13900001111', '本人')],
    })
    expect((await getResident(ledger, view.id)).phones).toEqual([
      ownPhone('029-88881234', '大女儿'),
      ownPhone('13900001111', '本人'),
    ])
  })

  it("is refused when a phone it keeps is gone, or another person's", async () => {
    const ledger = openTestLedger()
    const view = await somebody(ledger)
    const other = await somebody(ledger, { idNumber: aCitizenNumber() })
    const kept = [{ ...keptPhone, handle: other.phones[0]?.handle ?? '' }]
    expect(await codeOf(save(ledger, view, { phones: kept }))).toBe('staleRecord phones')
  })

  it('is refused for somebody new without a number of their own', async () => {
    const ledger = openTestLedger()
    const draft = { ...aResidentDraft(), idNumber: null }
    const saving = saveResidentChange(ledger, { id: null, revision: null, draft }, { key: testKey })
    expect(await codeOf(saving)).toBe('invalidInput idNumber')
  })
})

describe('care tags of a field of work', () => {
  const lowIncome = { careTag: 'lowIncome', fromOn: null, toOn: null } as const
  const volunteer = { careTag: 'volunteer', fromOn: null, toOn: null } as const
  const worker = (workFields: readonly ('civilAffairs' | 'disability')[]) =>
    anActor({ role: 'worker', workFields: [...workFields] })

  it('are given, dated and taken by those who answer for it, and by directors', async () => {
    const ledger = openTestLedger()
    const asWorker = ledgerFor(ledger, worker(['civilAffairs']))
    const given = await save(asWorker, await somebody(ledger), { careTags: [lowIncome] })
    expect(given.careTags).toEqual([lowIncome])
    expect((await save(ledger, given, { careTags: [] })).careTags).toEqual([])
  })

  it('are neither given nor taken nor dated by others, who may change everything else', async () => {
    const ledger = openTestLedger()
    const view = await somebody(ledger, { careTags: [lowIncome] })
    const asOther = ledgerFor(ledger, worker(['disability']))
    const refused = 'notAllowed careTags'
    expect(await codeOf(save(asOther, view, { careTags: [] }))).toBe(refused)
    const dated = [{ ...lowIncome, toOn: asCalendarDate('2026-01-01') }]
    expect(await codeOf(save(asOther, view, { careTags: dated }))).toBe(refused)
    expect(await codeOf(save(asOther, view, { note: '改了' }))).toBe('none')
    const changed = await getResident(ledger, view.id)
    const again = residentView(changed, anActor(), { key: testKey, spouseName: '' })
    expect(await codeOf(save(asOther, again, { careTags: [lowIncome, volunteer] }))).toBe('none')
  })
})
