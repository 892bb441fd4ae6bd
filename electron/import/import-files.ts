import { app, utilityProcess } from 'electron'
import { join } from 'node:path'
import { readerFlags, type ReaderProcess } from './reader-process.ts'

/** What the system calls the reader's process. */
export const importReaderName = 'import-reader'

const killTimeMs = 1000

/** A process of its own for one untrusted roster: whatever the file does to the parser, it does to nobody else. */
export function startImportReader(): ReaderProcess {
  const reader = utilityProcess.fork(join(app.getAppPath(), 'out/main/import-reader.js'), [], {
    execArgv: [...readerFlags],
    serviceName: importReaderName,
    stdio: 'ignore',
  })
  return {
    post: (request) => reader.postMessage(request),
    onMessage: (listener) => void reader.on('message', listener),
    onExit: (listener) => void reader.once('exit', listener),
    memoryBytes: () => {
      const metric = app.getAppMetrics().find(({ pid }) => pid === reader.pid)
      // Chromium counts in kilobytes.
      return (metric?.memory.workingSetSize ?? 0) * 1024
    },
    kill: () => {
      const { pid } = reader
      reader.kill()
      // A process that doesn't hear the request is ended by the system.
      const late = setTimeout(() => {
        if (pid !== undefined && reader.pid === pid) process.kill(pid, 'SIGKILL')
      }, killTimeMs)
      reader.once('exit', () => clearTimeout(late))
    },
  }
}
