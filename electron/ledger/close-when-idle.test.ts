import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { afterEach, expect, test } from 'vitest'
import { aLedgerFolder } from '../../db/testing/ledger-fixture.ts'
import type { Progress } from '../../domain/contract.ts'
import { startLedgerDoor, type LedgerDoor } from './ledger-door.ts'

const handle = 'roster'
const peopleCount = 3000
const director = { name: '赵主任', password: 'luohua-tixiang-58' }
const opened: LedgerDoor[] = []
let onProgress: (progress: Progress) => void

afterEach(async () => {
  for (const door of opened.splice(0)) await door.end()
})

/** A new ledger with a roster laid ready, and what writing it answers. */
async function anImportUnderWay() {
  onProgress = () => undefined
  const door = startLedgerDoor({
    launch: () => new Worker(new URL('./ledger-worker.ts', import.meta.url)),
    onProgress: (progress) => onProgress(progress),
    onDeskNews: () => undefined,
    report: () => undefined,
    onLost: () => undefined,
  })
  opened.push(door)
  const filePath = join(aLedgerFolder(), '台账.db')
  const committee = { committeeName: '幸福里社区居民委员会', streetOfficeName: '', phone: '' }
  await door.ask('create', { filePath, committee, isSample: false, director })
  const people = Array.from({ length: peopleCount }, (_, index) => [
    `王${String.fromCodePoint(0x4e00 + index)}`,
    '男',
    `1号楼1单元${index + 101}室`,
  ])
  const rows = [['姓名', '性别', '住址'], ...people]
  await door.ask('stagePart', { handle, part: { kind: 'sheet', name: '名单', mergedAreas: [] } })
  await door.ask('stagePart', { handle, part: { kind: 'rows', rows } })
  await door.ask('stageRoster', { handle, fileName: '名单.xlsx' })
  const preview = await door.ask('channel', {
    name: 'import.preview',
    input: { handle, sheetIndexes: [0], mapping: null },
  })
  expect(preview).toMatchObject({ ok: true, value: { counts: { add: peopleCount } } })
  const isStarted = new Promise<void>((resolve) => {
    onProgress = () => resolve()
  })
  const applied = door.ask('channel', { name: 'import.apply', input: { handle } })
  await isStarted
  return { door, filePath, applied }
}

async function residentCountIn(door: LedgerDoor, filePath: string): Promise<unknown> {
  const reply = await door.ask('signIn', { filePath, staffId: 1, password: director.password })
  return reply.ok ? reply.value : reply.failure
}

test('a desk that is paused lets an import finish first, and is taken up again', async () => {
  const { door, filePath, applied } = await anImportUnderWay()
  const paused = door.ask('pause', {})
  expect((await applied).ok).toBe(true)
  expect((await paused).ok).toBe(true)
  expect(await door.ask('resume', { filePath })).toMatchObject({
    ok: true,
    value: { residentCount: peopleCount },
  })
})

test('a ledger closed at once cuts the import off and keeps nothing of it', async () => {
  const { door, filePath, applied } = await anImportUnderWay()
  expect((await door.ask('close', {})).ok).toBe(true)
  expect((await applied).ok).toBe(false)
  expect(await residentCountIn(door, filePath)).toMatchObject({ residentCount: 0 })
})
