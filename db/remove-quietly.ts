import { rmSync } from 'node:fs'

/** Removes what is of no use any more; a failure would hide what went wrong first, and the next run removes what is left. */
export function removeQuietly(path: string): void {
  try {
    rmSync(path, { force: true })
  } catch {
    // See above.
  }
}
