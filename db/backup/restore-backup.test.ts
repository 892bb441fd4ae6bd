import Database from 'better-sqlite3'
import { execFile } from 'node:child_process'
import { createHash, createHmac, hkdfSync } from 'node:crypto'
import { chmodSync, existsSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { FailureError } from '../../domain/failure.ts'
import { backupPreviewSchema, backupSecretSchema, type BackupSecret } from '../../domain/backup.ts'
import { checkChain, type AuditRow } from '../audit/audit-chain.ts'
import { keyFileOf, nextKeyFileOf, readKeySlots, readKeySlotsOfClosed } from '../key/key-file.ts'
import { giveKey, newLedgerKey, type LedgerKey } from '../key/ledger-key.ts'
import { closeLedger, type Ledger } from '../ledger.ts'
import { writeSmallState } from '../small-state-file.ts'
import { addStaff, setPassword } from '../staff/staff.service.ts'
import { addPerson, anOffice, officeDirector, type TestOffice } from '../testing/backup-fixture.ts'
import { openedPages, sealedPages } from '../testing/cipher-pages.ts'
import { aLedgerFolder } from '../testing/ledger-fixture.ts'
import { signIn } from '../unlocking/sign-in.ts'
import { undoableRestore } from './backup.queries.ts'
import { packBackup, readBackupHead, unpackBackup } from './backup-file.ts'
import { databaseFacts } from './database-facts.ts'
import { encodeHead, headLengthIn, type BackupHeader } from './backup-header.ts'
import { makeBackup } from './make-backup.ts'
import { restoreBackup } from './restore-backup.ts'
import { checkStaged, keyOfStaged, previewOf, stageBackup, staffOfStaged } from './stage-backup.ts'

const directorsPassword: BackupSecret = { kind: 'password', staffId: 1, password: officeDirector.password }

interface Turns {
  readonly source: string
  readonly office: Pick<TestOffice, 'clock'> & { readonly filePath: string }
  readonly secret?: BackupSecret
  readonly present?: TestOffice
}

/** All the steps from the file to the ledger, as the program takes them. */
async function restore({ source, office, secret = null, present }: Turns) {
  const workFile = join(aLedgerFolder(), 'work', 'staged.db')
  const staged = await stageBackup({ source, ledgerFile: office.filePath, workFile })
  const { clock } = office
  expect(staffOfStaged(staged)).toContainEqual({ staffId: 1, name: officeDirector.name })
  const key = await keyOfStaged(staged, secret, { presentKey: present?.key ?? null, clock })
  const database = await checkStaged(staged, key)
  const preview = previewOf(staged, database)
  backupPreviewSchema.omit({ present: true, isFromOtherOffice: true }).parse(preview)
  backupSecretSchema.parse(secret)
  const keptAs = await restoreBackup({
    staged,
    database,
    key,
    clock,
    actor: present?.ledger.actor ?? null,
    action: 'backupRestored',
    present: present === undefined ? null : { ledger: present.ledger, key: present.key },
  })
  expect(existsSync(workFile)).toBe(false)
  return { keptAs, preview, key }
}

async function codeOf(work: Promise<unknown>): Promise<unknown> {
  try {
    await work
    return null
  } catch (error) {
    return error instanceof FailureError ? error.failure.code : error
  }
}

function residentCount(ledger: Ledger): unknown {
  return ledger.raw.prepare('SELECT count(*) FROM resident').pluck().get()
}

async function addOneMore({ filePath, clock }: TestOffice): Promise<void> {
  const { ledger } = await signIn({ filePath, clock }, { staffId: 1, password: officeDirector.password })
  await addPerson(ledger)
  closeLedger(ledger)
}

async function reopened(
  { filePath, clock }: Pick<TestOffice, 'filePath' | 'clock'>,
  password: string = officeDirector.password,
) {
  const { ledger } = await signIn({ filePath, clock }, { staffId: 1, password })
  const chain = ledger.raw.prepare<[], AuditRow>('SELECT * FROM auditEntry ORDER BY seq').all()
  expect(checkChain(chain).brokenSeq).toBeNull()
  const facts = {
    count: residentCount(ledger),
    actions: chain.map(({ action }) => action),
    undo: await undoableRestore(ledger),
  }
  closeLedger(ledger)
  return facts
}

describe('restoring over an open ledger', () => {
  it('brings the day of the backup back, keeps the present ledger, and can be taken back', async () => {
    const office = await anOffice()
    const { filePath: source } = await makeBackup(office.ledger, { key: office.key, reason: 'byHand' })
    await addPerson(office.ledger)
    await setPassword(office, 1, 'zhegu-tian-2026')
    const { keptAs, preview } = await restore({ source, office, present: office })
    expect(preview).toMatchObject({ residentCount: 3, madeBy: '赵主任', withoutPassword: [] })
    expect(preview.lastChange).toMatchObject({ action: 'added', staffName: '赵主任' })
    expect(keptAs).toMatch(/^恢复前-2026-11-25-\d{6}\.llbak$/)
    // The password of today goes on working, the one of the backup's day does not come back.
    expect(await codeOf(signIn(office, { staffId: 1, password: officeDirector.password }))).toBe(
      'passwordWrong',
    )
    const after = await reopened(office, 'zhegu-tian-2026')
    expect(after.count).toBe(3)
    expect(after.actions).toContain('backupRestored')
    expect(after.undo?.keptFile).toContain(keptAs)

    const again = await restore({
      source: after.undo?.keptFile ?? '',
      office,
      secret: { kind: 'password', staffId: 1, password: 'zhegu-tian-2026' },
    })
    expect(again.preview.residentCount).toBe(4)
    expect(readdirSync(dirname(office.filePath)).filter((name) => /restoring|next/.test(name))).toEqual([])
    expect((await reopened(office, 'zhegu-tian-2026')).count).toBe(4)
  })

  it('says who will have no password, and drops the passwords of those who are not in it', async () => {
    const office = await anOffice()
    const worker = { role: 'worker', workFields: [], isInSealedCircle: false } as const
    const early = await addStaff(office, { ...worker, workFields: [], name: '王芳' }, 'hetang-yuese-72')
    const { filePath: source } = await makeBackup(office.ledger, { key: office.key, reason: 'byHand' })
    office.ledger.raw
      .prepare('UPDATE staff SET closedAt = ? WHERE id = ?')
      .run('2026-11-25T01:00:00.000Z', early.id)
    const { slots } = await readKeySlots(office.filePath)
    await writeSmallState(keyFileOf(office.filePath), {
      ...slots,
      staff: slots.staff.filter(({ staffId }) => staffId === 1),
    })
    const late = await addStaff(office, { ...worker, workFields: [], name: '李军' }, 'hetang-yuese-73')
    const { preview } = await restore({ source, office, present: office })
    expect(preview.withoutPassword).toEqual(['王芳'])
    expect((await readKeySlots(office.filePath)).slots.staff.map(({ staffId }) => staffId)).not.toContain(
      late.id,
    )
    expect((await reopened(office)).count).toBe(3)
  })

  it('takes the key of another office with its ledger', async () => {
    const office = await anOffice(2)
    const other = await anOffice(5)
    const { filePath: source } = await makeBackup(other.ledger, { key: other.key, reason: 'byHand' })
    const staged = { source, office, present: office }
    expect(await codeOf(restore(staged))).toBe('backupLocked')
    const { key } = await restore({
      ...staged,
      secret: { kind: 'recoveryCode', recoveryCode: other.recoveryCode },
    })
    expect(key.equals(other.key)).toBe(true)
    expect((await readKeySlotsOfClosed(office.filePath)).slots).toEqual(
      (await readKeySlots(other.filePath)).slots,
    )
    expect((await reopened(office)).count).toBe(5)
  })
})

describe('restoring where no ledger can be opened', () => {
  it('works on an empty PC with the printed code alone', async () => {
    const office = await anOffice()
    const { filePath: source } = await makeBackup(office.ledger, { key: office.key, reason: 'byHand' })
    const elsewhere = { filePath: join(aLedgerFolder(), 'ledger', 'linli-ledger.db'), clock: office.clock }
    await restore({
      source,
      office: elsewhere,
      secret: { kind: 'recoveryCode', recoveryCode: office.recoveryCode },
    })
    expect(readdirSync(dirname(elsewhere.filePath)).sort()).toEqual([
      'linli-ledger.db',
      'linli-ledger.db.keys',
      'linli-ledger.db.keys.prev',
    ])
    expect((await reopened(elsewhere)).count).toBe(3)
  })

  it.each(['', '-wal'])('sets a damaged ledger%s aside, byte for byte, with its keys', async (suffix) => {
    const office = await anOffice()
    const { filePath: source } = await makeBackup(office.ledger, { key: office.key, reason: 'byHand' })
    closeLedger(office.ledger)
    const damaged = Buffer.alloc(90_000, 0x5a)
    writeFileSync(office.filePath, damaged)
    if (suffix !== '') writeFileSync(office.filePath + suffix, 'a stale wal')
    await restore({ source, office, secret: directorsPassword })
    const names = readdirSync(dirname(office.filePath))
    const kept = names.find((name) => /\.damaged-2026-11-25-\d{6}$/.test(name)) ?? ''
    expect(readFileSync(join(dirname(office.filePath), kept)).equals(damaged)).toBe(true)
    expect(names).toContain(`${kept}.keys`)
    expect(names.includes(`${kept}-wal`)).toBe(suffix !== '')
    expect(names).not.toContain('linli-ledger.db-wal')
    expect((await reopened(office)).count).toBe(3)
  })

  it('opens with a password of today, and makes whoever guesses wait as the sign-in page does', async () => {
    const office = await anOffice()
    const { filePath: source } = await makeBackup(office.ledger, { key: office.key, reason: 'byHand' })
    await setPassword(office, 1, 'zhegu-tian-2026')
    closeLedger(office.ledger)
    rmSync(office.filePath)
    const tryWith = (password: string) =>
      codeOf(restore({ source, office, secret: { kind: 'password', staffId: 1, password } }))
    for (let count = 0; count < 5; count += 1)
      expect(await tryWith(`wrong-${String(count)}`)).toBe('passwordWrong')
    expect(await tryWith('zhegu-tian-2026')).toBe('tooManyTries')
    office.clock.moveTo('2026-11-26')
    expect(await tryWith('zhegu-tian-2026')).toBeNull()
  })

  it('reads a backup that lies on a medium that can not be written', async () => {
    const office = await anOffice()
    const { filePath } = await makeBackup(office.ledger, { key: office.key, reason: 'byHand' })
    const medium = aLedgerFolder()
    const source = join(medium, 'copy.llbak')
    writeFileSync(source, readFileSync(filePath), { mode: 0o400 })
    chmodSync(medium, 0o500)
    const elsewhere = { filePath: join(aLedgerFolder(), 'linli-ledger.db'), clock: office.clock }
    await restore({ source, office: elsewhere, secret: directorsPassword })
    expect(readdirSync(medium)).toEqual(['copy.llbak'])
    chmodSync(medium, 0o700)
  })
})

describe('a restore that is cut off', () => {
  it('between the ledger and its keys is completed by the next look at it', async () => {
    const office = await anOffice(2)
    const other = await anOffice(5)
    for (const { ledger } of [office, other]) closeLedger(ledger)
    await writeSmallState(nextKeyFileOf(office.filePath), (await readKeySlots(other.filePath)).slots)
    // Before the ledger has its name, the keys of the old one are right.
    expect((await reopened(office)).count).toBe(2)
    renameSync(other.filePath, office.filePath)
    expect((await reopened({ ...office, clock: other.clock })).count).toBe(5)
    expect((await readKeySlots(office.filePath)).slots).toEqual((await readKeySlots(other.filePath)).slots)
  })

  it('by a full kill at any moment leaves the old ledger or the restored one, both complete', async () => {
    const office = await anOffice(2)
    const { filePath: source } = await makeBackup(office.ledger, { key: office.key, reason: 'byHand' })
    await addPerson(office.ledger)
    closeLedger(office.ledger)
    const outcomes: unknown[] = []
    const restorer = join(import.meta.dirname, '../testing/backup-restorer.ts')
    for (let afterMs = 0; afterMs < 1200; afterMs += 150) {
      await new Promise<void>((resolve) => {
        const child = execFile(
          process.execPath,
          [restorer, source, office.filePath, office.key.toString('hex')],
          () => resolve(),
        )
        child.stdout?.once('data', () => setTimeout(() => child.kill('SIGKILL'), afterMs))
      })
      const { count } = await reopened(office)
      outcomes.push(count)
      expect([2, 3]).toContain(count)
      if (count === 2) await addOneMore(office)
    }
    expect(new Set(outcomes).size).toBe(2)
  })
})

describe('a file that is refused', () => {
  async function aBackup() {
    const office = await anOffice()
    const { filePath } = await makeBackup(office.ledger, { key: office.key, reason: 'byHand' })
    const elsewhere = { filePath: join(aLedgerFolder(), 'linli-ledger.db'), clock: office.clock }
    const source = join(aLedgerFolder(), 'copy.llbak')
    const refusalOf = async (bytes: Buffer, secret: BackupSecret = directorsPassword) => {
      writeFileSync(source, bytes)
      const code = await codeOf(restore({ source, office: elsewhere, secret }))
      expect(readdirSync(dirname(elsewhere.filePath))).toEqual([])
      return code
    }
    return { office, bytes: readFileSync(filePath), header: readBackupHead(filePath).header, refusalOf }
  }

  it('is cut short or longer anywhere', async () => {
    const { bytes, refusalOf } = await aBackup()
    for (let part = 0; part < 60; part += 1) {
      const code = await refusalOf(bytes.subarray(0, Math.floor((bytes.length * part) / 60)))
      expect(['backupDamaged', 'backupForeign']).toContain(code)
    }
    expect(await refusalOf(bytes.subarray(0, -1))).toBe('backupDamaged')
    expect(await refusalOf(Buffer.concat([bytes, Buffer.alloc(1)]))).toBe('backupDamaged')
  })

  it('has one bit changed anywhere', async () => {
    const { bytes, refusalOf } = await aBackup()
    const places = [...Array(160).keys()].map((index) => Math.floor((bytes.length * index) / 160))
    for (const at of [...Array(16).keys(), ...places]) {
      const spoilt = Buffer.from(bytes)
      spoilt[at] = (spoilt[at] ?? 0) ^ (1 << (at % 8))
      expect(['backupDamaged', 'backupForeign', 'backupNewer', 'backupAltered']).toContain(
        await refusalOf(spoilt),
      )
    }
  })

  it('is something else', async () => {
    const { refusalOf } = await aBackup()
    for (const other of [
      Buffer.alloc(0),
      Buffer.from('text'),
      Buffer.alloc(70_000),
      Buffer.from('SQLite format 3\0'.repeat(9000)),
    ])
      expect(await refusalOf(other)).toBe('backupForeign')
  })

  it('was written by a newer program', async () => {
    const { office, bytes, header, refusalOf } = await aBackup()
    const format = Buffer.from(bytes)
    format.writeUInt32BE(2, 8)
    expect(await refusalOf(format)).toBe('backupNewer')
    const facts = { ...header.facts, schemaVersion: 900 }
    expect(await refusalOf(repacked(bytes, { ...header, facts }, office.key))).toBe('backupNewer')
  })

  it('has a header without bounds or with too costly a password check', async () => {
    const { office, bytes, header, refusalOf } = await aBackup()
    const long = Buffer.from(bytes)
    long.writeUInt32BE(0x7fffffff, 12)
    expect(await refusalOf(long)).toBe('backupDamaged')
    expect(() => headLengthIn(long.subarray(0, 16))).toThrow('backupDamaged')
    const [slot] = header.keySlots?.staff ?? []
    if (header.keySlots === null || slot === undefined) throw new Error('no slots')
    const text = JSON.stringify(header).replaceAll('"cost":131072', '"cost":1073741824')
    expect(await refusalOf(withText(bytes, text, office.key))).toBe('backupDamaged')
    expect(await refusalOf(withText(bytes, JSON.stringify(header).replace('{', '{ '), office.key))).toBe(
      'backupDamaged',
    )
  })

  it('is opened by a wrong password, a wrong code or a strange key', async () => {
    const { office, bytes, refusalOf } = await aBackup()
    expect(await refusalOf(bytes, { kind: 'password', staffId: 1, password: 'wrong-password' })).toBe(
      'passwordWrong',
    )
    expect(await refusalOf(bytes, { kind: 'password', staffId: 7, password: officeDirector.password })).toBe(
      'passwordWrong',
    )
    const other = await anOffice(0)
    expect(await refusalOf(bytes, { kind: 'recoveryCode', recoveryCode: other.recoveryCode })).toBe(
      'recoveryCodeWrong',
    )
    const mistyped = office.recoveryCode.replace(/.$/, (last) => (last === 'A' ? 'B' : 'A'))
    expect(await refusalOf(bytes, { kind: 'recoveryCode', recoveryCode: mistyped })).toBe(
      'recoveryCodeMistyped',
    )
    expect(await refusalOf(bytes, null)).toBe('backupLocked')
  })

  it('was put together by somebody without the key', async () => {
    const { bytes, header, refusalOf } = await aBackup()
    const forged = repacked(bytes, { ...header, madeAt: '2026-01-01T00:00:00.000Z' }, newLedgerKey())
    expect(await refusalOf(forged)).toBe('backupAltered')
  })

  it.each([
    [
      'a foreign trigger',
      'CREATE TRIGGER mine AFTER INSERT ON visitTask BEGIN DELETE FROM resident; END',
      'backupAltered',
    ],
    ['a foreign view', 'CREATE VIEW mine AS SELECT 1', 'backupAltered'],
    ['a foreign table', 'CREATE TABLE mine (x)', 'backupAltered'],
    ['another application id', 'PRAGMA application_id = 1', 'backupAltered'],
    ['fewer rows than it says', 'DELETE FROM residentPhone', 'backupAltered'],
    [
      'a broken chain',
      `DROP TRIGGER auditEntryUnchanged; UPDATE auditEntry SET reason = 'x' WHERE seq = 2`,
      'backupAltered',
    ],
    ['a newer schema', 'PRAGMA user_version = 900', 'backupNewer'],
    ['a damaged page', null, 'backupDamaged'],
  ])('holds %s, though whoever made it had the key', async (_what, statement, code) => {
    const { office, bytes, header, refusalOf } = await aBackup()
    const folder = aLedgerFolder()
    const database = join(folder, 'database.db')
    const packed = join(folder, 'packed.llbak')
    let { facts } = header
    const isToldInHeader = statement?.includes('residentPhone') === false
    writeFileSync(packed, bytes)
    unpackBackup({ source: packed, to: database })
    rmSync(packed)
    if (statement === null) {
      const spoilt = readFileSync(database)
      spoilt.fill(1, 9000, 9010)
      writeFileSync(database, spoilt)
    } else {
      const raw = new Database(database)
      giveKey(raw, office.key)
      raw.exec(statement)
      // Whoever has the key can make the header agree with what was done.
      if (isToldInHeader) facts = databaseFacts(raw)
      raw.close()
    }
    const copy = {
      ...header,
      facts,
      database: { byteCount: readFileSync(database).length, sha256: sha256Of(database) },
    }
    packBackup({ database, target: packed, header: copy, key: office.key })
    expect(await refusalOf(readFileSync(packed))).toBe(code)
  })

  it('says that only a later program may write it, though whoever made it had the key', async () => {
    const { office, bytes, header, refusalOf } = await aBackup()
    const { byteCount } = header.database
    const pages = openedPages(bytes.subarray(bytes.length - byteCount), office.key)
    const sealedAnew = (change: () => void) => {
      change()
      const database = sealedPages(pages, office.key)
      const sha256 = createHash('sha256').update(database).digest('hex')
      const head = encodeHead({ ...header, database: { byteCount, sha256 } }, office.key)
      return Buffer.concat([head, database])
    }
    // Source: SQLite's file format, 1.3.3.
    expect(await refusalOf(sealedAnew(() => pages[0]?.writeUInt8(9, 18)))).toBe('backupDamaged')
    const source = join(aLedgerFolder(), 'sealed.llbak')
    writeFileSync(
      source,
      sealedAnew(() => pages[0]?.writeUInt8(2, 18)),
    )
    const elsewhere = { filePath: join(aLedgerFolder(), 'linli-ledger.db'), clock: office.clock }
    expect(await codeOf(restore({ source, office: elsewhere, secret: directorsPassword }))).toBeNull()
  })

  it('says of itself what a sound one does, so that the refusals above are of what was changed', async () => {
    const { office, bytes, header } = await aBackup()
    expect(repacked(bytes, header, office.key).equals(bytes)).toBe(true)
    expect(withText(bytes, JSON.stringify(header), office.key).equals(bytes)).toBe(true)
  })
})

/** The same file with a header that says something else, digest and seal included. Source: the format as README tells it. */
function withText(bytes: Buffer, text: string, key: LedgerKey): Buffer {
  const fixed = Buffer.from(bytes.subarray(0, 16))
  fixed.writeUInt32BE(Buffer.byteLength(text), 12)
  const signed = Buffer.concat([fixed, Buffer.from(text)])
  const sealKey = Buffer.from(hkdfSync('sha256', key, '', 'linli-ledger backup 1', 32))
  const digest = createHash('sha256').update(signed).digest()
  const seal = createHmac('sha256', sealKey).update(signed).digest()
  const { byteCount } = (JSON.parse(text) as BackupHeader).database
  return Buffer.concat([signed, digest, seal, bytes.subarray(bytes.length - byteCount)])
}

function sha256Of(path: string): string {
  return createHash('sha256').update(readFileSync(path)).digest('hex')
}

function repacked(bytes: Buffer, header: BackupHeader, key: LedgerKey): Buffer {
  const rest = bytes.subarray(bytes.length - header.database.byteCount)
  return Buffer.concat([encodeHead(header, key), rest])
}
