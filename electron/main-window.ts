import { app, type BrowserWindow } from 'electron'
import { deskEvent, type DeskEvent } from '../domain/channel-names.ts'
import { keepWindowAlive } from './window-recovery.ts'
import { openMainWindow } from './window.ts'

/** The one window people work in, which changes when the desk is covered or left. */
export interface MainWindow {
  /** Another window takes its place: the page before it, its process and everything it held are gone. */
  readonly renew: () => void
  readonly tell: (event: DeskEvent) => void
}

/** Opens the window; its end is the end of the program. */
export function startMainWindow(watch: (window: BrowserWindow) => void): MainWindow {
  let isRenewing = false
  const open = (before?: BrowserWindow): BrowserWindow => {
    const window = openMainWindow(before)
    keepWindowAlive(window)
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
    tell: (event) => {
      if (!window.isDestroyed()) window.webContents.send(deskEvent, event)
    },
  }
}
