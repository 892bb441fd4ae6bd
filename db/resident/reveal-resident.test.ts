import { describe, expect, it } from 'vitest'
import { FailureError } from '../../domain/failure.ts'
import type { RevealGroup } from '../../domain/reveal.ts'
import type { SealedMatter } from '../../domain/sealed-matter.ts'
import type { Actor } from '../../domain/staff.ts'
import { aResidentDraft, aSealedMatter, anActor } from '../../domain/testing/builders.ts'
import { ledgerFor, type Ledger } from '../ledger.ts'
import { saveSealedMatters } from '../sealed-matter/sealed-matter.service.ts'
import { testKey } from '../testing/test-key.ts'
import { openTestLedger } from '../testing/ledger-fixture.ts'
import { saveResident } from './resident.service.ts'
import { revealOfResident } from './reveal-resident.service.ts'
import { ownPhone } from '../../domain/resident.ts'

const reason = { purpose: 'contact', text: '核对电话' } as const
const member = anActor({ isInSealedCircle: true })
const matter = aSealedMatter()

async function office() {
  const ledger = openTestLedger({ actor: member })
  const draft = aResidentDraft({
    idNumber: '11010519491231002X',
    birthWhen: '1949-12-31',
    phones: [ownPhone('13812345678'), ownPhone('029-88881234')],
  })
  const { id } = await saveResident(ledger, { id: null, revision: null, draft })
  await saveSealedMatters(ledger, { id, before: [], matters: [matter] }, { key: testKey })
  return { ledger, id }
}

function lastEntry(ledger: Ledger) {
  return ledger.raw
    .prepare('SELECT action, objectType, objectId, fields, reason, detail FROM auditEntry ORDER BY seq DESC')
    .get()
}

async function codeOf(work: Promise<unknown>): Promise<string> {
  const error: unknown = await work.catch((thrown: unknown) => thrown)
  return error instanceof FailureError ? error.failure.code : 'none'
}

describe('what is shown whole', () => {
  it('stands in the audit trail with who, of whom, what and why', async () => {
    const { ledger, id } = await office()
    expect(await revealOfResident(ledger, { id, group: 'idNumber', reason })).toEqual({
      group: 'idNumber',
      idNumber: '11010519491231002X',
      otherNumbers: [],
    })
    expect(lastEntry(ledger)).toEqual({
      action: 'revealed',
      objectType: 'resident',
      objectId: id,
      fields: '["idNumber"]',
      reason: '核对电话',
      detail: '{"purpose":"contact"}',
    })
    expect(await revealOfResident(ledger, { id, group: 'phones', reason })).toEqual({
      group: 'phones',
      numbers: ['13812345678', '029-88881234'],
    })
    expect(lastEntry(ledger)).toMatchObject({ action: 'revealed', fields: '["phones"]' })
  })

  it('is not shown when the look cannot be written down', async () => {
    const { ledger, id } = await office()
    ledger.raw.exec(
      `CREATE TEMP TRIGGER full BEFORE INSERT ON main.auditEntry BEGIN SELECT RAISE(ABORT, 'full'); END`,
    )
    for (const group of ['idNumber', 'phones', 'sealedMatter'] as const)
      await expect(revealOfResident(ledger, { id, group, reason })).rejects.toThrow()
  })

  // Cell by cell: who, in the circle or not, and what they ask for.
  const outcomes: readonly [Actor['role'], boolean, Readonly<Record<RevealGroup, string>>][] = [
    ['director', true, { idNumber: 'none', phones: 'none', sealedMatter: 'none' }],
    ['director', false, { idNumber: 'none', phones: 'none', sealedMatter: 'none' }],
    ['worker', true, { idNumber: 'none', phones: 'none', sealedMatter: 'none' }],
    ['worker', false, { idNumber: 'none', phones: 'none', sealedMatter: 'none' }],
    ['viewer', true, { idNumber: 'notAllowed', phones: 'notAllowed', sealedMatter: 'notAllowed' }],
    ['viewer', false, { idNumber: 'notAllowed', phones: 'notAllowed', sealedMatter: 'notAllowed' }],
  ]
  it.each(outcomes)('for a %s in the circle (%s)', async (role, isInSealedCircle, expected) => {
    const { ledger, id } = await office()
    const as = ledgerFor(ledger, anActor({ role, isInSealedCircle }))
    for (const [group, outcome] of Object.entries(expected))
      expect([
        group,
        await codeOf(revealOfResident(as, { id, group: group as RevealGroup, reason })),
      ]).toEqual([group, outcome])
    const saving = saveSealedMatters(as, { id, before: [matter], matters: [] }, { key: testKey })
    // Outside the circle there is nothing that could have been read before.
    const isOutside = role !== 'viewer' && !isInSealedCircle
    expect(await codeOf(saving)).toBe(isOutside ? 'staleRecord' : expected.sealedMatter)
  })
})

describe('sealed matters', () => {
  it('are each look and change in the audit trail, of which no word is in it', async () => {
    const { ledger, id } = await office()
    expect(lastEntry(ledger)).toMatchObject({
      action: 'sealedChanged',
      objectId: id,
      fields: '[]',
      reason: '',
    })
    expect(await revealOfResident(ledger, { id, group: 'sealedMatter', reason })).toEqual({
      group: 'sealedMatter',
      matters: [matter],
    })
    expect(lastEntry(ledger)).toMatchObject({ action: 'sealedViewed', objectId: id, reason: '核对电话' })
    const trail = JSON.stringify(ledger.raw.prepare('SELECT * FROM auditEntry').all())
    expect(trail).not.toContain('每月报到')
    expect(trail).not.toContain('communityCorrection')
  })

  it('are refused when somebody changed them meanwhile, or are unsound', async () => {
    const { ledger, id } = await office()
    const save = (before: SealedMatter[], matters: SealedMatter[]) =>
      codeOf(saveSealedMatters(ledger, { id, before, matters }, { key: testKey }))
    expect(await save([], [])).toBe('staleRecord')
    expect(await save([matter], [matter, matter])).toBe('invalidInput')
    expect(await save([matter], [{ ...matter, note: '改' }])).toBe('none')
    expect(await save([matter], [])).toBe('staleRecord')
  })
})
