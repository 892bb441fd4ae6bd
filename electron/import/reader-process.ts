import { basename } from 'node:path'
import type { Progress } from '../../domain/contract.ts'
import { FailureError } from '../../domain/failure.ts'
import {
  readerMessageSchema,
  type ReaderMessage,
  type ReadRequest,
  type RosterPart,
  type RosterSource,
} from './reader-messages.ts'
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

interface AskOptions {
  readonly signal?: AbortSignal
  readonly limits?: { readonly timeMs: number; readonly memoryBytes: number }
}

interface ReadOptions extends AskOptions {
  /** The next piece is asked for once this one is put away. */
  readonly onPart: (part: RosterPart) => Promise<void>
  readonly onProgress?: (progress: Progress) => void
}

/** What a roster was by its bytes. */
interface FileDigest {
  readonly sha256: string
}

/** A roster that lies on a disk. */
export function fileAt(path: string): RosterSource {
  return { path, fileName: basename(path) }
}

/**
 * Has an untrusted roster read and hands it on in pieces; the process is ended at each limit, on cancel and after its
 * answer. Throws: fileReadTimedOut, fileTooLarge, cancelled and what the reader refuses.
 */
export function readRosterThrough(
  reader: ReaderProcess,
  source: RosterSource,
  { onPart, onProgress, ...options }: ReadOptions,
): Promise<FileDigest> {
  const guardSize = createSizeGuard()
  return askReader(reader, source, options, async (message) => {
    if (message.kind === 'sheet') await onPart(message)
    if (message.kind !== 'rows') return
    const { rows, doneCount, totalCount } = message
    guardSize(rows)
    onProgress?.({ task: 'importRead', doneCount, totalCount })
    await onPart({ kind: 'rows', rows })
  })
}

/** Unit: bytes; the comments of a hundred thousand faults stay below. */
const largestCopy = 256 * 1024 * 1024

/** Has a copy of a roster made that shows its faults. Throws: handleExpired where the file is another one by now, and as reading does. */
export async function correctRosterThrough(
  reader: ReaderProcess,
  request: Extract<ReadRequest, { readonly marks: unknown }>,
  options: AskOptions = {},
): Promise<Uint8Array> {
  const pieces: Uint8Array[] = []
  let size = 0
  await askReader(reader, request, options, async (message) => {
    if (message.kind !== 'bytes') return Promise.resolve()
    size += message.bytes.length
    if (size > largestCopy) throw new FailureError('fileTooLarge')
    pieces.push(message.bytes)
    return Promise.resolve()
  })
  return Buffer.concat(pieces)
}

type Piece = Exclude<ReaderMessage, { readonly kind: 'done' | 'failure' }>

/** Asks one process for one file: it is ended at each limit, on cancel and after its answer. */
function askReader(
  reader: ReaderProcess,
  request: ReadRequest,
  { signal, limits = readerLimits }: AskOptions,
  putAway: (piece: Piece) => Promise<void>,
): Promise<FileDigest> {
  return new Promise<FileDigest>((resolve, reject) => {
    let isOver = false
    const close = () => {
      isOver = true
      clearTimeout(clock)
      clearInterval(watch)
      signal?.removeEventListener('abort', cancel)
      reader.kill()
    }
    const end = (error: unknown) => {
      if (isOver) return
      close()
      reject(error instanceof FailureError ? error : new FailureError('fileUnreadable'))
    }
    const cancel = () => end(new FailureError('cancelled'))
    const clock = setTimeout(() => end(new FailureError('fileReadTimedOut')), limits.timeMs)
    const watch = setInterval(() => {
      if (reader.memoryBytes() > limits.memoryBytes) end(new FailureError('fileTooLarge'))
    }, memoryLookMs)
    const take = (data: unknown) => {
      const message = readerMessageSchema.parse(data)
      if (message.kind === 'failure') {
        const { code, detail } = message.failure
        end(new FailureError(code, undefined, detail))
      } else if (message.kind === 'done') {
        close()
        resolve({ sha256: message.sha256 })
      } else {
        putAway(message).then(() => {
          if (!isOver) reader.post('more')
        }, end)
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
    else reader.post(request)
  })
}
