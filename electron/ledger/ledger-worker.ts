import { parentPort, Worker } from 'node:worker_threads'
import type { LedgerChannel, Progress } from '../../domain/contract.ts'
import { failed, FailureError, success, type Reply } from '../../domain/failure.ts'
import { failureOfLedgerError } from '../../db/constraint-failure.ts'
import { retireLedger } from '../../db/backup/retire-ledger.ts'
import { ledgerOperations } from '../../db/ledger-operation-map.ts'
import type { Ledger } from '../../db/ledger.ts'
import type { OperationContext } from '../../db/ledger-operations.ts'
import { peopleOnPaper } from '../../db/paper/issue-paper.service.ts'
import { issuedRows, peopleOnList } from '../../db/resident-list/issue-list.service.ts'
import { stageRoster } from '../../db/roster-import/roster-staging.ts'
import { writeSampleCommunity } from '../../db/sample/write-sample-community.ts'
import { forgetRoster, takeRosterPart, takeWholeRoster } from './arriving-roster.ts'
import {
  confirmCode,
  createDesk,
  deskFacts,
  deskNews,
  deskNow,
  issueAtDesk,
  leaveDesk,
  ledgerOfBeginner,
  lockDesk,
  lookAt,
  openDesk,
  pauseDesk,
  protectLedger,
  recordDenied,
  rememberBeginner,
  renewCode,
  resumeDesk,
  signInAt,
  signInWithCodeAt,
  tidyDesk,
  unlockWithPin,
  writeFailedPaper,
} from './desk.ts'
import {
  backupsBeside,
  backupsDone,
  backupsThere,
  backUp,
  backUpIfDue,
  backUpLater,
  backUpOnClose,
  backUpQuietly,
  recordOnStick,
  startSchedule,
} from './desk-backups.ts'
import { chooseBackup, dropBackup, openBackup, restoreChosen } from './desk-restore.ts'
import { issueCopyAtDesk, issueListAtDesk, writeFailedCopy, writeFailedList } from './desk-lists.ts'
import type { DoorMessage, DoorRequest, DoorRequests, MadeBackup } from './door-messages.ts'
import { startQuietTime } from './quiet-time.ts'

/** After these the desk's owner may be somebody with other rights, or with none. */
const deskChanges: readonly LedgerChannel[] = [
  'staff.change',
  'staff.close',
  'staff.setOwnPin',
  'settings.save',
  'settings.saveIdleLock',
]
const sampleSize = { seed: 1, householdCount: 2400 }
const port = parentPort
if (port === null) throw new Error('must run as a worker')

/** Each operation has a mark of its own: a question asked meanwhile must not take back the wish to stop. */
const running = new Set<{ isCancelled: boolean }>()

const waitingForIdle: (() => void)[] = []

const reportProgress = (progress: Progress) => send({ kind: 'progress', progress })

function send(message: DoorMessage): void {
  port?.postMessage(message)
}

/** Where the threads' code lies: the program is one bundle, its tests are not. */
const fileEnding = import.meta.url.endsWith('.ts') ? 'ts' : 'js'
startSchedule(() => new Worker(new URL(`./backup-thread.${fileEnding}`, import.meta.url)), deskNow)

async function backUpBeforeClosing({ backUp: reason }: DoorRequests['close']): Promise<void> {
  const desk = deskNow()
  // Before somebody whose work is being cut off no backup could begin.
  if (desk === undefined || reason === undefined || running.size > 0) return
  if (reason === 'onClose') await backUpOnClose(desk)
  else await backUpQuietly(desk, reason)
}

/** Who begins to carry a backup away is the one who has carried it, whoever sits there by then. */
async function backUpAtDesk(): Promise<MadeBackup> {
  const desk = openDesk()
  const made = await backUp(desk, 'byHand')
  rememberBeginner(`backup ${made.seq}`, desk)
  return made
}

async function perform(request: Exclude<DoorRequest, { kind: 'cancel' }>): Promise<unknown> {
  switch (request.kind) {
    case 'look':
      return lookAt(request.input)
    case 'create':
      await createDesk(request.input)
      if (request.input.isSample) {
        await writeSampleCommunity(openDesk().ledger, {
          ...sampleSize,
          report: (doneCount, totalCount) => reportProgress({ task: 'sample', doneCount, totalCount }),
        })
      }
      return deskFacts()
    case 'protect':
      return protectLedger(request.input)
    case 'signIn':
      return signInAt(request.input)
    case 'signInWithCode':
      return signInWithCodeAt(request.input)
    case 'confirmRecoveryCode':
      return confirmCode(request.input)
    case 'renewRecoveryCode':
      return renewCode(request.input)
    case 'lock': {
      const covered = await lockDesk()
      const desk = deskNow()
      if (desk !== undefined) void backUpQuietly(desk, 'onLock')
      return covered
    }
    case 'unlockWithPin':
      return unlockWithPin(request.input)
    case 'close':
      if (request.input.isPatient === true) await idle()
      await backUpBeforeClosing(request.input)
      dropBackup()
      leaveDesk()
      return {}
    case 'pause':
      await idle()
      await backupsDone()
      return pauseDesk()
    case 'resume':
      return resumeDesk(request.input)
    case 'profile':
      return deskFacts()
    case 'backups':
      return backupsThere(openDesk())
    case 'backupsBeside':
      return backupsBeside(request.input.ledgerFile)
    case 'backUp':
      return backUpAtDesk()
    case 'retire':
      await retireLedger(openDesk().ledger)
      return {}
    case 'recordOnStick':
      return recordOnStick(ledgerOfBeginner(`backup ${request.input.seq}`), request.input)
    case 'chooseBackup':
      return chooseBackup(request.input, deskNow())
    case 'openBackup':
      return openBackup(request.input, deskNow())
    case 'restoreBackup':
      await idle()
      return restoreChosen(request.input, deskNow())
    case 'dropBackup':
      return dropBackup()
    case 'denied':
      return recordDenied(request.input)
    case 'peopleOnPaper':
      return peopleOnPaper(openDesk().ledger, request.input.paper)
    case 'issuePaper':
      return issueAtDesk(request.input)
    case 'paperFailed':
      return writeFailedPaper(request.input)
    case 'peopleOnList':
      return peopleOnList(openDesk().ledger, request.input.list, request.input.way)
    case 'issueList':
      return issueListAtDesk(request.input)
    case 'listRows':
      return issuedRows(openDesk().ledger, request.input)
    case 'listFailed':
      return writeFailedList(request.input)
    case 'stagePart':
      takeRosterPart(request.input.handle, request.input.part)
      return {}
    case 'stageRoster':
      return stageRoster(openDesk().ledger, {
        ...request.input,
        table: takeWholeRoster(request.input.handle),
      })
    case 'correctedCopy':
      return issueCopyAtDesk(request.input)
    case 'correctedCopyFailed':
      return writeFailedCopy(request.input)
    case 'forgetRoster':
      forgetRoster(request.input.handle)
      return {}
    case 'channel':
      return ask(request.input.name, request.input.input)
  }
}

async function ask(name: LedgerChannel, input: unknown): Promise<unknown> {
  // Main has parsed the input by this channel's schema.
  const operation = ledgerOperations[name] as (
    ledger: Ledger,
    input: unknown,
    context: OperationContext,
  ) => Promise<unknown>
  const work = { isCancelled: false }
  running.add(work)
  try {
    const { ledger, key } = openDesk()
    if (name === 'import.apply') await backUpIfDue(openDesk(), 'beforeImport')
    const isCancelled = () => work.isCancelled
    const value = await operation(ledger, input, { key, reportProgress, isCancelled })
    const news = deskChanges.includes(name) ? await deskNews() : null
    // Comes before the reply: whoever reads the reply is judged by what holds now.
    if (news !== null) send({ kind: 'desk', news })
    return value
  } catch (error) {
    if (error instanceof FailureError && error.failure.code === 'notAllowed')
      await recordDenied({ channel: name })
    throw error
  } finally {
    running.delete(work)
    if (running.size === 0) for (const goOn of waitingForIdle.splice(0)) goOn()
  }
}

function idle(): Promise<void> {
  return running.size === 0
    ? Promise.resolve()
    : new Promise((resolve) => {
        waitingForIdle.push(resolve)
      })
}

/** These open or close the file of a ledger, which a backup under way still reads. */
const openings: readonly DoorRequest['kind'][] = [
  'look',
  'create',
  'protect',
  'signIn',
  'signInWithCode',
  'resume',
]

async function performInTime(request: Exclude<DoorRequest, { kind: 'cancel' }>): Promise<unknown> {
  if (!openings.includes(request.kind)) return perform(request)
  const before = deskNow()
  // A desk that is only covered changes hands without its file being touched.
  if (before === undefined) await backupsDone()
  const value = await perform(request)
  const after = deskNow()
  if (after !== undefined && after.ledger.raw !== before?.ledger.raw) backUpLater(after)
  return value
}

async function answer(request: Exclude<DoorRequest, { kind: 'cancel' }>): Promise<void> {
  const { reply, error } = await attempt(() => performInTime(request))
  const unexpected =
    error instanceof Error
      ? {
          name: error.name,
          frames: (error.stack ?? '')
            .split('\n')
            .filter((line) => /^\s+at /.test(line))
            .join('\n'),
        }
      : undefined
  send({ kind: 'reply', id: request.id, reply, ...(unexpected === undefined ? {} : { unexpected }) })
}

async function attempt(work: () => Promise<unknown>): Promise<{ reply: Reply<unknown>; error?: unknown }> {
  try {
    return { reply: success(await work()) }
  } catch (thrown) {
    const error = failureOfLedgerError(thrown)
    if (error instanceof FailureError)
      return { reply: failed(error.failure.code, error.failure.field, error.failure.detail) }
    return { reply: failed('unexpected'), error }
  }
}

const quietTime = startQuietTime(tidyDesk)

port.on('message', (request: DoorRequest) => {
  quietTime.touched()
  if (request.kind !== 'cancel') void answer(request)
  else for (const work of running) work.isCancelled = true
})
