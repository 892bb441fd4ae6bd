import { noFilter } from '../../../domain/no-filter.ts'
import { app, BrowserWindow } from 'electron'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { samplePassword } from '../../../domain/sample-account.ts'
import type { LedgerChannel } from '../../../domain/contract.ts'
import type { Reply } from '../../../domain/failure.ts'
import type { RosterTable } from '../../../domain/roster-import/roster-table.ts'
import { rowChunks } from '../../../electron/import/row-chunks.ts'
import type { LedgerDoor } from '../../../electron/ledger/ledger-door.ts'
import { sampleCommittee } from '../../seed/sample-committee.ts'
import { memoryOf } from '../process-memory.ts'
import { crashWorker } from './crash-worker.ts'
import type { DoorReport } from './door-report.ts'
import { rosterTable } from './roster-table.ts'
import { startDoor } from './start-door.ts'
import { watchStalls } from './stall-watch.ts'

/** The program that is started around one kind of door: measures it, or crashes it, and writes down what it saw. */
const { DOOR_LEDGER = '', DOOR_REPORT = '', DOOR_TASK = '' } = process.env
const smallQuestions = 500
const listQuestions = 100
const rowsPerList = 200

void app.whenReady().then(async () => {
  const window = new BrowserWindow({ width: 800, height: 600 })
  await window.loadURL('data:text/html,<p>door</p>')
  const report = DOOR_TASK === 'crash' ? await crashWorker(DOOR_LEDGER) : await measure(window)
  writeFileSync(DOOR_REPORT, JSON.stringify(report))
  app.exit()
})

async function measure(window: BrowserWindow): Promise<DoorReport> {
  const { door, startMs } = await firstReply()
  const openMs = await timed(() =>
    door.ask('signIn', { filePath: DOOR_LEDGER, staffId: 1, password: samplePassword }),
  )
  const totalCount = await residentCount(door)
  const smallMs: number[] = []
  for (let question = 1; question <= smallQuestions; question += 1) {
    smallMs.push(await timed(() => askChannel(door, 'resident.get', { id: question })))
  }
  const listMs: number[] = []
  for (let question = 0; question < listQuestions; question += 1) {
    const offset = Math.floor((question * (totalCount - rowsPerList)) / listQuestions)
    listMs.push(await timed(() => askList(door, offset, rowsPerList)))
  }
  await setTimeout(1000)
  const memoryBytes = memoryOf(process.pid)
  const writing = await writeRoster(door, window)
  await door.ask('close', {})
  await door.end()
  return { startMs, openMs, smallMs, listMs, memoryBytes, ...writing }
}

async function firstReply() {
  const startedAt = performance.now()
  const door = startDoor()
  // Nothing is open yet, so this is answered as soon as the worker has loaded its code.
  await door.ask('close', {})
  return { door, startMs: performance.now() - startedAt }
}

/** Imports 99,990 people into an empty ledger, and watches main and the window meanwhile. */
async function writeRoster(door: LedgerDoor, window: BrowserWindow) {
  const filePath = join(app.getPath('userData'), 'written', 'linli-ledger.db')
  const director = { name: 'bench', password: samplePassword }
  await door.ask('create', { filePath, committee: sampleCommittee, isSample: true, director })
  const table = rosterTable()
  const handle = 'roster'
  const staging = await watchStalls(window)
  const stageMs = await timed(() => stage(door, handle, table))
  const staged = await staging.end()
  await askChannel(door, 'import.preview', { handle, sheetIndexes: [0], mapping: null })
  const writing = await watchStalls(window)
  const writeMs = await timed(() => askChannel(door, 'import.apply', { handle }))
  const written = await writing.end()
  return {
    stageMs,
    stageMainStallMs: staged.mainMs,
    stageFrameGapMs: staged.frameMs,
    writeMs,
    writeMainStallMs: written.mainMs,
    writeFrameGapMs: written.frameMs,
  }
}

/** Hands a roster over as main does: in the pieces the reader's process sends. */
async function stage(door: LedgerDoor, handle: string, { sheets }: RosterTable): Promise<void> {
  for (const { name, rows, mergedAreas } of sheets) {
    await door.ask('stagePart', { handle, part: { kind: 'sheet', name, mergedAreas } })
    for (const chunk of rowChunks(rows))
      await door.ask('stagePart', { handle, part: { kind: 'rows', rows: chunk } })
  }
  await door.ask('stageRoster', { handle, fileName: 'roster.xlsx' })
}

async function residentCount(door: LedgerDoor): Promise<number> {
  const { value } = (await askList(door, 0, 1)) as { readonly value: { readonly totalCount: number } }
  return value.totalCount
}

function askList(door: LedgerDoor, offset: number, limit: number) {
  const filter = { ...noFilter }
  return askChannel(door, 'resident.list', { filter, offset, limit })
}

async function askChannel(door: LedgerDoor, name: LedgerChannel, input: unknown) {
  return answered(await door.ask('channel', { name, input }))
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const startedAt = performance.now()
  await work()
  return performance.now() - startedAt
}

function answered(reply: Reply<unknown>) {
  if (!reply.ok) throw new Error(reply.failure.code)
  return reply
}
