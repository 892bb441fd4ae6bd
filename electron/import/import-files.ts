import { app, utilityProcess } from 'electron'
import { basename, join } from 'node:path'
import type { Progress } from '../../domain/contract.ts'
import { FailureError } from '../../domain/failure.ts'
import type { MergedArea, RosterTable, SheetCell } from '../../domain/roster-import/roster-table.ts'
import { readerMessageSchema } from './reader-messages.ts'

const timeLimitMs = 60_000
const memoryLimitMb = 512

/** What the system calls the reader's process. */
export const importReaderName = 'import-reader'

/**
 * Reads an untrusted roster in a process of its own that is ended at the time limit, on cancel and after its answer.
 * Throws: fileReadTimedOut, cancelled and what the reader refuses.
 */
export function readRosterInOwnProcess(
  path: string,
  options: { readonly signal?: AbortSignal; readonly onProgress?: (progress: Progress) => void } = {},
): Promise<RosterTable> {
  const { signal, onProgress } = options
  const reader = utilityProcess.fork(join(app.getAppPath(), 'out/main/import-reader.js'), [], {
    execArgv: [`--max-old-space-size=${memoryLimitMb}`],
    serviceName: importReaderName,
    stdio: 'ignore',
  })
  return new Promise<RosterTable>((resolve, reject) => {
    const sheets: { name: string; rows: SheetCell[][]; mergedAreas: MergedArea[] }[] = []
    const end = (settle: () => void) => {
      clearTimeout(timer)
      signal?.removeEventListener('abort', cancel)
      settle()
      reader.kill()
    }
    const refuse = (error: FailureError) => end(() => reject(error))
    const cancel = () => refuse(new FailureError('cancelled'))
    const timer = setTimeout(() => refuse(new FailureError('fileReadTimedOut')), timeLimitMs)
    // Out of memory or crashed: the file is more than the reader can take.
    reader.once('exit', () => refuse(new FailureError('fileUnreadable')))
    reader.on('message', (data: unknown) => {
      const { data: message } = readerMessageSchema.safeParse(data)
      switch (message?.kind) {
        case undefined:
          return refuse(new FailureError('fileUnreadable'))
        case 'failure':
          return refuse(new FailureError(message.failure.code, undefined, message.failure.detail))
        case 'done':
          return end(() => resolve({ sheets }))
        case 'sheet':
          sheets.push({ name: message.name, rows: [], mergedAreas: message.mergedAreas })
          return
        case 'rows':
          sheets.at(-1)?.rows.push(...message.rows)
          onProgress?.({ task: 'importRead', doneCount: message.doneCount, totalCount: message.totalCount })
      }
    })
    signal?.addEventListener('abort', cancel, { once: true })
    if (signal?.aborted === true) return cancel()
    reader.postMessage({ path, fileName: basename(path) })
  })
}
