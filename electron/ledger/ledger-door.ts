import type { Worker } from 'node:worker_threads'
import type { Progress } from '../../domain/contract.ts'
import { failed, type Reply } from '../../domain/failure.ts'
import type { DeskNews, DoorMessage, DoorRequests } from './door-messages.ts'

/** The one way to the ledger: every question goes to its worker thread and comes back as a reply. */
export interface LedgerDoor {
  readonly ask: <K extends keyof DoorRequests>(kind: K, input: DoorRequests[K]) => Promise<Reply<unknown>>
  /** Asks the running long operation to stop at its next batch. */
  readonly cancel: () => void
  readonly end: () => Promise<void>
}

interface DoorOptions {
  /** Starts the worker thread of ledger-worker.ts. */
  readonly launch: () => Worker
  readonly onProgress: (progress: Progress) => void
  readonly onDeskNews: (news: DeskNews) => void
  /** What nobody expected, without people's data. */
  readonly report: (where: string, error: unknown) => void
  /** The worker ended by itself: whatever was asked has failed, and no ledger is open any more. */
  readonly onLost: () => void
}

export function startLedgerDoor({ launch, onProgress, onDeskNews, report, onLost }: DoorOptions): LedgerDoor {
  const waiting = new Map<number, (reply: Reply<unknown>) => void>()
  let lastId = 0
  let worker: Worker | undefined

  const start = (): Worker => {
    const launched = launch()
    const breakOff = (error: unknown) => {
      // Ended on purpose, or its error came before its exit.
      if (worker !== launched) return
      worker = undefined
      report('ledger worker', error)
      // Nobody knows whether the last change was still written.
      for (const answer of waiting.values()) answer(failed('ledgerInterrupted'))
      waiting.clear()
      onLost()
    }
    launched.on('error', breakOff)
    launched.on('exit', (code) => breakOff(new Error(`worker ended with ${code}`)))
    launched.on('message', receive)
    return launched
  }
  const receive = (message: DoorMessage) => {
    if (message.kind === 'progress') {
      onProgress(message.progress)
      return
    }
    if (message.kind === 'desk') {
      onDeskNews(message.news)
      return
    }
    if (message.unexpected !== undefined) {
      const error = new Error()
      error.name = message.unexpected.name
      error.stack = message.unexpected.frames
      report('ledger', error)
    }
    waiting.get(message.id)?.(message.reply)
    waiting.delete(message.id)
  }
  worker = start()

  return {
    ask: (kind, input) => {
      // After a crash the next question finds a new worker, in which the ledger is opened again first.
      const asked = (worker ??= start())
      lastId += 1
      const id = lastId
      return new Promise((resolve) => {
        waiting.set(id, resolve)
        asked.postMessage({ id, kind, input })
      })
    },
    cancel: () => worker?.postMessage({ kind: 'cancel' }),
    end: async () => {
      const ended = worker
      worker = undefined
      await ended?.terminate()
    },
  }
}
