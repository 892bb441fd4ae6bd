import type { Worker } from 'node:worker_threads'
import type { BackupHands, BackupTasks } from '../../db/backup/backup-hands.ts'
import { FailureError, type Failure } from '../../domain/failure.ts'

/** Shape: one piece of work for backup-thread.ts. */
export interface HandsOrder {
  readonly id: number
  readonly task: keyof BackupTasks
  readonly order: unknown
}

/** Shape: how it ended; errors of the system keep their code on the way, which cloning an error would lose. */
export type HandsOutcome =
  | { readonly kind: 'done'; readonly value: unknown }
  | { readonly kind: 'refused'; readonly failure: Failure }
  | { readonly kind: 'broken'; readonly name: string; readonly code: string; readonly stack: string }
export type HandsAnswer = { readonly id: number } & HandsOutcome

/** Lends the hands of a thread of its own, which ends with the work it was started for. */
export async function withThreadHands<T>(
  launch: () => Worker,
  work: (hands: BackupHands) => Promise<T>,
): Promise<T> {
  const thread = launch()
  const waiting = new Map<number, { resolve: (value: unknown) => void; reject: (error: unknown) => void }>()
  const breakOff = (error: unknown) => {
    for (const { reject } of waiting.values()) reject(error)
    waiting.clear()
  }
  thread.on('error', breakOff)
  thread.on('exit', (code) => breakOff(new Error(`backup thread ended with ${code}`)))
  thread.on('message', (answer: HandsAnswer) => {
    const asked = waiting.get(answer.id)
    waiting.delete(answer.id)
    if (answer.kind === 'done') asked?.resolve(answer.value)
    else asked?.reject(errorOf(answer))
  })
  let lastId = 0
  const hands: BackupHands = (task, order) =>
    new Promise((resolve, reject) => {
      lastId += 1
      // The thread answers each task with what that task answers.
      waiting.set(lastId, { resolve: resolve as (value: unknown) => void, reject })
      thread.postMessage({ id: lastId, task, order } satisfies HandsOrder)
    })
  try {
    return await work(hands)
  } finally {
    await thread.terminate()
  }
}

function errorOf(answer: Exclude<HandsOutcome, { kind: 'done' }>): unknown {
  if (answer.kind === 'broken') {
    const error = new Error()
    return Object.assign(error, { name: answer.name, code: answer.code, stack: answer.stack })
  }
  const { code, field, detail } = answer.failure
  return new FailureError(code, field, detail)
}
