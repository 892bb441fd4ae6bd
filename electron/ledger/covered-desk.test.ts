import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { afterEach, expect, test, vi } from 'vitest'
import { aLedgerFolder } from '../../db/testing/ledger-fixture.ts'
import type { LedgerChannel } from '../../domain/contract.ts'
import { aResidentDraft } from '../../domain/testing/builders.ts'
import type { Staff } from '../../domain/staff.ts'
import type { DeskNews } from './door-messages.ts'
import { startLedgerDoor, type LedgerDoor } from './ledger-door.ts'

const committee = { committeeName: '幸福里社区居民委员会', streetOfficeName: '', phone: '' }
const director = { name: '赵主任', password: 'luohua-tixiang-58' }
const worker = { name: '王芳', role: 'worker', workFields: [], isInSealedCircle: false } as const
const workerPassword = 'hetang-yuese-72'
const pin = '314159'
const opened: LedgerDoor[] = []

vi.setConfig({ testTimeout: 60_000 })

afterEach(async () => {
  for (const door of opened.splice(0)) await door.end()
})

/** An office with a worker and a director who has a PIN, at whose desk an import is being written. */
async function aBusyOffice() {
  const news: DeskNews[] = []
  let progressed: () => void = () => undefined
  const door = startLedgerDoor({
    launch: () => new Worker(new URL('./ledger-worker.ts', import.meta.url)),
    onProgress: () => progressed(),
    onDeskNews: (each) => news.push(each),
    report: () => undefined,
    onLost: () => undefined,
  })
  opened.push(door)
  const filePath = join(aLedgerFolder(), '台账.db')
  const channel = async (name: LedgerChannel, input: unknown): Promise<unknown> => {
    const reply = await door.ask('channel', { name, input })
    return reply.ok ? reply.value : reply.failure
  }
  await door.ask('create', { filePath, committee, isSample: false, director })
  const { id } = (await channel('staff.add', { draft: worker, password: workerPassword })) as Staff
  await channel('staff.setOwnPin', { password: director.password, pin })
  const startImport = async () => {
    const people = Array.from({ length: 3000 }, (_, index) => [
      `王${String.fromCodePoint(0x4e00 + index)}`,
      '男',
      `1号楼1单元${index + 101}室`,
    ])
    await door.ask('stagePart', { handle: 'r', part: { kind: 'sheet', name: '名单', mergedAreas: [] } })
    await door.ask('stagePart', {
      handle: 'r',
      part: { kind: 'rows', rows: [['姓名', '性别', '住址'], ...people] },
    })
    await door.ask('stageRoster', { handle: 'r', fileName: '名单.xlsx' })
    await channel('import.preview', { handle: 'r', sheetIndexes: [0], mapping: null })
    const isStarted = new Promise<void>((resolve) => {
      progressed = resolve
    })
    const applied = channel('import.apply', { handle: 'r' })
    await isStarted
    return applied
  }
  const signIn = (staffId: number, password: string) => door.ask('signIn', { filePath, staffId, password })
  return { door, filePath, channel, signIn, startImport, workerId: id, news }
}

const refusal = (code: string) => ({ ok: false, failure: { code } })

test('a wrong password at a covered desk closes nothing: what runs goes on, and the PIN still opens it', async () => {
  const { door, channel, signIn, startImport } = await aBusyOffice()
  const applied = startImport()
  await new Promise((resolve) => setTimeout(resolve, 300))
  await door.ask('lock', {})
  expect(await signIn(1, 'wrong')).toMatchObject(refusal('passwordWrong'))
  expect(await channel('resident.list', {})).toMatchObject({ code: 'notSignedIn' })
  expect(await applied).toMatchObject({ addedCount: 3000 })
  expect(await door.ask('unlockWithPin', { pin })).toMatchObject({ ok: true, value: { residentCount: 3000 } })
})

test('somebody else takes a covered desk over by their own password, and the PIN of the last one is of no use', async () => {
  const { door, channel, signIn, workerId } = await aBusyOffice()
  await door.ask('lock', {})
  expect(await signIn(workerId, workerPassword)).toMatchObject({ ok: true, value: { actor: worker } })
  expect(await channel('staff.setOwnPin', { password: workerPassword, pin: '271828' })).toMatchObject({
    id: workerId,
  })
  await door.ask('lock', {})
  expect(await door.ask('unlockWithPin', { pin })).toMatchObject(refusal('pinWrong'))
  expect(await door.ask('unlockWithPin', { pin: '271828' })).toMatchObject({ ok: true })
})

test('a wrong recovery code at a covered desk closes nothing either', async () => {
  const { door, filePath } = await aBusyOffice()
  await door.ask('lock', {})
  const recoveryCode = '2222-2222-2222-2222-2222-2222-2222'
  const asked = await door.ask('signInWithCode', {
    filePath,
    recoveryCode,
    staffId: 1,
    password: workerPassword,
  })
  expect(asked.ok).toBe(false)
  expect(await door.ask('unlockWithPin', { pin })).toMatchObject({ ok: true })
})

test('a PIN that was just set is known to main, which offers it at the covered desk', async () => {
  const { news } = await aBusyOffice()
  expect(news.at(-1)).toMatchObject({ staffId: 1, hasPin: true })
})

test('a save that races the lock is either stored and said to be, or refused and not stored', async () => {
  const { door, channel } = await aBusyOffice()
  let storedCount = 0
  let refusedCount = 0
  for (let turn = 0; turn < 200; turn += 1) {
    const draft = { ...aResidentDraft(), idNumber: '', idDocumentType: 'none', name: `王${turn}号` }
    const save = () => channel('resident.save', { id: null, revision: null, draft })
    const isFirst = turn % 2 === 0
    const locked = isFirst ? undefined : door.ask('lock', {})
    const saved = (await Promise.all([save(), locked ?? door.ask('lock', {})]))[0] as Record<string, unknown>
    if ('revision' in saved) storedCount += 1
    else if (saved['code'] === 'notSignedIn') refusedCount += 1
    await door.ask('unlockWithPin', { pin })
  }
  expect({ storedCount, refusedCount }).toEqual({ storedCount: 100, refusedCount: 100 })
  expect(await door.ask('profile', {})).toMatchObject({ ok: true, value: { residentCount: storedCount } })
})

test('five wrong PINs end the use of PINs until a password was typed', async () => {
  const { door, signIn } = await aBusyOffice()
  await door.ask('lock', {})
  for (const left of ['4', '3', '2', '1', '0']) {
    expect(await door.ask('unlockWithPin', { pin: '000000' })).toMatchObject({
      failure: { code: 'pinWrong', detail: left },
    })
  }
  expect(await door.ask('unlockWithPin', { pin })).toMatchObject(refusal('notSignedIn'))
  expect(await signIn(1, director.password)).toMatchObject({ ok: true })
  await door.ask('lock', {})
  expect(await door.ask('unlockWithPin', { pin })).toMatchObject({ ok: true })
})

test('whoever takes a role from themselves has lost it with the answer, and a closed account is told to leave', async () => {
  const { channel, signIn, workerId, news } = await aBusyOffice()
  const promoted = { ...worker, role: 'director' }
  await channel('staff.change', { id: workerId, revision: 1, draft: promoted })
  const demoted = { ...worker, name: '赵主任', role: 'viewer' }
  await channel('staff.change', { id: 1, revision: 1, draft: demoted })
  expect(news.at(-1)).toMatchObject({ staffId: 1, actor: { role: 'viewer' } })
  await signIn(workerId, workerPassword)
  await channel('staff.change', { id: 1, revision: 2, draft: { ...demoted, role: 'director' } })
  await channel('staff.close', { id: workerId, revision: 2, successorId: null })
  expect(news.at(-1)).toMatchObject({ staffId: workerId, actor: null })
})
