import { app, type BrowserWindow } from 'electron'
import { deskEvent, type DeskEvent } from '../domain/channel-names.ts'
import { keepDraftsOf } from './page-drafts.ts'
import { keepWindowAlive } from './window-recovery.ts'
import { openMainWindow } from './window.ts'

/** The one window people work in, which changes when the desk is covered or left. */
export interface MainWindow {
  /** Another window takes its place: the page before it, its process and everything it held are gone. */
  readonly renew: () => void
  /** Has the page write down what is half filled in. */
  readonly keepDrafts: () => Promise<void>
  readonly tell: (event: DeskEvent) => void
}

interface MainWindowOptions {
  /** Whether a page could hold anything that is worth keeping. */
  readonly hasDrafts: () => boolean
  readonly watch: (window: BrowserWindow) => void
}

/** Opens the window; its end is the end of the program. */
export function startMainWindow({ hasDrafts, watch }: MainWindowOptions): MainWindow {
  let isRenewing = false
  const open = (before?: BrowserWindow): BrowserWindow => {
    const window = openMainWindow(before)
    keepWindowAlive(window)
    keepDraftsBeforeClosing(window, hasDrafts)
    watch(window)
    return window
  }
  let window = open()
  app.on('window-all-closed', () => {
    if (!isRenewing) app.quit()
  })

  return {
    renew: () => {
      if (window.isDestroyed()) return
      isRenewing = true
      window = open(window)
      isRenewing = false
    },
    keepDrafts: async () => {
      if (!window.isDestroyed() && hasDrafts()) await keepDraftsOf(window)
    },
    tell: (event) => {
      if (!window.isDestroyed()) window.webContents.send(deskEvent, event)
    },
  }
}

/** The X, Alt+F4 and quitting wait for the last words; what can't be kept the page still objects about. */
function keepDraftsBeforeClosing(window: BrowserWindow, hasDrafts: () => boolean): void {
  let areKept = false
  window.on('close', (event) => {
    if (areKept || !hasDrafts()) return
    event.preventDefault()
    void keepDraftsOf(window).then(() => {
      areKept = true
      if (!window.isDestroyed()) window.close()
    })
  })
  window.webContents.on('will-prevent-unload', () => {
    areKept = false
  })
}
