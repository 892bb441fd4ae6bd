import { setTimeout as pause } from 'node:timers/promises'
import { errnoOf } from './file-failure.ts'

const busyCodes = ['EPERM', 'EBUSY', 'EACCES']
const tryCount = 20
const pauseMs = 100

/** True for the errors with which Windows says that a virus scanner or another program holds a file for a moment. */
export function isBusyError(error: unknown): boolean {
  return busyCodes.includes(errnoOf(error))
}

/** Tries again for up to two seconds while another program holds the file; any other error comes out at once. */
export async function retryWhileBusy<T>(work: () => T | Promise<T>): Promise<T> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await work()
    } catch (error) {
      if (!isBusyError(error) || tries === tryCount) throw error
      await pause(pauseMs)
    }
  }
}
