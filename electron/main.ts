import { app, BrowserWindow, Menu } from 'electron'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { progressEvent } from '../domain/channel-names.ts'
import { firstSettings, type Settings } from '../domain/committee.ts'
import type { Progress } from '../domain/contract.ts'
import { startChosenFolders } from './chosen-folders.ts'
import { bulkChangeHandlers } from './ipc/bulk-change.handlers.ts'
import { draftHandlers } from './ipc/draft.handlers.ts'
import { startChosenSticks } from './backup/chosen-stick.ts'
import { backupHandlers } from './ipc/backup.handlers.ts'
import { gatekeeper } from './ipc/gatekeeper.ts'
import { helpHandlers } from './ipc/help.handlers.ts'
import { duplicateHandlers } from './ipc/duplicate.handlers.ts'
import { importHandlers } from './ipc/import.handlers.ts'
import { ledgerHandlers } from './ipc/ledger.handlers.ts'
import { printHandlers } from './ipc/print.handlers.ts'
import { registerHandlers } from './ipc/register-handlers.ts'
import { settingsHandlers } from './ipc/settings.handlers.ts'
import { retentionHandlers } from './ipc/retention.handlers.ts'
import { residentListHandlers } from './ipc/resident-list.handlers.ts'
import { setupHandlers } from './ipc/setup.handlers.ts'
import { staffHandlers } from './ipc/staff.handlers.ts'
import { createDeskCover } from './desk-cover.ts'
import { startMainWindow } from './main-window.ts'
import { startLedgerDoor, type LedgerDoor } from './ledger/ledger-door.ts'
import { startLedgerSession, type LedgerSession } from './ledger-session.ts'
import { logUnexpected, startLog } from './log.ts'
import { logEndedProcesses } from './process-ends.ts'
import { refuseBrokenProgram, refuseUnsafeStart } from './refuse-start.ts'
import { prepareSession, registerAppScheme } from './security.ts'
import { startTextSize, type RememberedTextSize } from './text-size-file.ts'

const devOrigin = app.isPackaged ? undefined : process.env['ELECTRON_RENDERER_URL']
const closingTimeMs = 3000

interface OpeningLedger {
  readonly door: LedgerDoor
  readonly ledgerSession: LedgerSession
  readonly textSize: RememberedTextSize
  readonly settings: () => Settings
}

/** Needs no window: the ledger opens while Chromium starts. */
function openLedger(): OpeningLedger {
  const door = startLedgerDoor({
    launch: () => new Worker(new URL('./ledger-worker.js', import.meta.url)),
    onProgress: tellWindows,
    onDeskNews: (news) => ledgerSession.takeNews(news),
    report: logUnexpected,
    onLost: () => ledgerSession.reopenLost(),
  })
  const textSize = startTextSize()
  let settings = firstSettings
  const onSettings = (current: Settings) => {
    settings = current
    textSize.remember(current.textSizePercent)
  }
  const ledgerSession = startLedgerSession({ door, onSettings })
  void ledgerSession.open()
  return { door, ledgerSession, textSize, settings: () => settings }
}

function run({ door, ledgerSession, textSize, settings }: OpeningLedger): void {
  const chosenFolders = startChosenFolders()
  prepareSession(join(import.meta.dirname, '../renderer'), textSize.now, devOrigin)
  const deskCover = createDeskCover({
    session: ledgerSession,
    window: () => mainWindow,
    idleLimitMinutes: () => settings().idleLockMinutes,
  })
  registerHandlers(
    {
      ...setupHandlers(door, ledgerSession, chosenFolders),
      ...backupHandlers({
        door,
        session: ledgerSession,
        sticks: startChosenSticks(),
        onProgress: tellWindows,
      }),
      ...settingsHandlers(door, ledgerSession, chosenFolders, tellWindows),
      ...staffHandlers(ledgerSession, deskCover),
      ...helpHandlers(ledgerSession),
      ...draftHandlers(),
      ...ledgerHandlers(door, ledgerSession.whenOpen),
      ...importHandlers(door, tellWindows),
      ...bulkChangeHandlers(door),
      ...duplicateHandlers(door),
      ...residentListHandlers(door, tellWindows),
      ...printHandlers(door, ledgerSession),
      ...retentionHandlers(door),
    },
    gatekeeper(door, ledgerSession),
    devOrigin,
  )
  Menu.setApplicationMenu(null)
  logEndedProcesses()
  const mainWindow = startMainWindow({
    hasDrafts: () => ledgerSession.deskState() === 'open',
    watch: deskCover.watch,
  })
  deskCover.start()

  let isClosed = false
  app.on('will-quit', (event) => {
    if (isClosed) return
    event.preventDefault()
    isClosed = true
    const late = new Promise((resolve) => setTimeout(resolve, closingTimeMs))
    void Promise.race([door.ask('close', { backUp: 'onClose' }), late])
      .then(() => door.end())
      .finally(() => app.exit())
  })
}

function tellWindows(progress: Progress): void {
  for (const window of BrowserWindow.getAllWindows()) window.webContents.send(progressEvent, progress)
}

function bringForward(): void {
  // The hidden window of a print job is no window to bring forward.
  const window = BrowserWindow.getAllWindows().find((one) => one.isVisible() || one.isMinimized())
  if (window?.isMinimized() === true) window.restore()
  window?.focus()
}

if (refuseUnsafeStart() || refuseBrokenProgram()) {
  // It said why and is on its way out.
} else if (app.requestSingleInstanceLock()) {
  startLog()
  // Else the runtime shows a dialog of its own with the error's text.
  process.on('uncaughtException', (error) => logUnexpected('main', error))
  process.on('unhandledRejection', (error) => logUnexpected('main', error))
  registerAppScheme(devOrigin)
  app.on('second-instance', bringForward)
  const opening = openLedger()
  // An ES module main must not wait for this at its top level.
  app.whenReady().then(
    () => run(opening),
    (error: unknown) => logUnexpected('start', error),
  )
} else {
  app.quit()
}
