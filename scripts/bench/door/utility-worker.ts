import { utilityProcess, type UtilityProcess } from 'electron'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'

/** Takes the place of node:worker_threads in main, so that the very same door starts a process instead. */
export class Worker {
  readonly #process: UtilityProcess

  constructor(address: URL) {
    this.#process = utilityProcess.fork(fileURLToPath(address), [], { serviceName: 'ledger' })
  }

  /** A process has no errors besides its end. */
  on(event: 'error' | 'exit' | 'message', listener: (value: unknown) => void): void {
    if (event === 'exit') this.#process.on('exit', listener)
    if (event === 'message') this.#process.on('message', listener)
  }

  postMessage(message: unknown): void {
    this.#process.postMessage(message)
  }

  async terminate(): Promise<void> {
    const ended = once(this.#process, 'exit')
    if (this.#process.kill()) await ended
  }
}
