import { basename } from 'node:path'
import type { Progress } from '../../domain/contract.ts'
import { FailureError } from '../../domain/failure.ts'
import { readerMessageSchema, type ReadRequest, type RosterPart } from './reader-messages.ts'
import { createSizeGuard } from './roster-size.ts'

/** Unit: ms and bytes of the whole process. */
export const readerLimits = { timeMs: 60_000, memoryBytes: 512 * 1024 * 1024 } as const

/** The heap's own limit, and a small nursery: the default one alone costs a large roster 70 MB. */
export const readerFlags = ['--max-old-space-size=512', '--max-semi-space-size=2'] as const

const memoryLookMs = 100

/** A process that reads one file: Electron's, or plain Node's in tests. */
export interface ReaderProcess {
  /** What to read, and then for each piece that one more is wanted. */
  readonly post: (message: ReadRequest | 'more') => void
  readonly onMessage: (listener: (data: unknown) => void) => void
  readonly onExit: (listener: () => void) => void
  /** Unit: bytes resident; 0 while it can't be told. */
  readonly memoryBytes: () => number
  /** Ends the process whatever it is doing. */
  readonly kill: () => void
}

interface ReadOptions {
  /** The next piece is asked for once this one is put away. */
  readonly onPart: (part: RosterPart) => Promise<void>
  readonly onProgress?: (progress: Progress) => void
  readonly signal?: AbortSignal
  readonly limits?: { readonly timeMs: number; readonly memoryBytes: number }
}

/**
 * Has an untrusted roster read and hands it on in pieces; the process is ended at each limit, on cancel and after its
 * answer. Throws: fileReadTimedOut, fileTooLarge, cancelled and what the reader refuses.
 */
export function readRosterThrough(reader: ReaderProcess, path: string, options: ReadOptions): Promise<void> {
  const { onPart, onProgress, signal, limits = readerLimits } = options
  const guardSize = createSizeGuard()
  return new Promise<void>((resolve, reject) => {
    let isOver = false
    const end = (error?: unknown) => {
      if (isOver) return
      isOver = true
      clearTimeout(clock)
      clearInterval(watch)
      signal?.removeEventListener('abort', cancel)
      reader.kill()
      if (error === undefined) resolve()
      else reject(error instanceof FailureError ? error : new FailureError('fileUnreadable'))
    }
    const cancel = () => end(new FailureError('cancelled'))
    const clock = setTimeout(() => end(new FailureError('fileReadTimedOut')), limits.timeMs)
    const watch = setInterval(() => {
      if (reader.memoryBytes() > limits.memoryBytes) end(new FailureError('fileTooLarge'))
    }, memoryLookMs)
    const putAway = (part: RosterPart) => {
      onPart(part).then(() => {
        if (!isOver) reader.post('more')
      }, end)
    }
    const take = (data: unknown) => {
      const message = readerMessageSchema.parse(data)
      switch (message.kind) {
        case 'failure':
          end(new FailureError(message.failure.code, undefined, message.failure.detail))
          break
        case 'done':
          end()
          break
        case 'sheet':
          putAway(message)
          break
        case 'rows': {
          const { rows, doneCount, totalCount } = message
          guardSize(rows)
          putAway({ kind: 'rows', rows })
          onProgress?.({ task: 'importRead', doneCount, totalCount })
        }
      }
    }
    // Out of memory or crashed: the file is more than the reader can take.
    reader.onExit(() => end(new FailureError('fileUnreadable')))
    reader.onMessage((data) => {
      if (isOver) return
      try {
        take(data)
      } catch (error) {
        end(error)
      }
    })
    signal?.addEventListener('abort', cancel, { once: true })
    if (signal?.aborted === true) cancel()
    else reader.post({ path, fileName: basename(path) })
  })
}
