import { parentPort } from 'node:worker_threads'
import { backupTasks, type BackupTasks } from '../../db/backup/backup-hands.ts'
import { failureOfLedgerError } from '../../db/constraint-failure.ts'
import { errnoOf } from '../../db/file-failure.ts'
import { FailureError } from '../../domain/failure.ts'
import type { HandsAnswer, HandsOrder, HandsOutcome } from './thread-hands.ts'

/*
 * Copies, checks and packs, while the ledger's own thread goes on answering. It never opens the ledger: it reads copies,
 * and the bytes of the ledger through the descriptor that the ledger's thread keeps open.
 */
const port = parentPort
if (port === null) throw new Error('must run as a worker')

port.on('message', ({ id, task, order }: HandsOrder) => {
  port.postMessage({ id, ...answerTo(task, order) } satisfies HandsAnswer)
})

function answerTo(task: keyof BackupTasks, order: unknown): HandsOutcome {
  try {
    // Task and order belong together by the type of the hands.
    const work = backupTasks[task] as (order: unknown) => unknown
    return { kind: 'done', value: work(order) }
  } catch (thrown) {
    const error = failureOfLedgerError(thrown)
    if (error instanceof FailureError) return { kind: 'refused', failure: error.failure }
    const { name, stack = '' } = error instanceof Error ? error : new Error()
    return { kind: 'broken', name, code: errnoOf(error), stack }
  }
}
