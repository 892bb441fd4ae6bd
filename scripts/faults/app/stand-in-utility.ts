import { fork, type ChildProcess } from 'node:child_process'
import { EventEmitter } from 'node:events'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** Unit: bytes; the page size of every Linux the experiments run on. */
const pageBytes = 4096
const running = new Set<UtilityUnderNode>()

/** What Electron starts for an untrusted file: here a real process of plain Node, under the flags the product gives it. */
class UtilityUnderNode extends EventEmitter {
  readonly serviceName: string
  readonly #child: ChildProcess

  constructor(path: string, execArgv: readonly string[], serviceName: string) {
    super()
    this.serviceName = serviceName
    this.#child = fork(join(import.meta.dirname, 'utility-under-node.ts'), [path], {
      execArgv: ['--no-warnings', ...execArgv],
      serialization: 'advanced',
      stdio: 'ignore',
    })
    running.add(this)
    this.#child.on('message', (data) => this.emit('message', data))
    this.#child.once('exit', (code) => {
      running.delete(this)
      this.emit('exit', code)
    })
  }

  /** Undefined once it has ended, as Electron has it. */
  get pid(): number | undefined {
    return running.has(this) ? this.#child.pid : undefined
  }

  postMessage(message: unknown): void {
    if (this.#child.connected) this.#child.send(message as object)
  }

  kill(): boolean {
    return this.#child.kill()
  }
}

export const utilityProcess = {
  fork: (
    path: string,
    _args: readonly string[],
    { execArgv, serviceName }: { readonly execArgv: readonly string[]; readonly serviceName: string },
  ) => new UtilityUnderNode(path, execArgv, serviceName),
}

/** What Chromium counts of them. Unit: kilobytes. */
export function utilityMetrics() {
  return [...running].flatMap(({ pid, serviceName: name }) =>
    pid === undefined ? [] : [{ pid, name, memory: { workingSetSize: residentBytes(pid) / 1024 } }],
  )
}

function residentBytes(pid: number): number {
  try {
    return Number(readFileSync(`/proc/${pid}/statm`, 'utf8').split(' ')[1]) * pageBytes
  } catch {
    // It has just ended.
    return 0
  }
}
