import { describe, expect, it } from 'vitest'
import { calendarDateSchema } from '../../domain/calendar-date.ts'
import type { SealableKind } from '../../domain/sealed-content.ts'
import type { Actor } from '../../domain/staff.ts'
import { aCitizenNumber, aResidentDraft, anActor } from '../../domain/testing/builders.ts'
import { lifeOperations } from '../life/life.operations.ts'
import type { OperationContext } from '../ledger-operations.ts'
import { ledgerFor, type Ledger } from '../ledger.ts'
import { changeBy } from '../resident/record-change.service.ts'
import { draftOfResident, getResident } from '../resident/resident.queries.ts'
import { saveResident, updateResidents } from '../resident/resident.service.ts'
import { rosterImportOperations } from '../roster-import/roster-import.operations.ts'
import { stageRoster } from '../roster-import/roster-staging.ts'
import { inTestTransaction, openTestLedger } from '../testing/ledger-fixture.ts'
import { testKey } from '../testing/test-key.ts'
import { sealField } from './seal-field.service.ts'

const context: OperationContext = { key: testKey, reportProgress: () => undefined, isCancelled: () => false }
const idNumber = aCitizenNumber('1950-05-20', 902)
const header = ['姓名', '身份证号', '健康状况', '关爱类别', '享受待遇', '备注']
const said = ['王秀英', idNumber, '生活不能自理', '残疾、低保、党员', '低保、养老金', '爱下棋']
const director = anActor()
const stranger = anActor({ staffId: 9, role: 'worker', workFields: ['civilAffairs', 'disability'] })

async function office() {
  const ledger = openTestLedger()
  const draft = aResidentDraft({ idNumber, birthWhen: '1950-05-20' })
  const { id } = await saveResident(ledger, { id: null, revision: null, draft })
  const seal = async (kind: SealableKind) => {
    const { revision } = await getResident(ledger, id)
    const worker = { id: 2, name: '丁社工', role: 'worker', isInSealedCircle: 0, revision: 1 } as const
    await ledger.writer
      .insertInto('staff')
      .values({ ...worker, pinHash: null, createdAt: '', closedAt: null })
      .onConflict((conflict) => conflict.doNothing())
      .execute()
    await sealField(ledger, { id, revision, kind, staffId: 2, reason: '本人要求' }, context)
  }
  return { ledger, id, seal }
}

async function read(ledger: Ledger, actor: Actor = director) {
  const as = ledgerFor(ledger, actor)
  const table = { sheets: [{ name: '名单', rows: [header, said], mergedAreas: [] }] }
  await stageRoster(as, { handle: 'roster', fileName: '名单.xlsx', table })
  const preview = { handle: 'roster', sheetIndexes: [0], mapping: null }
  await rosterImportOperations['import.preview'](as, preview, context)
  return shown(as)
}

async function shown(as: Ledger) {
  const page = { handle: 'roster', verdict: null, offset: 0, limit: 9 }
  const { rows } = await rosterImportOperations['import.rows'](as, page)
  return rows[0]
}

const apply = (ledger: Ledger) =>
  rosterImportOperations['import.apply'](ledger, { handle: 'roster' }, context)

describe('what is sealed of somebody', () => {
  it('is left alone by a roster that has it, and the report tells only those who may know why', async () => {
    const { ledger, id, seal } = await office()
    await read(ledger)
    await apply(ledger)
    for (const kind of ['health', 'disability', 'lowIncomeReview'] as const) await seal(kind)
    const issuesFor = async (actor: Actor) => {
      const row = await read(ledger, actor)
      expect(row?.changes).toEqual([])
      return row?.issues.map(({ code, field }) => [code, field])
    }
    expect(await issuesFor(director)).toEqual([
      ['fieldSealed', 'health'],
      ['fieldSealed', 'careTags'],
      ['fieldSealed', 'benefits'],
    ])
    expect(await issuesFor(stranger)).toEqual([
      ['fieldOfOthers', 'health'],
      ['careTagOfOthers', 'careTags'],
      ['fieldOfOthers', 'benefits'],
    ])
    expect(await getResident(ledger, id)).toMatchObject({
      health: null,
      careTags: [{ careTag: 'partyMember' }],
      benefits: [{ benefit: 'pension' }],
    })
  })

  it('does not come back when the import that brought it is undone', async () => {
    const { ledger, id, seal } = await office()
    const { revision, ...before } = await getResident(ledger, id)
    const draft = aResidentDraft({ idNumber, birthWhen: '1950-05-20', health: 'fair' })
    await saveResident(ledger, { id, revision, draft })
    await read(ledger)
    await apply(ledger)
    const kept = () => ledger.raw.prepare('SELECT before FROM importChange').pluck().get()
    expect(kept()).toContain('fair')
    await seal('health')
    expect(kept()).not.toContain('fair')
    // The import is undone as if nobody had touched the record since.
    ledger.raw.exec('UPDATE importChange SET revisionAfter = (SELECT revision FROM resident)')
    await rosterImportOperations['import.undoLast'](ledger)
    expect(await getResident(ledger, id)).toMatchObject({ health: null, note: before.note })
  })

  it('is written by no work that does not ask about it', async () => {
    const { ledger, id, seal } = await office()
    await read(ledger)
    await apply(ledger)
    const draft = draftOfResident(await getResident(ledger, id))
    for (const kind of ['health', 'disability', 'lowIncomeReview'] as const) await seal(kind)
    const by = changeBy(ledger, 'bulk')
    await inTestTransaction(ledger, (trx) => updateResidents(trx, [{ id, draft }], by))
    expect(await getResident(ledger, id)).toMatchObject({
      health: null,
      careTags: [{ careTag: 'partyMember' }],
      benefits: [{ benefit: 'pension' }],
    })
  })

  it('is not shown by a roster that was read before', async () => {
    const { ledger, seal } = await office()
    await read(ledger)
    await apply(ledger)
    expect((await read(ledger))?.verdict).toBe('unchanged')
    await seal('health')
    await expect(shown(ledger)).rejects.toThrow('handleExpired')
  })

  it('is not given back with what a death had ended', async () => {
    const { ledger, id, seal } = await office()
    await read(ledger)
    await apply(ledger)
    const { revision } = await getResident(ledger, id)
    const happenedOn = calendarDateSchema.parse('2026-11-20')
    const death = { kind: 'deathConfirmed', happenedOn, place: '', note: '' } as const
    const event = { residentId: id, revision, ...death, newHeadId: null, isSpouseWidowed: false }
    await lifeOperations['life.record'](ledger, event, context)
    await seal('lowIncomeReview')
    await lifeOperations['life.withdraw'](ledger, { id }, context)
    expect(await getResident(ledger, id)).toMatchObject({
      careTags: [
        { careTag: 'disabled', toOn: null },
        { careTag: 'partyMember', toOn: null },
      ],
      benefits: [{ benefit: 'pension', toOn: null }],
    })
  })
})
