import { closeSync, openSync, readFileSync, readSync } from 'node:fs'

const blockLength = 4 * 1024 * 1024

/** How many of the texts are anywhere in the memory of a process; null where this user may not look. */
export function textsInMemory(pid: number, texts: readonly Buffer[]): number | null {
  try {
    const found = new Set<Buffer>()
    const longest = Math.max(...texts.map(({ length }) => length))
    const memory = openSync(`/proc/${String(pid)}/mem`, 'r')
    try {
      for (const { start, end } of writableRegions(pid)) {
        for (let at = start; at < end; at += blockLength) {
          // A text may lie across two blocks.
          const block = readAt(memory, at, Math.min(blockLength + longest, end - at))
          for (const text of texts) if (block.includes(text)) found.add(text)
        }
      }
    } finally {
      closeSync(memory)
    }
    return found.size
  } catch {
    return null
  }
}

/** Source: proc_pid_maps(5). */
function writableRegions(pid: number): { readonly start: number; readonly end: number }[] {
  return readFileSync(`/proc/${String(pid)}/maps`, 'utf8')
    .split('\n')
    .map((line) => /^([0-9a-f]+)-([0-9a-f]+) rw/.exec(line))
    .filter((match) => match !== null)
    .map(([, start = '', end = '']) => ({ start: parseInt(start, 16), end: parseInt(end, 16) }))
}

function readAt(memory: number, position: number, length: number): Buffer {
  const block = Buffer.alloc(length)
  try {
    return block.subarray(0, readSync(memory, block, 0, length, position))
  } catch {
    // Reserved and never touched, or gone since the list was read.
    return Buffer.alloc(0)
  }
}
