import { describe, expect, it } from 'vitest'
import { FailureError } from '../../domain/failure.ts'
import type { SealedMatter } from '../../domain/sealed-matter.ts'
import { aResidentDraft, aSealedMatter, anActor } from '../../domain/testing/builders.ts'
import { ledgerFor, type Ledger } from '../ledger.ts'
import { saveResident } from '../resident/resident.service.ts'
import { openTestLedger } from '../testing/ledger-fixture.ts'
import { testKey } from '../testing/test-key.ts'
import { listSealedPeople, saveSealedMatters, viewSealedMatters } from './sealed-matter.service.ts'

const reason = { purpose: 'service', text: '月度走访' } as const
const matters: readonly SealedMatter[] = [
  aSealedMatter({ kind: 'mentalDisorder', note: '按时服药' }),
  aSealedMatter({ kind: 'communityCorrection', note: '每月报到' }),
]
const [ding, zhou] = [
  { staffId: 2, name: '丁社工' },
  { staffId: 3, name: '周社工' },
]

async function office() {
  const ledger = openTestLedger({ actor: anActor({ isInSealedCircle: true }) })
  await addStaff(ledger)
  const add = (name: string) =>
    saveResident(ledger, {
      id: null,
      revision: null,
      draft: aResidentDraft({ name, birthWhen: '1950-01-01' }),
    })
  const { id } = await add('王秀英')
  await add('李建国')
  await save(ledger, id, [], matters)
  return { ledger, id }
}

async function addStaff(ledger: Ledger) {
  const open = { isInSealedCircle: 0, pinHash: null, createdAt: '', closedAt: null, revision: 1 } as const
  await ledger.writer
    .insertInto('staff')
    .values([
      { ...open, id: 1, name: '赵主任', role: 'director' },
      { ...open, id: 2, name: '丁社工', role: 'worker' },
      { ...open, id: 3, name: '周社工', role: 'worker' },
      { ...open, id: 4, name: '退休了', role: 'worker', closedAt: '2026-01-01T00:00:00.000Z' },
      { ...open, id: 5, name: '只查看', role: 'viewer' },
    ])
    .execute()
}

function save(
  ledger: Ledger,
  id: number,
  before: readonly SealedMatter[],
  after: readonly SealedMatter[],
): Promise<SealedMatter[]> {
  return saveSealedMatters(ledger, { id, before: [...before], matters: [...after] }, { key: testKey })
}

const worker = (staffId: number) => anActor({ staffId, role: 'worker' })

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

  it.each(['director', 'worker'] as const)('has nothing of the circle for a %s outside it', async (role) => {
    const { ledger } = await office()
    const as = ledgerFor(ledger, anActor({ role }))
    expect(await listSealedPeople(as, { reason })).toEqual([])
  })

  it.each([true, false])('is refused to a viewer in the circle (%s)', async (isInSealedCircle) => {
    const { ledger } = await office()
    const as = ledgerFor(ledger, anActor({ role: 'viewer', isInSealedCircle }))
    await expect(listSealedPeople(as, { reason })).rejects.toEqual(new FailureError('notAllowed'))
  })
})

describe('a matter that names its worker', () => {
  const note = '周四复诊'
  async function named() {
    const { ledger, id } = await office()
    const director = ledgerFor(ledger, anActor())
    const of = aSealedMatter({ kind: 'mentalDisorder', worker: ding, note })
    await save(director, id, [], [of])
    return { ledger, id, director, of }
  }

  it('is seen, and named in the list, by that worker and the director alone', async () => {
    const { ledger, id, director, of } = await named()
    const member = ledgerFor(ledger, anActor({ staffId: 3, role: 'worker', isInSealedCircle: true }))
    const seen = async (who: Ledger) => ({
      matters: await viewSealedMatters(who, id, reason),
      people: (await listSealedPeople(who, { reason })).flatMap((one) => one.matters),
    })
    for (const who of [director, ledgerFor(ledger, worker(2))]) {
      const { matters: shown, people } = await seen(who)
      expect(shown).toEqual([of])
      expect(people).toEqual([{ kind: 'mentalDisorder', worker: ding, fromOn: null, toOn: null }])
    }
    expect(await seen(ledgerFor(ledger, worker(3)))).toEqual({ matters: [], people: [] })
    expect(JSON.stringify(await seen(member))).not.toContain(note)
    expect((await seen(member)).matters).toHaveLength(2)
  })

  it('is left alone by whoever saves what they see of the same person', async () => {
    const { ledger, id, director, of } = await named()
    const member = ledgerFor(ledger, anActor({ staffId: 3, role: 'worker', isInSealedCircle: true }))
    const mine = await viewSealedMatters(member, id, reason)
    await save(member, id, mine, [])
    expect(await viewSealedMatters(director, id, reason)).toEqual([of])
  })

  it('is handed over by the director, and to nobody by anybody else', async () => {
    const { ledger, id, director, of } = await named()
    const handedOver = { ...of, worker: zhou }
    await expect(save(ledgerFor(ledger, worker(2)), id, [of], [handedOver])).rejects.toEqual(
      new FailureError('notAllowed', 'matters.0.worker'),
    )
    expect(await save(director, id, [of], [handedOver])).toEqual([handedOver])
    expect(await viewSealedMatters(ledgerFor(ledger, worker(2)), id, reason)).toEqual([])
    expect(await viewSealedMatters(ledgerFor(ledger, worker(3)), id, reason)).toEqual([handedOver])
  })

  it.each([4, 5, 99])('is given to nobody who cannot answer for it (%s)', async (staffId) => {
    const { id, director, of } = await named()
    await expect(save(director, id, [of], [{ ...of, worker: { staffId, name: '某人' } }])).rejects.toEqual(
      new FailureError('invalidInput', 'matters.0.worker'),
    )
  })

  it("is the director's when its worker has left", async () => {
    const { ledger, id, director, of } = await named()
    await ledger.writer.updateTable('staff').set({ closedAt: '2026-11-25' }).where('id', '=', 2).execute()
    expect(await viewSealedMatters(director, id, reason)).toEqual([of])
    expect(await save(director, id, [of], [{ ...of, worker: zhou }])).toHaveLength(1)
  })

  it('leaves digests alone in the history', async () => {
    const { ledger, id } = await named()
    const changes = ledger.raw.prepare(`SELECT * FROM recordChange WHERE field LIKE 'sealed:%'`).all()
    expect(changes).toMatchObject([
      { residentId: id, field: 'sealed:mentalDisorder', staffName: '赵主任' },
      { residentId: id, field: 'sealed:communityCorrection' },
      { residentId: id, field: 'sealed:mentalDisorder' },
    ])
    expect(JSON.stringify(changes)).not.toMatch(/服药|报到|复诊/)
  })
})
