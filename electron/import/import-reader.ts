import type {} from 'electron'
import { createHash } from 'node:crypto'
import { readFile, stat } from 'node:fs/promises'
import { FailureError, type Failure } from '../../domain/failure.ts'
import type { RosterTable } from '../../domain/roster-import/roster-table.ts'
import { largestRosterFile, readRosterFile } from './read-roster-file.ts'
import { correctedCopy } from './copy/corrected-copy.ts'
import {
  messageLimits,
  readRequestSchema,
  type ReaderMessage,
  type ReadRequest,
  type RosterSource,
} from './reader-messages.ts'
import { createSizeGuard } from './roster-size.ts'
import { rowChunks } from './row-chunks.ts'

// A process of its own: whatever a hostile file does to the parser, it does to nobody else.
let goOn: (() => void) | undefined
process.parentPort.once('message', ({ data }: { readonly data: unknown }) => {
  process.parentPort.on('message', () => goOn?.())
  void answer(readRequestSchema.parse(data))
})

async function answer(request: ReadRequest): Promise<void> {
  try {
    const bytes = await bytesOf(request)
    const sha256 = createHash('sha256').update(bytes).digest('hex')
    if (!('marks' in request)) await sendTable(await readRosterFile(bytes, request.fileName))
    else if (request.sha256 === sha256)
      await sendBytes(await correctedCopy(bytes, request.fileName, request.marks))
    // Somebody has saved the file meanwhile: its rows may stand elsewhere.
    else throw new FailureError('handleExpired')
    send({ kind: 'done', sha256 })
  } catch (error) {
    send({ kind: 'failure', failure: failureOf(error) })
  }
}

async function bytesOf(source: RosterSource): Promise<Uint8Array> {
  if ('text' in source) return Buffer.from(source.text, 'utf8')
  const { size } = await stat(source.path)
  if (size > largestRosterFile) throw new FailureError('fileTooLarge')
  return readFile(source.path)
}

async function sendBytes(content: Uint8Array): Promise<void> {
  for (let start = 0; start < content.length; start += messageLimits.bytes) {
    await handOver({ kind: 'bytes', bytes: content.slice(start, start + messageLimits.bytes) })
  }
}

async function sendTable({ sheets }: RosterTable): Promise<void> {
  const totalCount = sheets.reduce((count, { rows }) => count + rows.length, 0)
  let doneCount = 0
  const guardSize = createSizeGuard()
  // All of it first: a file that is refused hands over nothing.
  for (const { rows } of sheets) guardSize(rows)
  for (const { name, rows, mergedAreas, hiddenRows = [] } of sheets) {
    await handOver({ kind: 'sheet', name, mergedAreas: [...mergedAreas], hiddenRows: [...hiddenRows] })
    for (const chunk of rowChunks(rows)) {
      doneCount += chunk.length
      await handOver({ kind: 'rows', rows: chunk.map((row) => [...row]), doneCount, totalCount })
    }
  }
}

/** Waits until main wants more: it gets round to its window between two pieces. */
async function handOver(message: ReaderMessage): Promise<void> {
  const asked = new Promise<void>((resolve) => (goOn = resolve))
  send(message)
  await asked
}

/** A parser that stumbles says nothing about the product: the file is what can't be read. */
function failureOf(error: unknown): Failure {
  return error instanceof FailureError ? error.failure : { code: 'fileUnreadable' }
}

function send(message: ReaderMessage): void {
  process.parentPort.postMessage(message)
}
