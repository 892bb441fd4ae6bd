import { existsSync, readFileSync, readdirSync } from 'node:fs'

/**
 * What a program and all processes it started hold in memory, each shared page counted once; null where the system doesn't tell.
 * Unit: bytes.
 */
export function memoryOf(pid: number): number | null {
  if (!existsSync(`/proc/${String(pid)}/smaps_rollup`)) return null
  return familyOf(pid).reduce((sum, one) => sum + sharedOutMemoryOf(one), 0)
}

/** A program and every process that it, or one of those, started. */
export function familyOf(pid: number): readonly number[] {
  const parents = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map((name) => [Number(name), parentOf(name)] as const)
  const family = [pid]
  for (const member of family) {
    family.push(...parents.filter(([, parent]) => parent === member).map(([child]) => child))
  }
  return family
}

/** Source: proc_pid_stat(5); the second field is a name in brackets that may hold anything. */
function parentOf(pid: string): number | null {
  const text = readIfThere(`/proc/${pid}/stat`)
  return text === null ? null : Number(text.slice(text.lastIndexOf(')') + 2).split(' ')[1])
}

function sharedOutMemoryOf(pid: number): number {
  const kilobytes = /^Pss: +(\d+) kB/m.exec(readIfThere(`/proc/${String(pid)}/smaps_rollup`) ?? '')?.[1]
  return Number(kilobytes ?? 0) * 1024
}

/** A process may end while it is looked at. */
function readIfThere(path: string): string | null {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return null
  }
}
