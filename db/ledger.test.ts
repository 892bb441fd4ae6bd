import Database from 'better-sqlite3'
import { copyFileSync, existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { FailureError } from '../domain/failure.ts'
import { fixedClock } from '../domain/testing/builders.ts'
import { giveKey } from './key/ledger-key.ts'
import { ledgerApplicationId, pragmaMismatches } from './ledger-connection.ts'
import { refuseHeldLedger } from './ledger-file.ts'
import { closeLedger, openLedger } from './ledger.ts'
import { migrations } from './migration-list.ts'
import { aLedgerFolder, makeTestLedger, openTestLedger } from './testing/ledger-fixture.ts'
import { testKey } from './testing/test-key.ts'

const clock = fixedClock()

/** The path of a complete ledger that nobody has open. */
function aClosedLedger(): string {
  const ledger = openTestLedger()
  closeLedger(ledger)
  return ledger.filePath
}

function failureCodeOf(work: () => unknown): string {
  try {
    work()
  } catch (error) {
    return error instanceof FailureError ? error.failure.code : String(error)
  }
  return 'none'
}

function refusalOf(filePath: string): string {
  return failureCodeOf(() => closeLedger(openLedger({ filePath, key: testKey, clock })))
}

function changeBytes(filePath: string, change: (bytes: Buffer) => void): void {
  const bytes = readFileSync(filePath)
  change(bytes)
  writeFileSync(filePath, bytes)
}

function keyed(filePath: string): Database.Database {
  const raw = new Database(filePath)
  giveKey(raw, testKey)
  return raw
}

/** Changes the file as another version of this program would. */
function changeThroughSqlite(filePath: string, statement: string): void {
  const raw = keyed(filePath)
  raw.exec(statement)
  raw.close()
}

/** Leaves what a power cut leaves: committed pages that still wait in the WAL. */
function leaveWal(filePath: string, statement: string): void {
  const raw = keyed(filePath)
  raw.pragma('journal_mode = WAL')
  raw.exec(statement)
  const copy = `${filePath}.copy`
  copyFileSync(filePath, copy)
  copyFileSync(`${filePath}-wal`, `${copy}-wal`)
  raw.close()
  copyFileSync(copy, filePath)
  copyFileSync(`${copy}-wal`, `${filePath}-wal`)
}

describe('a ledger that is open', () => {
  it('has every setting it was asked for', () => {
    const { raw } = openTestLedger()
    expect(pragmaMismatches(raw)).toEqual([])
    expect(raw.pragma('journal_mode', { simple: true })).toBe('wal')
    expect(raw.pragma('synchronous', { simple: true })).toBe(2)
    expect(raw.pragma('foreign_keys', { simple: true })).toBe(1)
    expect(raw.pragma('locking_mode', { simple: true })).toBe('exclusive')
    expect(raw.pragma('trusted_schema', { simple: true })).toBe(0)
    expect(raw.pragma('secure_delete', { simple: true })).toBe(1)
    expect(raw.pragma('application_id', { simple: true })).toBe(ledgerApplicationId)
    expect(raw.pragma('user_version', { simple: true })).toBe(migrations.length)
  })

  it('keeps others out', () => {
    const { filePath } = openTestLedger()
    expect(readdirSync(dirname(filePath)).sort()).toEqual(['台账.ledger', '台账.ledger-wal'])
    expect(refusalOf(filePath)).toBe('ledgerLocked')
  })

  it('leaves one file behind when it is closed, and opens again with the same content', async () => {
    const filePath = aClosedLedger()
    expect(readdirSync(dirname(filePath))).toEqual(['台账.ledger'])
    const ledger = openLedger({ filePath, key: testKey, clock })
    expect(await ledger.db.selectFrom('committee').select('committeeName').execute()).toEqual([
      { committeeName: '幸福里社区居民委员会' },
    ])
    closeLedger(ledger)
  })

  it('drops unfinished work when it is closed', async () => {
    const { filePath, raw } = openTestLedger()
    raw.exec(`BEGIN; UPDATE committee SET phone = '1'`)
    closeLedger({ raw })
    expect(readdirSync(dirname(filePath))).toEqual(['台账.ledger'])
    const ledger = openLedger({ filePath, key: testKey, clock })
    expect(await ledger.db.selectFrom('committee').select('phone').execute()).not.toEqual([{ phone: '1' }])
    closeLedger(ledger)
  })

  it('starts with the visit rules that offices ask for', async () => {
    const { db } = openTestLedger()
    const rules = await db
      .selectFrom('visitRule')
      .select(['name', 'triggerKind', 'triggerDetail'])
      .orderBy('position')
      .execute()
    expect(rules.map(({ name, triggerKind, triggerDetail }) => [name, triggerKind, triggerDetail])).toEqual([
      ['70周岁及以上', 'festival', '{"festivals":["newYearsDay","springFestival"]}'],
      ['残疾人', 'festival', '{"festivals":["newYearsDay","springFestival"]}'],
      ['孤寡老人', 'festival', '{"festivals":["newYearsDay","springFestival"]}'],
      ['居住情况为孤寡', 'festival', '{"festivals":["newYearsDay","springFestival"]}'],
      ['独居', 'festival', '{"festivals":["newYearsDay","springFestival"]}'],
      ['丧偶老人', 'festival', '{"festivals":["newYearsDay","springFestival"]}'],
      ['家中大事', 'familyEvent', '{}'],
      ['大病住院', 'hospitalStay', '{}'],
      ['90周岁及以上生日', 'birthday', '{"calendar":"own","minimumAge":90}'],
      ['腊月廿九送饺子', 'festival', '{"festivals":["layueNian"]}'],
      ['元宵节看孤寡独居老人', 'festival', '{"festivals":["lanternFestival"]}'],
      ['端午节看孤寡独居老人', 'festival', '{"festivals":["dragonBoat"]}'],
      ['中秋节看孤寡独居老人', 'festival', '{"festivals":["midAutumn"]}'],
      ['重阳节看80周岁及以上老人', 'festival', '{"festivals":["doubleNinth"]}'],
    ])
  })
})

describe('making a ledger', () => {
  it('never replaces a file', () => {
    const filePath = join(aLedgerFolder(), 'a.ledger')
    writeFileSync(filePath, 'mine')
    expect(failureCodeOf(() => makeTestLedger(filePath))).toBe('ledgerExists')
    expect(readFileSync(filePath, 'utf8')).toBe('mine')
  })

  it('says so when the folder can take no file', () => {
    const file = join(aLedgerFolder(), 'file')
    writeFileSync(file, '')
    const filePath = join(file, 'a.ledger')
    expect(failureCodeOf(() => makeTestLedger(filePath))).toBe('folderUnusable')
  })

  it('leaves nothing half made', () => {
    const folder = aLedgerFolder()
    const ledger = makeTestLedger(join(folder, 'a.ledger'))
    expect(readdirSync(folder).filter((name) => name.endsWith('.new'))).toEqual([])
    closeLedger(ledger)
  })
})

describe('a file that is refused', () => {
  it('is not made when it is missing', () => {
    const filePath = join(aLedgerFolder(), 'missing.ledger')
    expect(refusalOf(filePath)).toBe('ledgerMissing')
    expect(existsSync(filePath)).toBe(false)
  })

  const refused: readonly (readonly [string, string, (filePath: string) => void])[] = [
    ['an empty file', 'ledgerDamaged', (path) => writeFileSync(path, '')],
    ['zeros after a power cut', 'ledgerDamaged', (path) => changeBytes(path, (bytes) => bytes.fill(0))],
    [
      'a file cut to half a header',
      'ledgerDamaged',
      (path) => writeFileSync(path, readFileSync(path).subarray(0, 60)),
    ],
    ['plain text', 'ledgerForeign', (path) => writeFileSync(path, '姓名,身份证号\n')],
    [
      'a database of another program',
      'ledgerForeign',
      (path) => changeThroughSqlite(path, `PRAGMA application_id = ${ledgerApplicationId + 1}`),
    ],
    [
      'a ledger of a newer version',
      'ledgerNewer',
      (path) => changeThroughSqlite(path, `PRAGMA user_version = ${migrations.length + 1}`),
    ],
    [
      'a ledger with broken pages',
      'ledgerDamaged',
      (path) => changeBytes(path, (bytes) => bytes.fill(0xff, 4096 * 2, 4096 * 6)),
    ],
    [
      'a ledger that lost its end',
      'ledgerDamaged',
      (path) => writeFileSync(path, readFileSync(path).subarray(0, 4096 * 5)),
    ],
  ]

  it.each(refused)('keeps every byte: %s', (_name, code, spoil) => {
    const filePath = aClosedLedger()
    spoil(filePath)
    const before = readFileSync(filePath)
    expect(refusalOf(filePath)).toBe(code)
    expect(readFileSync(filePath).equals(before)).toBe(true)
  })

  it('keeps every byte when the newer version still waits in the WAL', () => {
    const filePath = aClosedLedger()
    leaveWal(filePath, `PRAGMA user_version = ${migrations.length + 1}`)
    const before = [readFileSync(filePath), readFileSync(`${filePath}-wal`)]
    expect(refusalOf(filePath)).toBe('ledgerNewer')
    expect([readFileSync(filePath), readFileSync(`${filePath}-wal`)]).toEqual(before)
  })

  it('keeps every byte when it is damaged and a WAL waits', () => {
    const filePath = aClosedLedger()
    leaveWal(filePath, `UPDATE committee SET phone = '1'`)
    changeBytes(filePath, (bytes) => bytes.fill(0xff, 4096 * 8, 4096 * 12))
    const before = [readFileSync(filePath), readFileSync(`${filePath}-wal`)]
    expect(refusalOf(filePath)).toBe('ledgerDamaged')
    expect([readFileSync(filePath), readFileSync(`${filePath}-wal`)]).toEqual(before)
  })
})

it('leaves nothing beside a file that is looked at without its key', () => {
  const filePath = aClosedLedger()
  leaveWal(filePath, `UPDATE committee SET phone = '1'`)
  const before = readdirSync(dirname(filePath))
  refuseHeldLedger(filePath)
  expect(readdirSync(dirname(filePath))).toEqual(before)
})

it('takes over what a crash left in the WAL', async () => {
  const filePath = aClosedLedger()
  leaveWal(filePath, `UPDATE committee SET phone = '029-1'`)
  const ledger = openLedger({ filePath, key: testKey, clock })
  expect(await ledger.db.selectFrom('committee').select('phone').execute()).toEqual([{ phone: '029-1' }])
  closeLedger(ledger)
  expect(readdirSync(dirname(filePath)).filter((name) => !name.includes('.copy'))).toEqual(['台账.ledger'])
})
