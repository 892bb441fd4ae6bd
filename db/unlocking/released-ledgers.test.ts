import Database from 'better-sqlite3'
import { copyFileSync, existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { FailureError } from '../../domain/failure.ts'
import { fixedClock } from '../../domain/testing/builders.ts'
import { countOperations } from '../count/count.operations.ts'
import { checkChain, type AuditRow } from '../audit/audit-chain.ts'
import { keyFileOf } from '../key/key-file.ts'
import { closeLedger, type Ledger } from '../ledger.ts'
import { savedFilterOperations } from '../saved-filter/saved-filter.operations.ts'
import { viewSealedMatters } from '../sealed-matter/sealed-matter.service.ts'
import { aLedgerFolder } from '../testing/ledger-fixture.ts'
import { convertLedger } from './convert-ledger.ts'
import { signIn, signInWithRecoveryCode } from './sign-in.ts'

/*
 * Ledgers as each release left them, made by its own program and never changed: whatever comes later opens them.
 */

const clock = fixedClock()
const director = { name: '赵主任', password: 'luohua-tixiang-58' }

function releasedFile(name: string): string {
  return join(import.meta.dirname, '../testing/released', name)
}

/** A released ledger with its keys, where it may be worked on. */
function aCopyOf(name: string): string {
  const filePath = join(aLedgerFolder(), 'linli-ledger.db')
  copyFileSync(releasedFile(name), filePath)
  if (existsSync(keyFileOf(releasedFile(name))))
    copyFileSync(keyFileOf(releasedFile(name)), keyFileOf(filePath))
  return filePath
}

async function failureOf(work: Promise<unknown>) {
  try {
    await work
  } catch (error) {
    return error instanceof FailureError ? error.failure : error
  }
  return null
}

function chainOf(ledger: Ledger): AuditRow[] {
  return ledger.raw.prepare<[], AuditRow>('SELECT * FROM auditEntry ORDER BY seq').all()
}

describe('a ledger of the first release', () => {
  const released = releasedFile('0.1.0.db')

  it('is encrypted with everything in it, and its plain file is gone', async () => {
    const filePath = join(aLedgerFolder(), 'linli-ledger.db')
    copyFileSync(released, filePath)
    const names = (raw: Database.Database) =>
      raw.prepare('SELECT name, idNumber FROM resident ORDER BY id').raw().all()
    // SQLite puts files beside what it opens, and the frozen one is to stay alone.
    const plain = new Database(aCopyOf('0.1.0.db'), { readonly: true })
    const before = names(plain)
    plain.close()
    expect(before.length).toBeGreaterThan(100)
    expect(await failureOf(signIn({ filePath, clock }, { staffId: 1, password: 'x' }))).toEqual({
      code: 'ledgerUnprotected',
    })
    const converted = await convertLedger({ filePath, clock, director })
    expect(names(converted.ledger.raw)).toEqual(before)
    expect(chainOf(converted.ledger).map(({ action }) => action)).toEqual(['ledgerConverted', 'added'])
    closeLedger(converted.ledger)
    const left = readdirSync(dirname(filePath)).filter((name) => !name.includes('.keys'))
    expect(left).toEqual(['linli-ledger.db'])
    expect(readFileSync(filePath).includes('SQLite format')).toBe(false)
    const opened = await signIn({ filePath, clock }, { staffId: 1, password: director.password })
    closeLedger(opened.ledger)
  })

  it('stays byte for byte what it was when the password is refused', async () => {
    const filePath = join(aLedgerFolder(), 'linli-ledger.db')
    copyFileSync(released, filePath)
    const weak = convertLedger({ filePath, clock, director: { name: '赵主任', password: '1234567890' } })
    expect(await failureOf(weak)).toMatchObject({ code: 'passwordWeak' })
    expect(readFileSync(filePath).equals(readFileSync(released))).toBe(true)
    expect(existsSync(keyFileOf(filePath))).toBe(false)
  })
})

describe('a ledger of 0.2.0', () => {
  const place = () => ({ filePath: aCopyOf('0.2.0.db'), clock })
  const countIn = ({ raw }: Ledger, table: string) =>
    raw.prepare(`SELECT count(*) FROM ${table}`).pluck().get()

  it('opens with the password of its director and has everything it had', async () => {
    const { ledger, actor } = await signIn(place(), { staffId: 1, password: director.password })
    expect(actor).toMatchObject({ name: '赵主任', role: 'director' })
    expect(countIn(ledger, 'resident')).toBe(166)
    expect(countIn(ledger, 'staff')).toBe(2)
    const chain = chainOf(ledger)
    expect(chain.length).toBeGreaterThanOrEqual(8)
    expect(checkChain(chain).brokenSeq).toBeNull()
    closeLedger(ledger)
  })

  it('shows its sealed matter to the circle', async () => {
    const { ledger } = await signIn(place(), { staffId: 2, password: 'hetang-yuese-72' })
    const id = Number(ledger.raw.prepare('SELECT residentId FROM sealedMatter').pluck().get())
    const matters = await viewSealedMatters(ledger, id, { purpose: 'service', text: '' })
    expect(matters).toMatchObject([{ kind: 'mentalDisorder', note: '按月随访' }])
    closeLedger(ledger)
  })

  it('opens with its recovery code', async () => {
    const { ledger } = await signInWithRecoveryCode(place(), {
      recoveryCode: '78GY-EWDM-U7YR-4222-ZQJW-CJF8-K746',
      staffId: 1,
      password: 'qiuyue-chunhua-31',
    })
    expect(countIn(ledger, 'resident')).toBe(166)
    closeLedger(ledger)
  })
})

describe('a ledger of 0.3.0', () => {
  const place = () => ({ filePath: aCopyOf('0.3.0.db'), clock })
  const countIn = ({ raw }: Ledger, what: string) => raw.prepare(`SELECT count(*) FROM ${what}`).pluck().get()

  it('opens with the password of its director and has everything it had', async () => {
    const { ledger } = await signIn(place(), { staffId: 1, password: director.password })
    expect(countIn(ledger, 'resident')).toBe(161)
    expect(countIn(ledger, "resident WHERE presence = 'here' AND removedAt IS NULL")).toBe(157)
    expect(countIn(ledger, 'residentOwnValue')).toBe(159)
    expect(countIn(ledger, 'recordChange')).toBe(324)
    expect(countIn(ledger, 'residentMerge')).toBe(1)
    expect(countIn(ledger, "visitTask WHERE outcome = 'done' AND visitedOn = '2026-11-29'")).toBe(1)
    const filters = await savedFilterOperations['savedFilter.list'](ledger)
    expect(filters).toMatchObject([{ name: '八十岁以上', state: 'usable' }])
    const sheets = await countOperations['count.submitted'](ledger)
    expect(sheets).toMatchObject([{ name: '十一月报表', referenceOn: '2026-11-30' }])
    expect(checkChain(chainOf(ledger)).brokenSeq).toBeNull()
    closeLedger(ledger)
  })

  it('shows its sealed matter to the circle', async () => {
    const { ledger } = await signIn(place(), { staffId: 2, password: 'hetang-yuese-72' })
    const id = Number(ledger.raw.prepare('SELECT residentId FROM sealedMatter').pluck().get())
    const matters = await viewSealedMatters(ledger, id, { purpose: 'service', text: '' })
    expect(matters).toMatchObject([{ kind: 'mentalDisorder', note: '按月随访' }])
    closeLedger(ledger)
  })

  it('opens with its recovery code', async () => {
    const { ledger } = await signInWithRecoveryCode(place(), {
      recoveryCode: '824X-CFZX-KUAS-G8YR-HNES-UB2W-Y956',
      staffId: 1,
      password: 'qiuyue-chunhua-31',
    })
    expect(countIn(ledger, 'resident')).toBe(161)
    closeLedger(ledger)
  })
})
