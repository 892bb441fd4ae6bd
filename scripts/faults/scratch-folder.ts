import { existsSync, mkdtempSync, statfsSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const memoryFolder = '/dev/shm'
/** The largest experiment needs less. */
const neededBytes = 1_000_000_000

/**
 * A new empty folder; in memory where there is room, because no experiment asks a real disk what it lost: the kills
 * leave the system's own memory alone, and the power cuts are played on a recording.
 */
export function scratchFolder(): string {
  const root = existsSync(memoryFolder) && freeBytes(memoryFolder) > neededBytes ? memoryFolder : tmpdir()
  return mkdtempSync(join(root, 'linli-faults-'))
}

function freeBytes(folder: string): number {
  const { bavail, bsize } = statfsSync(folder)
  return bavail * bsize
}
