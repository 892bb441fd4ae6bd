import type {} from 'electron'
import { readFile, stat } from 'node:fs/promises'
import { FailureError, type Failure } from '../../domain/failure.ts'
import type { RosterTable } from '../../domain/roster-import/roster-table.ts'
import { largestRosterFile, readRosterFile } from './read-roster-file.ts'
import { readRequestSchema, type ReaderMessage, type ReadRequest } from './reader-messages.ts'
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
    await sendTable(await readTable(request))
    send({ kind: 'done' })
  } catch (error) {
    send({ kind: 'failure', failure: failureOf(error) })
  }
}

async function readTable({ path, fileName }: ReadRequest): Promise<RosterTable> {
  const { size } = await stat(path)
  if (size > largestRosterFile) throw new FailureError('fileTooLarge')
  return readRosterFile(await readFile(path), fileName)
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
