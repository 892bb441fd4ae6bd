import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { afterEach, expect, test, vi } from 'vitest'
import { aLedgerFolder } from '../../db/testing/ledger-fixture.ts'
import type { AuditRow } from '../../domain/audit-view.ts'
import type { LedgerChannel } from '../../domain/contract.ts'
import { aResidentDraft } from '../../domain/testing/builders.ts'
import type { Staff } from '../../domain/staff.ts'
import { startLedgerDoor, type LedgerDoor } from './ledger-door.ts'

const committee = { committeeName: '幸福里社区居民委员会', streetOfficeName: '', phone: '' }
const director = { name: '赵主任', password: 'luohua-tixiang-58' }
const worker = { name: '王芳', role: 'worker', workFields: [], isInSealedCircle: false } as const
const workerPassword = 'hetang-yuese-72'
const everything = {
  staffId: null,
  action: null,
  objectType: null,
  fromOn: null,
  toOn: null,
  isTroubleOnly: false,
}
const opened: LedgerDoor[] = []

vi.setConfig({ testTimeout: 60_000 })

afterEach(async () => {
  for (const door of opened.splice(0)) await door.end()
})

/** An office in which a worker takes the desk over from the director. */
async function aChangingDesk() {
  const door = startLedgerDoor({
    launch: () => new Worker(new URL('./ledger-worker.ts', import.meta.url)),
    onProgress: () => undefined,
    onDeskNews: () => undefined,
    report: () => undefined,
    onLost: () => undefined,
  })
  opened.push(door)
  const filePath = join(aLedgerFolder(), '台账.db')
  const valueOf = async (asked: Promise<Awaited<ReturnType<LedgerDoor['ask']>>>): Promise<unknown> => {
    const reply = await asked
    if (!reply.ok) throw new Error(reply.failure.code)
    return reply.value
  }
  const channel = (name: LedgerChannel, input: unknown) => valueOf(door.ask('channel', { name, input }))
  await valueOf(door.ask('create', { filePath, committee, isSample: false, director }))
  const { id } = (await channel('staff.add', { draft: worker, password: workerPassword })) as Staff
  const takeOver = async () => {
    await door.ask('lock', {})
    await valueOf(door.ask('signIn', { filePath, staffId: id, password: workerPassword }))
  }
  const whoDid = async (action: string) => {
    await door.ask('lock', {})
    await valueOf(door.ask('signIn', { filePath, staffId: 1, password: director.password }))
    const filter = { ...everything, action }
    const { rows } = (await channel('audit.list', { filter, offset: 0, limit: 200 })) as { rows: AuditRow[] }
    return rows.map(({ staffName }) => staffName)
  }
  return { door, channel, valueOf, takeOver, whoDid }
}

test('a paper that did not leave after all is written down under the name of whoever printed it', async () => {
  const { door, channel, valueOf, takeOver, whoDid } = await aChangingDesk()
  const { id } = (await channel('resident.save', {
    id: null,
    revision: null,
    draft: { ...aResidentDraft({ birthWhen: '1940-05-20', idDocumentType: 'none', idNumber: '' }) },
  })) as { id: number }
  const rules = (await channel('visitRule.list', {})) as { id: number }[]
  const round = {
    name: '2027年春节走访',
    festival: 'springFestival',
    year: 2027,
    cutoffOn: '2027-02-05',
    ruleIds: rules.slice(0, 5).map((rule) => rule.id),
  }
  const { id: visitRoundId } = (await channel('visitRound.create', round)) as { id: number }
  expect(id).toBe(1)
  const paper = { kind: 'visitList', visitRoundId, numbers: 'masked', reason: null } as const
  const agreed = { personCount: 1, isAsked: false }
  const manner = { printerName: null, copyCount: 1, pages: null }
  const { serial } = (await valueOf(door.ask('issuePaper', { paper, way: 'printed', agreed, manner }))) as {
    serial: string
  }
  await takeOver()
  await valueOf(door.ask('paperFailed', { paper, serial }))
  expect(await whoDid('paperFailed')).toEqual([director.name])
})

test('a backup is carried away by whoever began to carry it', async () => {
  const { door, valueOf, takeOver, whoDid } = await aChangingDesk()
  const { seq } = (await valueOf(door.ask('backUp', {}))) as { seq: number }
  const before = await whoDid('backedUp')
  await takeOver()
  await valueOf(door.ask('recordOnStick', { seq }))
  const after = await whoDid('backedUp')
  expect(after.slice(0, after.length - before.length)).toContain(director.name)
  expect(after.filter((name) => name === worker.name)).toEqual([])
})
