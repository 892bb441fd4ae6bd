import { setTimeout as pause } from 'node:timers/promises'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import type { Worker } from 'node:worker_threads'

/** Unit: MB, once everything that nobody needs is let go. */
export interface HeldMemory {
  /** What the system counts; it keeps what the engine once needed, used or not. */
  readonly resident: number
  /** What the program still refers to, on its main thread and on those of the ledger. */
  readonly live: number
}

const threads = new Set<Worker>()
process.on('worker', (thread) => {
  threads.add(thread)
  thread.once('exit', () => threads.delete(thread))
})

setFlagsFromString('--expose-gc')
// The engine's own last resort: empty pages go back to the system as well.
const collect = runInNewContext(
  `() => gc({ type: 'major', execution: 'sync', flavor: 'last-resort' })`,
) as () => void

/** What the app holds; a program that asks for it must import this before it starts the app. */
export async function heldMemory(): Promise<HeldMemory> {
  for (let time = 0; time < 3; time += 1) {
    collect()
    await pause(50)
  }
  const { heapUsed, external } = process.memoryUsage()
  let bytes = heapUsed + external
  for (const thread of threads) bytes += (await thread.getHeapStatistics()).used_heap_size
  return { resident: inMegabytes(process.memoryUsage.rss()), live: inMegabytes(bytes) }
}

function inMegabytes(bytes: number): number {
  return Math.round(bytes / 1024 / 1024)
}
