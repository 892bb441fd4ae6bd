import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { execFile } from 'node:child_process'
import { basename, join } from 'node:path'
import { promisify } from 'node:util'
import { describe, expect, it } from 'vitest'
import { FailureError } from '../../domain/failure.ts'
import { isFrozen } from '../frozen-file.ts'
import { keyFileOf } from '../key/key-file.ts'
import { keyFromPassword } from '../key/key-slots.ts'
import { closeLedger } from '../ledger.ts'
import { addPerson, anOffice, officeDirector } from '../testing/backup-fixture.ts'
import { backupFolderOf, listBackups } from './backup-folder.ts'
import { ownHands, type BackupHands } from './backup-hands.ts'
import { readBackupHead } from './backup-file.ts'
import { countIn } from './database-facts.ts'
import { isBackupDue, makeBackup } from './make-backup.ts'

async function codeOf(work: Promise<unknown>): Promise<unknown> {
  try {
    await work
    return null
  } catch (error) {
    return error instanceof FailureError ? error.failure.code : error
  }
}

/** Does something to the work between two of its steps. */
function interruptedHands(task: string, interrupt: () => void | Promise<void>): BackupHands {
  return async (name, order) => {
    const result = await ownHands(name, order)
    if (name === task) await interrupt()
    return result
  }
}

describe('a backup', () => {
  it('is one file that holds the whole ledger and its keys, and nothing else is left', async () => {
    const { ledger, filePath, key } = await anOffice()
    const made = await makeBackup(ledger, { key, reason: 'byHand' })
    expect(readdirSync(backupFolderOf(filePath))).toEqual([made.fileName])
    expect(made.fileName).toMatch(/^邻里台账备份-2026-11-25-\d{6}\.llbak$/)
    const { header } = readBackupHead(made.filePath)
    expect(countIn(header.facts, 'resident')).toBe(3)
    expect(header.facts.lastAction?.action).toBe('added')
    expect(header.keySlots?.recovery).not.toBeNull()
    if (header.keySlots === null) throw new Error('no slots')
    expect((await keyFromPassword(header.keySlots, 1, officeDirector.password)).equals(key)).toBe(true)
  })

  it('names nobody and nothing of the office but its staff', async () => {
    const { ledger, key } = await anOffice()
    const { filePath } = await makeBackup(ledger, { key, reason: 'byHand' })
    const bytes = readFileSync(filePath)
    expect(bytes.includes(Buffer.from('王秀英'))).toBe(false)
    expect(bytes.includes(Buffer.from('610103'))).toBe(false)
    expect(bytes.includes(Buffer.from('SQLite format'))).toBe(false)
  })

  it('is written down in the chain, and no reason for the next one', async () => {
    const { ledger, key } = await anOffice()
    expect(await isBackupDue(ledger)).toBe(true)
    await makeBackup(ledger, { key, reason: 'onLock' })
    const last = ledger.raw.prepare('SELECT action, detail FROM auditEntry ORDER BY seq DESC').get()
    expect(last).toMatchObject({ action: 'backedUp', detail: expect.stringContaining('onLock') as string })
    expect(await isBackupDue(ledger)).toBe(false)
    await addPerson(ledger)
    expect(await isBackupDue(ledger)).toBe(true)
  })

  it('leaves the lock on the ledger where it is', async () => {
    const { ledger, filePath, key } = await anOffice()
    await makeBackup(ledger, { key, reason: 'byHand' })
    const look = `const { DatabaseSync } = require('node:sqlite')
      const other = new DatabaseSync(process.argv[1])
      try { other.exec('BEGIN IMMEDIATE'); console.log('free') } catch (error) { console.log(error.message) }`
    const { stdout } = await promisify(execFile)(process.execPath, ['-e', look, filePath])
    expect(stdout.trim()).toMatch(/locked/)
  })

  it('holds the ledger of one moment, whatever is written meanwhile', async () => {
    const { ledger, key } = await anOffice()
    const hands = interruptedHands('copyBytes', async () => {
      expect(isFrozen(ledger.raw)).toBe(true)
      await addPerson(ledger)
    })
    const { header } = await makeBackup(ledger, { key, reason: 'byHand', hands })
    expect(countIn(header.facts, 'resident')).toBe(3)
    expect(isFrozen(ledger.raw)).toBe(false)
    expect(ledger.raw.pragma('wal_autocheckpoint', { simple: true })).toBe(1000)
    expect(ledger.raw.prepare('SELECT count(*) FROM resident').pluck().get()).toBe(4)
  })

  it('is not disturbed by so much writing that the WAL would usually be emptied', async () => {
    const { ledger, key } = await anOffice()
    const hands: BackupHands = async (name, order) => {
      if (name === 'copyBytes') {
        ledger.raw.exec(`INSERT INTO setting (key, value) SELECT 'filler', hex(zeroblob(4000000))`)
        ledger.raw.exec(`DELETE FROM setting WHERE key = 'filler'; INSERT INTO setting VALUES ('more', '1')`)
      }
      return ownHands(name, order)
    }
    const { header } = await makeBackup(ledger, { key, reason: 'byHand', hands })
    expect(countIn(header.facts, 'setting')).toBe(0)
    expect(ledger.raw.prepare('SELECT count(*) FROM setting').pluck().get()).toBe(1)
  })

  it('is not made of a ledger that was closed meanwhile', async () => {
    const { ledger, filePath, key } = await anOffice()
    const hands = interruptedHands('copyBytes', () => closeLedger(ledger))
    expect(await codeOf(makeBackup(ledger, { key, reason: 'byHand', hands }))).toBe('cancelled')
    expect(readdirSync(backupFolderOf(filePath))).toEqual([])
  })

  it('can be made of a ledger that lost its keys', async () => {
    const { ledger, filePath, key } = await anOffice()
    for (const name of [keyFileOf(filePath), `${keyFileOf(filePath)}.prev`]) writeFileSync(name, '')
    const { header } = await makeBackup(ledger, { key, reason: 'byHand' })
    expect(header.keySlots).toBeNull()
  })
})

describe('a backup that is not what the ledger is', () => {
  it.each([
    ['a byte of a page', (path: string) => flip(path, 20_000)],
    ['the first page', (path: string) => flip(path, 100)],
    ['its end', (path: string) => writeFileSync(path, readFileSync(path).subarray(0, -4096))],
  ])('is not kept when %s changed on the disk, and the older ones stay', async (_what, spoil) => {
    const { ledger, filePath, key } = await anOffice()
    const older = await makeBackup(ledger, { key, reason: 'byHand' })
    const bytes = readFileSync(older.filePath)
    await addPerson(ledger)
    const folder = backupFolderOf(filePath)
    const hands = interruptedHands('copyBytes', () => spoil(join(folder, `${basename(filePath)}.copy`)))
    expect(await codeOf(makeBackup(ledger, { key, reason: 'byHand', hands }))).toBe('backupNotVerified')
    expect(readdirSync(folder)).toEqual([older.fileName])
    expect(readFileSync(older.filePath).equals(bytes)).toBe(true)
  })

  it('is not kept when the copy changes after its check', async () => {
    const { ledger, filePath, key } = await anOffice()
    const folder = backupFolderOf(filePath)
    const hands = interruptedHands('checkDatabase', () =>
      flip(join(folder, `${basename(filePath)}.copy`), 20_000),
    )
    expect(await codeOf(makeBackup(ledger, { key, reason: 'byHand', hands }))).toBe('backupNotVerified')
    expect(readdirSync(folder)).toEqual([])
  })

  it('is not made of a ledger with a foreign trigger, a broken chain or a lost household', async () => {
    for (const statement of [
      'CREATE TRIGGER mine AFTER INSERT ON resident BEGIN DELETE FROM visitTask; END',
      `DROP TRIGGER auditEntryUnchanged; UPDATE auditEntry SET reason = 'x' WHERE seq = 2;
       CREATE TRIGGER auditEntryUnchanged BEFORE UPDATE ON auditEntry
      BEGIN SELECT RAISE(ABORT, 'audit entries stay as they are'); END`,
      'PRAGMA foreign_keys = OFF; DELETE FROM household',
    ]) {
      const { ledger, filePath, key } = await anOffice()
      ledger.raw.exec(statement)
      expect(await codeOf(makeBackup(ledger, { key, reason: 'byHand' }))).toBe('backupNotVerified')
      expect(listBackups(backupFolderOf(filePath))).toEqual([])
    }
  })

  it('never replaces a good one while the schedule runs on over a corrupt ledger', async () => {
    const { ledger, filePath, key } = await anOffice()
    const good = await makeBackup(ledger, { key, reason: 'byHand' })
    const bytes = readFileSync(good.filePath)
    ledger.raw.pragma('wal_checkpoint(TRUNCATE)')
    flip(filePath, statSync(filePath).size - 3000)
    for (let time = 0; time < 30; time += 1) {
      expect(await codeOf(makeBackup(ledger, { key, reason: 'halfHourly' }))).toBe('backupNotVerified')
    }
    expect(listBackups(backupFolderOf(filePath)).map(({ fileName }) => fileName)).toEqual([good.fileName])
    expect(readFileSync(good.filePath).equals(bytes)).toBe(true)
  })
})

describe('the folder of backups', () => {
  it('lists nothing half-written, cut short or foreign, and cleans up after a killed program', async () => {
    const { ledger, filePath, key } = await anOffice()
    const folder = backupFolderOf(filePath)
    const { fileName, filePath: whole } = await makeBackup(ledger, { key, reason: 'byHand' })
    writeFileSync(join(folder, 'x.llbak'), readFileSync(whole).subarray(0, -1))
    writeFileSync(join(folder, 'y.llbak'), 'not a backup')
    writeFileSync(join(folder, 'z.llbak.part'), readFileSync(whole))
    writeFileSync(join(folder, 'linli-ledger.db.copy-journal'), 'x')
    expect(listBackups(folder).map((one) => one.fileName)).toEqual([fileName])
    await addPerson(ledger)
    await makeBackup(ledger, { key, reason: 'byHand' })
    expect(existsSync(join(folder, 'z.llbak.part'))).toBe(false)
    expect(existsSync(join(folder, 'linli-ledger.db.copy-journal'))).toBe(false)
    expect(existsSync(join(folder, 'y.llbak'))).toBe(true)
  })

  it('keeps three of a day, and those of other ledgers', async () => {
    const { ledger, filePath, key } = await anOffice()
    const stranger = await anOffice()
    const other = await makeBackup(stranger.ledger, { key: stranger.key, reason: 'byHand' })
    const folder = backupFolderOf(filePath)
    await makeBackup(ledger, { key, reason: 'byHand' })
    writeFileSync(join(folder, `other-${other.fileName}`), readFileSync(other.filePath))
    for (let time = 0; time < 5; time += 1) await makeBackup(ledger, { key, reason: 'byHand' })
    const names = readdirSync(folder)
    expect(names).toHaveLength(4)
    expect(names).toContain(`other-${other.fileName}`)
  })
})

function flip(path: string, at: number): void {
  const bytes = readFileSync(path)
  bytes[at] = (bytes[at] ?? 0) ^ 1
  writeFileSync(path, bytes)
}
