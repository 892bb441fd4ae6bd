import { existsSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { afterEach, expect, test, vi } from 'vitest'
import { listBackups } from '../../db/backup/backup-folder.ts'
import { aLedgerFolder } from '../../db/testing/ledger-fixture.ts'
import { aResidentDraft } from '../../domain/testing/builders.ts'
import type { BackupsThere } from './door-messages.ts'
import { startLedgerDoor, type LedgerDoor } from './ledger-door.ts'

const director = { name: '赵主任', password: 'luohua-tixiang-58' }
const opened: LedgerDoor[] = []

afterEach(async () => {
  for (const door of opened.splice(0)) await door.end()
})

/** The ledger's worker as the program starts it, with an office that has somebody in its ledger. */
async function anOffice() {
  const door = startLedgerDoor({
    launch: () => new Worker(new URL('./ledger-worker.ts', import.meta.url)),
    onProgress: () => undefined,
    onDeskNews: () => undefined,
    report: () => undefined,
    onLost: () => undefined,
  })
  opened.push(door)
  const filePath = join(aLedgerFolder(), '台账.db')
  const committee = { committeeName: '幸福里社区居民委员会', streetOfficeName: '', phone: '' }
  await door.ask('create', { filePath, committee, isSample: false, director })
  await addPerson(door)
  const folder = join(dirname(filePath), 'backups')
  const reasons = () => listBackups(folder).map(({ header }) => header.reason)
  return { door, filePath, folder, reasons, signIn: { filePath, staffId: 1, password: director.password } }
}

async function addPerson(door: LedgerDoor): Promise<void> {
  const input = { id: null, revision: null, draft: aResidentDraft() }
  expect((await door.ask('channel', { name: 'resident.save', input })).ok).toBe(true)
}

test('locking makes a backup behind the cover, and again only when something has changed', async () => {
  const { door, reasons, signIn } = await anOffice()
  await door.ask('lock', {})
  await vi.waitFor(() => expect(reasons()).toEqual(['onLock']), { timeout: 10_000 })
  // The desk is back before and after the backup, whatever it does.
  expect((await door.ask('signIn', signIn)).ok).toBe(true)
  await door.ask('lock', {})
  await door.ask('signIn', signIn)
  await addPerson(door)
  expect(await door.ask('close', { isPatient: true, backUp: 'onLock' })).toMatchObject({ ok: true })
  expect(reasons()).toEqual(['onLock', 'onLock'])
})

test('closing makes the last backup before the ledger is let go, and leaves nothing half-written', async () => {
  const { door, reasons, folder, signIn } = await anOffice()
  await door.ask('close', { backUp: 'onClose' })
  expect(reasons()).toEqual(['onClose'])
  expect(readdirSync(folder)).toHaveLength(1)
  await door.ask('signIn', signIn)
  await door.ask('close', { backUp: 'onClose' })
  expect(reasons()).toEqual(['onClose'])
})

test('an import is not begun without a backup of what it changes', async () => {
  const { door, reasons } = await anOffice()
  await door.ask('channel', { name: 'import.apply', input: { handle: 'none' } })
  expect(reasons()).toEqual(['beforeImport'])
})

test('a backup that fails is told until one succeeds', async () => {
  const { door, filePath, folder } = await anOffice()
  const there = async () => {
    const reply = await door.ask('backups', {})
    if (!reply.ok) throw new Error(reply.failure.code)
    return reply.value as BackupsThere
  }
  // A file where the folder should be takes no backups.
  writeFileSync(folder, '')
  await door.ask('lock', {})
  await door.ask('signIn', { filePath, staffId: 1, password: director.password })
  await vi.waitFor(async () => expect((await there()).trouble?.failure.code).toBe('backupFolderBlocked'), {
    timeout: 10_000,
  })
  rmSync(folder)
  expect((await door.ask('backUp', {})).ok).toBe(true)
  expect(await there()).toMatchObject({ trouble: null, reminder: 'never', lastUsbOn: null })
})

test('a backup is chosen, opened and put in the place of the open ledger, and that is taken back', async () => {
  const { door, filePath, signIn } = await anOffice()
  const made = await door.ask('backUp', {})
  if (!made.ok) throw new Error(made.failure.code)
  const { filePath: source } = made.value as { filePath: string }
  await addPerson(door)
  const workFile = join(aLedgerFolder(), 'backup.db')
  const restore = async (from: string, isUndo: boolean) => {
    const chosen = await door.ask('chooseBackup', { source: from, ledgerFile: filePath, workFile })
    if (!chosen.ok) throw new Error(chosen.failure.code)
    const { handle, needsPassword } = chosen.value as { handle: string; needsPassword: boolean }
    expect(needsPassword).toBe(false)
    const preview = await door.ask('openBackup', { handle, secret: null })
    const restored = await door.ask('restoreBackup', { handle, isUndo })
    expect(restored).toEqual({ ok: true, value: {} })
    expect(existsSync(workFile)).toBe(false)
    await door.ask('close', {})
    return { preview, facts: await door.ask('signIn', signIn) }
  }
  const once = await restore(source, false)
  expect(once.preview).toMatchObject({ value: { residentCount: 1, present: { residentCount: 2 } } })
  expect(once.facts).toMatchObject({ ok: true, value: { residentCount: 1 } })
  const there = (await door.ask('backups', {})) as { value: BackupsThere }
  const undone = await restore(there.value.undo?.filePath ?? '', true)
  expect(undone.facts).toMatchObject({ ok: true, value: { residentCount: 2 } })
  expect(await door.ask('backups', {})).toMatchObject({ value: { undo: null } })
  expect(await door.ask('openBackup', { handle: 'none', secret: null })).toMatchObject({
    failure: { code: 'handleExpired' },
  })
})
