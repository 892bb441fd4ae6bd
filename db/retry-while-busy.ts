import { setTimeout as pause } from 'node:timers/promises'
import { errnoOf } from './file-failure.ts'

const busyCodes = ['EPERM', 'EBUSY', 'EACCES']
/** What folder protection and scanners answer about a file that must be there, besides. */
const hiddenCodes = ['ENOENT', 'EBADF']
const tryCount = 20
const pauseMs = 100

/** True for the errors with which Windows says that a virus scanner or another program holds a file for a moment. */
export function isBusyError(error: unknown): boolean {
  return busyCodes.includes(errnoOf(error))
}

/** The same for work on a file or name that is known to be there: then there is no such file only for a moment. */
export function isBlockedError(error: unknown): boolean {
  return isBusyError(error) || hiddenCodes.includes(errnoOf(error))
}

/** Tries again for up to two seconds while another program holds the file; any other error comes out at once. */
export function retryWhileBusy<T>(work: () => T | Promise<T>): Promise<T> {
  return retryWhile(isBusyError, work)
}

/** The same for making a file in a folder, or renaming a file, that are known to be there. */
export function retryWhileBlocked<T>(work: () => T | Promise<T>): Promise<T> {
  return retryWhile(isBlockedError, work)
}

/** The same where nobody waits for this thread. */
export function retryWhileBlockedSync<T>(work: () => T): T {
  for (let tries = 1; ; tries += 1) {
    try {
      return work()
    } catch (error) {
      if (!isBlockedError(error) || tries === tryCount) throw error
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, pauseMs)
    }
  }
}

async function retryWhile<T>(isPassing: (error: unknown) => boolean, work: () => T | Promise<T>): Promise<T> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await work()
    } catch (error) {
      if (!isPassing(error) || tries === tryCount) throw error
      await pause(pauseMs)
    }
  }
}
