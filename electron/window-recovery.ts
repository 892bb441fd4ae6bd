import { app, dialog, type BrowserWindow } from 'electron'
import { recoveryTexts } from '../domain/labels/recovery.zh.ts'
import { logProcessEnd } from './log.ts'

/** A page lost this often within this time will not come to stay: no further try is made. */
const crashLimit = { count: 3, withinMs: 60_000 } as const

/** Brings the page back after its process ended or hangs, and says so; a page that keeps failing ends the program. */
export function keepWindowAlive(window: BrowserWindow): void {
  const { webContents } = window
  let crashTimes: readonly number[] = []
  let isAskedToReload = false
  let said = new AbortController()

  /** One message at a time: a newer one takes the place of the one that is still open. */
  const say = async (options: Electron.MessageBoxOptions): Promise<number> => {
    said.abort()
    said = new AbortController()
    const { response } = await dialog.showMessageBox(window, {
      ...options,
      noLink: true,
      signal: said.signal,
    })
    return response
  }

  webContents.on('render-process-gone', (_event, { reason, exitCode }) => {
    if (reason === 'clean-exit' || window.isDestroyed()) return
    // Not in this very turn: the page's process is still being taken down.
    if (isAskedToReload) {
      isAskedToReload = false
      setImmediate(reload)
      return
    }
    logProcessEnd('window', reason, exitCode)
    const now = Date.now()
    crashTimes = [...crashTimes.filter((time) => now - time < crashLimit.withinMs), now]
    if (crashTimes.length > crashLimit.count) {
      const { message, detail, confirm } = recoveryTexts.pageKeepsFailing
      void say({ type: 'error', message, detail, buttons: [confirm] }).then(() => app.quit())
      return
    }
    setImmediate(reload)
    const { message, detail, confirm } = recoveryTexts.pageLost
    void say({ type: 'warning', message, detail, buttons: [confirm] })
  })

  window.on('unresponsive', () => {
    const { message, detail, wait, reload } = recoveryTexts.pageHangs
    void say({ type: 'question', message, detail, buttons: [wait, reload], cancelId: 0 }).then((response) => {
      if (response !== 1 || window.isDestroyed()) return
      isAskedToReload = true
      webContents.forcefullyCrashRenderer()
    })
  })
  // Whoever was asked whether to wait need not answer any more.
  window.on('responsive', () => said.abort())

  function reload(): void {
    if (!window.isDestroyed()) webContents.reload()
  }
}
