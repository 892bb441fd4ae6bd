import { noFilter } from '../../../domain/no-filter.ts'
import { existsSync, mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { Reply } from '../../../domain/failure.ts'
import { ledgerFileIn, sitDown, startOffice, valueOf } from '../app/app-office.ts'
import { acknowledge } from './acknowledge.ts'

/*
 * A program of its own: the built app, at whose desk questions of the system are still open when somebody else sits
 * down there; then they are answered.
 */

/** Unit: milliseconds for everything. */
const longestMs = 100_000

const { folder } = JSON.parse(process.argv[2] ?? '{}') as { readonly folder: string }
const userData = join(folder, 'user')
const app = await startOffice(userData)
const saved = join(folder, 'saved')
const elsewhere = join(folder, 'elsewhere')
mkdirSync(elsewhere)
const problems: string[] = []
let underWay = 'the office'
// What was answered for nobody may hold everything up that comes after it.
setTimeout(() => {
  problems.push(`${underWay}: it never comes to an end`)
  finish()
}, longestMs)

const filter = { ...noFilter }
const { rows } = await valueOf<{ rows: readonly { id: number }[] }>(
  app.ask('resident.list', { filter, offset: 0, limit: 1 }),
)
const [rule] = await valueOf<readonly { id: number }[]>(app.ask('visitRule.list'))
const round = { name: 'Round', festival: 'springFestival', year: 2027, cutoffOn: '2027-02-05' }
const { id: visitRoundId } = await valueOf<{ id: number }>(
  app.ask('visitRound.create', { ...round, ruleIds: [rule?.id] }),
)
// Perhaps the rule has picked them already.
await app.ask('visitTask.add', { visitRoundId, residentId: rows[0]?.id, reason: 'asked for' })
const paper = { kind: 'visitList', visitRoundId, numbers: 'masked', reason: null }
const { id: backupId } = await valueOf<{ id: string }>(app.ask('backup.make'))

interface Question {
  readonly channel: string
  readonly input: () => Promise<unknown>
  /** What the answer looks like when nobody has said yes. */
  readonly isNo: (value: unknown) => boolean
}

const none = () => Promise.resolve({})
const isNull = (value: unknown) => value === null
const questions: readonly Question[] = [
  { channel: 'print.savePdf', input: () => Promise.resolve({ paper, pages: null }), isNo: isNotSaved },
  { channel: 'help.saveDiagnostics', input: none, isNo: isNotSaved },
  { channel: 'setup.chooseFolder', input: none, isNo: isNull },
  { channel: 'setup.openExisting', input: none, isNo: isNull },
  { channel: 'backup.chooseStick', input: none, isNo: isNull },
  { channel: 'backup.choose', input: () => Promise.resolve({ id: null }), isNo: isNull },
  { channel: 'settings.retireLedger', input: none, isNo: isNull },
  { channel: 'backup.restore', input: openedBackup, isNo: isNull },
]

await refuseFalseUndo()
for (const one of questions) {
  await answeredBy('the same', one)
  await answeredBy('others', one)
}
await app.quit()
finish()

function finish(): never {
  acknowledge(JSON.stringify({ askedCount: app.answers.askedCount, problems }))
  // Its timers would keep it running.
  process.exit(0)
}

/** The director asks; the desk is covered, a worker sits down, and only then the question is answered with yes. */
async function answeredBy(who: 'the same' | 'others', { channel, input, isNo }: Question): Promise<void> {
  underWay = `${channel}, answered by ${who}`
  await sitDown(app, 'director')
  const asked = await input()
  const { promise, resolve } = Promise.withResolvers<undefined>()
  const before = app.answers.askedCount
  Object.assign(app.answers, {
    thinking: promise,
    openPath: channel === 'setup.openExisting' ? ledgerFileIn(userData) : elsewhere,
    savePath: saved,
    button: 1,
  })
  const reply = app.ask(channel, asked)
  const isUp = () => app.answers.askedCount > before
  for (let tries = 0; tries < 500 && !isUp(); tries += 1) await new Promise((next) => setTimeout(next, 10))
  if (!isUp()) problems.push(`${channel} asks nothing`)
  if (who === 'others') {
    await valueOf(app.ask('staff.lock'))
    await sitDown(app, 'worker')
  }
  resolve(undefined)
  judge(who, channel, await reply, isNo)
  if (who === 'others' && existsSync(saved)) problems.push(`${channel}: a file was saved`)
  rmSync(saved, { force: true })
  Object.assign(app.answers, { thinking: Promise.resolve(), openPath: null, savePath: null, button: 0 })
  if (who === 'others') await expectWorker(channel)
}

function judge(who: string, channel: string, reply: Reply<unknown>, isNo: Question['isNo']): void {
  const said = reply.ok ? JSON.stringify(reply.value) : reply.failure.code
  const wasNo = reply.ok && isNo(reply.value)
  if (who === 'others' && !wasNo) problems.push(`${channel}, answered when others sit there: ${said}`)
  if (who === 'the same' && wasNo) problems.push(`${channel}: a yes of one's own does nothing`)
}

/** Whoever sat down is still there, at the same ledger. */
async function expectWorker(channel: string): Promise<void> {
  const state = await valueOf<{ phase: string; actor?: { role: string } }>(app.ask('app.state'))
  if (state.actor?.role !== 'worker') problems.push(`${channel}: the desk was taken away (${state.phase})`)
}

function isNotSaved(value: unknown): boolean {
  return JSON.stringify(value) === '{"isSaved":false}'
}

/** That a restore takes one back is for the ledger to say, and nobody is asked about what is none. */
async function refuseFalseUndo(): Promise<void> {
  await sitDown(app, 'director')
  const { handle } = await openedBackup()
  const reply = await app.ask('backup.restore', { handle, isUndo: true })
  if (reply.ok || reply.failure.code !== 'handleExpired' || app.answers.askedCount > 0)
    problems.push('any backup is restored as the taking back of a restore')
}

async function openedBackup(): Promise<{ readonly handle: string; readonly isUndo: boolean }> {
  const chosen = await valueOf<{ handle: string }>(app.ask('backup.choose', { id: backupId }))
  await valueOf(app.ask('backup.open', { handle: chosen.handle, secret: null }))
  return { handle: chosen.handle, isUndo: false }
}
