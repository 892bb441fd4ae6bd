import { setTimeout as pause } from 'node:timers/promises'
import type { AppUnderNode } from './start-app.ts'

/** Unit: milliseconds. */
export interface Waits {
  /** The longest that main was at work without looking up; time that the machine gave to others is not its. */
  readonly work: number
  /** The longest that a page waited for main. */
  readonly wait: number
}

const lookEveryMs = 10

/** Asks main over and over, past the ledger, until the returned function is called. */
export function startPing(app: AppUnderNode): () => Promise<Waits> {
  const longest = { work: 0, wait: 0 }
  let workedBefore = threadWork()
  const watch = setInterval(() => {
    const worked = threadWork()
    longest.work = Math.max(longest.work, worked - workedBefore)
    workedBefore = worked
  }, lookEveryMs)
  const going = { isOn: true }
  const asking = (async () => {
    while (going.isOn) {
      // A page of its own process asks whether main looks up or not: from then on it waits.
      const askedAt = performance.now() + lookEveryMs
      await pause(lookEveryMs)
      // Refused by main at the door.
      await app.ask('resident.get', null)
      longest.wait = Math.max(longest.wait, performance.now() - askedAt)
    }
  })()
  return async () => {
    going.isOn = false
    await asking
    clearInterval(watch)
    return { ...longest }
  }
}

/** Unit: milliseconds that this thread alone was at work. */
function threadWork(): number {
  const { user, system } = process.threadCpuUsage()
  return (user + system) / 1000
}
