import { copyFileSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { execFile } from 'node:child_process'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { describe, expect, it } from 'vitest'
import { FailureError } from '../../domain/failure.ts'
import { fixedClock } from '../../domain/testing/builders.ts'
import { checkChain, type AuditRow } from '../audit/audit-chain.ts'
import { keyFileOf, readKeySlots } from '../key/key-file.ts'
import { closeLedger, type Ledger } from '../ledger.ts'
import { addStaff, changeStaff, closeStaff, setPassword } from '../staff/staff.service.ts'
import { listStaff } from '../staff/staff.queries.ts'
import { aLedgerFolder } from '../testing/ledger-fixture.ts'
import { confirmRecoveryCode, renewRecoveryCode } from './recovery-code.ts'
import { setUpLedger } from './set-up-ledger.ts'
import { signIn, signInWithRecoveryCode } from './sign-in.ts'

const clock = fixedClock()
const committee = { committeeName: '幸福里社区居民委员会', streetOfficeName: '', phone: '' }
const director = { name: '赵主任', password: 'luohua-tixiang-58' }
const worker = { name: '王芳', role: 'worker', workFields: ['disability'], isInSealedCircle: false } as const
const workerDraft = { ...worker, workFields: [...worker.workFields] }
const workerPassword = 'hetang-yuese-72'

async function anOffice(folder = aLedgerFolder()) {
  const filePath = join(folder, 'linli-ledger.db')
  return { filePath, ...(await setUpLedger({ filePath, clock, committee, isSample: false, director })) }
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

describe('a new office', () => {
  it('has an encrypted ledger, its keys, one director and a chain that begins with both', async () => {
    const { filePath, ledger, actor, recoveryCode } = await anOffice()
    expect(actor).toMatchObject({ name: '赵主任', role: 'director' })
    expect(recoveryCode).toMatch(/^([2-9A-Z]{4}-){6}[2-9A-Z]{4}$/)
    const chain = chainOf(ledger)
    expect(checkChain(chain).brokenSeq).toBeNull()
    expect(chain.map(({ action, objectType }) => [action, objectType])).toEqual([
      ['ledgerCreated', 'ledger'],
      ['added', 'staff'],
    ])
    closeLedger(ledger)
    expect(readdirSync(dirname(filePath)).sort()).toEqual([
      'linli-ledger.db',
      'linli-ledger.db.keys',
      'linli-ledger.db.keys.prev',
    ])
    expect(readFileSync(filePath).includes('SQLite format')).toBe(false)
    expect(readFileSync(filePath).includes(Buffer.from('幸福里'))).toBe(false)
  })

  it('refuses a guessable password and leaves nothing behind', async () => {
    const folder = aLedgerFolder()
    const filePath = join(folder, 'linli-ledger.db')
    const weak = setUpLedger({
      filePath,
      clock,
      committee,
      isSample: false,
      director: { name: '赵主任', password: '1234567890' },
    })
    expect(await failureOf(weak)).toEqual({ code: 'passwordWeak', field: 'password' })
    expect(readdirSync(folder)).toEqual([])
  })

  it('never takes the place of keys that lie there without their ledger', async () => {
    const folder = aLedgerFolder()
    writeFileSync(join(folder, 'linli-ledger.db.keys'), 'of a ledger that was carried away')
    const { ledger } = await anOffice(folder)
    closeLedger(ledger)
    const aside = readdirSync(folder).find((name) => /\.keys\.[0-9a-f]{8}$/.test(name)) ?? ''
    expect(readFileSync(join(folder, aside), 'utf8')).toBe('of a ledger that was carried away')
  })
})

describe('signing in', () => {
  it('opens with the right password, in full-width letters too, and with no other', async () => {
    const { filePath, ledger } = await anOffice()
    closeLedger(ledger)
    const wrong = await failureOf(signIn({ filePath, clock }, { staffId: 1, password: 'luohua-tixiang-59' }))
    expect(wrong).toEqual({ code: 'passwordWrong', field: 'password' })
    const fullWidth = [...director.password]
      .map((one) => String.fromCharCode(one.charCodeAt(0) + 0xfee0))
      .join('')
    const opened = await signIn({ filePath, clock }, { staffId: 1, password: fullWidth })
    expect(opened.actor.name).toBe('赵主任')
    expect(chainOf(opened.ledger).map(({ action }) => action)).toEqual([
      'ledgerCreated',
      'added',
      'signInFailed',
      'signedIn',
    ])
    closeLedger(opened.ledger)
  })

  it('makes people wait after the fifth wrong password, also when the program was started anew', async () => {
    const { filePath, ledger } = await anOffice()
    closeLedger(ledger)
    const moving = fixedClock()
    const place = { filePath, clock: moving }
    for (let count = 0; count < 5; count += 1) {
      expect(await failureOf(signIn(place, { staffId: 1, password: 'wrong' }))).toMatchObject({
        code: 'passwordWrong',
      })
    }
    const waiting = { code: 'tooManyTries', field: 'password', detail: '30' }
    expect(await failureOf(signIn(place, { staffId: 1, password: director.password }))).toEqual(waiting)
    moving.moveTo('2021-11-25')
    expect(await failureOf(signIn(place, { staffId: 1, password: director.password }))).toEqual(waiting)
    moving.moveTo('2021-11-26')
    const opened = await signIn(place, { staffId: 1, password: director.password })
    expect(chainOf(opened.ledger).at(-3)).toMatchObject({ action: 'signInFailed', objectId: 1 })
    closeLedger(opened.ledger)
  })

  it('tells keys that are missing, damaged or of another ledger apart', async () => {
    const { filePath, ledger } = await anOffice()
    closeLedger(ledger)
    const other = await anOffice()
    closeLedger(other.ledger)
    const keys = readFileSync(keyFileOf(filePath))
    const place = { filePath, clock }
    const attempt = () => failureOf(signIn(place, { staffId: 1, password: director.password }))
    for (const suffix of ['', '.prev'])
      copyFileSync(keyFileOf(other.filePath) + suffix, keyFileOf(filePath) + suffix)
    expect(await attempt()).toEqual({ code: 'keysOfOtherLedger' })
    for (const suffix of ['', '.prev']) writeFileSync(keyFileOf(filePath) + suffix, keys.subarray(0, -1))
    expect(await attempt()).toEqual({ code: 'keysDamaged' })
    writeFileSync(`${keyFileOf(filePath)}.prev`, keys)
    expect(await attempt()).toBeNull()
  })
})

describe('the recovery code', () => {
  it('must be typed back, gives a director a new password, and is replaced by a new one', async () => {
    const office = await anOffice()
    const code = office.recoveryCode ?? ''
    const place = { filePath: office.filePath, clock }
    expect((await readKeySlots(office.filePath)).slots.recovery?.isConfirmed).toBe(false)
    expect(
      await failureOf(confirmRecoveryCode(office, code.replace(/^./, code[0] === '2' ? '3' : '2'))),
    ).toMatchObject({
      code: 'recoveryCodeMistyped',
    })
    await confirmRecoveryCode(office, code.toLowerCase())
    expect((await readKeySlots(office.filePath)).slots.recovery?.isConfirmed).toBe(true)
    closeLedger(office.ledger)
    const request = { recoveryCode: code, staffId: 1, password: 'qiuyue-chunhua-31' }
    const opened = await signInWithRecoveryCode(place, request)
    expect(chainOf(opened.ledger).map(({ action }) => action)).toContain('recoveryCodeUsed')
    for (const wrong of [null, director.password]) {
      expect(await failureOf(renewRecoveryCode(opened, wrong))).toMatchObject({ code: 'passwordWrong' })
    }
    const renewed = await renewRecoveryCode(opened, request.password)
    closeLedger(opened.ledger)
    expect(await failureOf(signInWithRecoveryCode(place, request))).toEqual({
      code: 'recoveryCodeWrong',
      field: 'recoveryCode',
    })
    expect(await failureOf(signIn(place, { staffId: 1, password: director.password }))).toMatchObject({
      code: 'passwordWrong',
    })
    const again = await signInWithRecoveryCode(place, { ...request, recoveryCode: renewed })
    closeLedger(again.ledger)
  })

  it('says in the trail that the clock stands before what is already written there', async () => {
    const office = await anOffice()
    closeLedger(office.ledger)
    const early = { filePath: office.filePath, clock: fixedClock('2009-01-01') }
    const opened = await signIn(early, { staffId: 1, password: director.password })
    expect(chainOf(opened.ledger).slice(-2)).toMatchObject([
      { action: 'clockDoubted', detail: JSON.stringify({ lastAt: clock.nowAt() }) },
      { action: 'signedIn', localOn: '2009-01-01' },
    ])
    closeLedger(opened.ledger)
    const right = await signIn(
      { filePath: office.filePath, clock },
      { staffId: 1, password: director.password },
    )
    expect(chainOf(right.ledger).at(-2)).not.toMatchObject({ action: 'clockDoubted' })
    closeLedger(right.ledger)
  })

  it('opens nothing for those who are no directors', async () => {
    const office = await anOffice()
    const { id } = await addStaff(office, workerDraft, workerPassword)
    closeLedger(office.ledger)
    const request = { recoveryCode: office.recoveryCode ?? '', staffId: id, password: 'qiuyue-chunhua-31' }
    expect(await failureOf(signInWithRecoveryCode({ filePath: office.filePath, clock }, request))).toEqual({
      code: 'notAllowed',
      field: 'staffId',
    })
  })
})

/** How another program on the same PC would fare with the ledger. */
async function openedElsewhere(filePath: string, key: Buffer): Promise<string> {
  const program = `
    import Database from 'better-sqlite3'
    const [filePath, key] = process.argv.slice(1)
    const raw = new Database(filePath, { timeout: 300 })
    try {
      raw.pragma("cipher = 'sqlcipher'")
      raw.pragma('legacy = 4')
      raw.pragma(\`key = "x'\${key}'"\`)
      raw.exec('BEGIN IMMEDIATE')
      process.stdout.write('opened')
    } catch (error) {
      process.stdout.write(error.code)
    }`
  const args = ['--input-type=module', '-e', program, filePath, key.toString('hex')]
  const { stdout } = await promisify(execFile)(process.execPath, args, { cwd: import.meta.dirname })
  return stdout
}

describe('accounts', () => {
  it('leave the ledger held against other programs while they are worked on', async () => {
    const office = await anOffice()
    const { id, revision } = await addStaff(office, workerDraft, workerPassword)
    await confirmRecoveryCode(office, office.recoveryCode ?? '')
    await setPassword(office, id, 'xiaoqiao-liushui-64')
    await closeStaff(office, { id, revision, successorId: 1 })
    expect(await openedElsewhere(office.filePath, office.key)).toBe('SQLITE_BUSY')
    closeLedger(office.ledger)
    expect(await openedElsewhere(office.filePath, office.key)).toBe('opened')
  })

  it('open with their own passwords until they are closed', async () => {
    const office = await anOffice()
    const place = { filePath: office.filePath, clock }
    const { id, revision } = await addStaff(office, workerDraft, workerPassword)
    closeLedger(office.ledger)
    const asWorker = await signIn(place, { staffId: id, password: workerPassword })
    expect(asWorker.actor).toEqual({ staffId: id, ...worker })
    closeLedger(asWorker.ledger)
    const asDirector = await signIn(place, { staffId: 1, password: director.password })
    await setPassword(asDirector, id, 'xiaoqiao-liushui-64')
    const closed = await closeStaff(asDirector, { id, revision, successorId: 1 })
    expect(closed.isClosed).toBe(true)
    expect((await listStaff(asDirector.ledger)).map(({ name, isClosed }) => [name, isClosed])).toEqual([
      ['赵主任', false],
      ['王芳', true],
    ])
    expect((await readKeySlots(office.filePath)).slots.staff.map(({ name }) => name)).toEqual(['赵主任'])
    expect(readFileSync(`${keyFileOf(office.filePath)}.prev`, 'utf8')).not.toContain('王芳')
    expect(checkChain(chainOf(asDirector.ledger)).brokenSeq).toBeNull()
    closeLedger(asDirector.ledger)
    expect(await failureOf(signIn(place, { staffId: id, password: 'xiaoqiao-liushui-64' }))).toMatchObject({
      code: 'passwordWrong',
    })
  })

  it('always keep one director, one name each and a password nobody guesses', async () => {
    const office = await anOffice()
    expect(await failureOf(closeStaff(office, { id: 1, revision: 1, successorId: null }))).toEqual({
      code: 'lastDirector',
    })
    const demoted = { ...workerDraft, name: '赵主任' }
    expect(await failureOf(changeStaff(office, { id: 1, revision: 1, draft: demoted }))).toEqual({
      code: 'lastDirector',
    })
    expect(await failureOf(addStaff(office, demoted, workerPassword))).toEqual({
      code: 'staffNameTaken',
      field: 'name',
    })
    expect(await failureOf(addStaff(office, workerDraft, 'wangfang12'))).toMatchObject({
      code: 'passwordWeak',
    })
    expect((await readKeySlots(office.filePath)).slots.staff).toHaveLength(1)
    closeLedger(office.ledger)
  })
})
