import { Worker } from 'node:worker_threads'
import type { Progress } from '../../domain/contract.ts'
import { failed, type Reply } from '../../domain/failure.ts'
import { logUnexpected } from '../log.ts'
import type { DoorMessage, DoorRequests } from './door-messages.ts'

/** The one way to the ledger: every question goes to its worker thread and comes back as a reply. */
export interface LedgerDoor {
  readonly ask: <K extends keyof DoorRequests>(kind: K, input: DoorRequests[K]) => Promise<Reply<unknown>>
  /** Asks the running long operation to stop at its next batch. */
  readonly cancel: () => void
  readonly end: () => Promise<void>
}

export function startLedgerDoor(onProgress: (progress: Progress) => void): LedgerDoor {
  const waiting = new Map<number, (reply: Reply<unknown>) => void>()
  let lastId = 0
  let worker: Worker | undefined

  const launch = (): Worker => {
    const launched = new Worker(new URL('./ledger-worker.js', import.meta.url))
    const breakOff = (error: unknown) => {
      // Ended on purpose, or its error came before its exit.
      if (worker !== launched) return
      worker = undefined
      logUnexpected('ledger worker', error)
      for (const answer of waiting.values()) answer(failed('unexpected'))
      waiting.clear()
    }
    launched.on('error', breakOff)
    launched.on('exit', () => breakOff(new Error('worker ended')))
    launched.on('message', receive)
    return launched
  }
  const receive = (message: DoorMessage) => {
    if (message.kind === 'progress') {
      onProgress(message.progress)
      return
    }
    if (message.unexpected !== undefined) {
      const error = new Error()
      error.name = message.unexpected.name
      error.stack = message.unexpected.frames
      logUnexpected('ledger', error)
    }
    waiting.get(message.id)?.(message.reply)
    waiting.delete(message.id)
  }
  worker = launch()

  return {
    ask: (kind, input) => {
      // After a crash the next question finds a new worker with no ledger open, so that a retry can open it.
      const asked = (worker ??= launch())
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
