import { fork } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { readerFlags, type ReaderProcess } from '../reader-process.ts'

/** Unit: bytes; the page size of every Linux the tests run on. */
const pageBytes = 4096

/** The real reader in a process of plain Node, under the flags the app gives it. */
export function startNodeReader(): ReaderProcess & {
  readonly peakBytes: () => number
  readonly pid: number
} {
  const child = fork(join(import.meta.dirname, 'reader-under-node.ts'), {
    execArgv: [...readerFlags],
    serialization: 'advanced',
    stdio: 'ignore',
  })
  let peak = 0
  return {
    pid: child.pid ?? 0,
    post: (request) => void child.send(request),
    onMessage: (listener) => void child.on('message', listener),
    onExit: (listener) => void child.once('exit', listener),
    memoryBytes: () => {
      const bytes = residentBytes(child.pid)
      peak = Math.max(peak, bytes)
      return bytes
    },
    peakBytes: () => peak,
    kill: () => void child.kill('SIGKILL'),
  }
}

function residentBytes(pid: number | undefined): number {
  try {
    return Number(readFileSync(`/proc/${pid ?? 0}/statm`, 'utf8').split(' ')[1]) * pageBytes
  } catch {
    // It has just ended, or this is no Linux.
    return 0
  }
}
