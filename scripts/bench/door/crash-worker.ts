import { noFilter } from '../../../domain/no-filter.ts'
import { app, BrowserWindow } from 'electron'
import { setTimeout } from 'node:timers/promises'
import { samplePassword } from '../../../domain/sample-account.ts'
import type { CrashReport } from './door-report.ts'
import { startDoor } from './start-door.ts'

/** Lets the ledger's worker die as a fault in native code would make it die. Does not come back where main dies with it. */
export async function crashWorker(filePath: string): Promise<CrashReport> {
  const door = startDoor()
  await door.ask('signIn', { filePath, staffId: 1, password: samplePassword })
  const filter = { ...noFilter }
  const question = door.ask('channel', { name: 'resident.list', input: { filter, offset: 0, limit: 200 } })
  const worker = app.getAppMetrics().find(({ name }) => name === 'ledger')
  // A thread has no process of its own: its fault is main's.
  process.kill(worker?.pid ?? process.pid, 'SIGSEGV')
  const isQuestionAnswered = await Promise.race([question.then(() => true), setTimeout(2000, false)])
  const reopened = await door.ask('signIn', { filePath, staffId: 1, password: samplePassword })
  return {
    isQuestionAnswered,
    isWindowAlive: BrowserWindow.getAllWindows().every((window) => !window.webContents.isCrashed()),
    isLedgerOpenAgain: reopened.ok,
  }
}
