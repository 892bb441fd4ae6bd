import { describe, expect, it } from 'vitest'
import { FailureError } from '../../domain/failure.ts'
import type { SealedMatter } from '../../domain/sealed-matter.ts'
import { aResidentDraft, anActor } from '../../domain/testing/builders.ts'
import { ledgerFor } from '../ledger.ts'
import { saveResident } from '../resident/resident.service.ts'
import { openTestLedger } from '../testing/ledger-fixture.ts'
import { listSealedPeople, saveSealedMatters } from './sealed-matter.service.ts'

const reason = { purpose: 'service', text: '月度走访' } as const
const matters: readonly SealedMatter[] = [
  { kind: 'mentalDisorder', fromOn: null, toOn: null, note: '按时服药' },
  { kind: 'communityCorrection', fromOn: null, toOn: null, note: '每月报到' },
]

async function office() {
  const ledger = openTestLedger({ actor: anActor({ isInSealedCircle: true }) })
  const add = (name: string) =>
    saveResident(ledger, {
      id: null,
      revision: null,
      draft: aResidentDraft({ name, birthWhen: '1950-01-01' }),
    })
  const { id } = await add('王秀英')
  await add('李建国')
  await saveSealedMatters(ledger, { id, before: [], matters: [...matters] })
  return { ledger, id }
}

describe('the list of sealed matters', () => {
  it('names those who have one, says nothing of what was written, and stands in the audit trail', async () => {
    const { ledger, id } = await office()
    const found = await listSealedPeople(ledger, { reason })
    expect(found).toMatchObject([
      {
        residentId: id,
        name: '王秀英',
        matters: [{ kind: 'communityCorrection' }, { kind: 'mentalDisorder' }],
      },
    ])
    expect(JSON.stringify(found)).not.toContain('报到')
    expect(
      ledger.raw
        .prepare('SELECT action, objectType, objectId, reason, detail FROM auditEntry ORDER BY seq DESC')
        .get(),
    ).toEqual({
      action: 'sealedViewed',
      objectType: 'resident',
      objectId: null,
      reason: '月度走访',
      detail: '{"purpose":"service","personCount":1}',
    })
  })

  it('is empty, and the look is written down, where there is nothing', async () => {
    const ledger = openTestLedger({ actor: anActor({ isInSealedCircle: true }) })
    expect(await listSealedPeople(ledger, { reason })).toEqual([])
    expect(
      ledger.raw.prepare(`SELECT count(*) FROM auditEntry WHERE action = 'sealedViewed'`).pluck().get(),
    ).toBe(1)
  })

  it('is not shown when the look cannot be written down', async () => {
    const { ledger } = await office()
    ledger.raw.exec(
      `CREATE TEMP TRIGGER full BEFORE INSERT ON main.auditEntry BEGIN SELECT RAISE(ABORT, 'full'); END`,
    )
    await expect(listSealedPeople(ledger, { reason })).rejects.toThrow()
  })

  it.each([
    ['director', false],
    ['worker', false],
    ['viewer', true],
    ['viewer', false],
  ] as const)('is refused to a %s in the circle (%s)', async (role, isInSealedCircle) => {
    const { ledger } = await office()
    const as = ledgerFor(ledger, anActor({ role, isInSealedCircle }))
    await expect(listSealedPeople(as, { reason })).rejects.toEqual(new FailureError('notAllowed'))
  })
})
