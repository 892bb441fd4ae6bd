import { app, BrowserWindow, screen } from 'electron'
import { join } from 'node:path'
import windowIcon from '../resources/icon.png?asset'
import { mayLoseUnsaved } from './own-dialogs.ts'
import { appOrigin, windowSession } from './security.ts'

/** The windows this program made; a request from any other sender is refused. */
const ownContents = new Set<number>()

export function isOwnContents(contentsId: number): boolean {
  return ownContents.has(contentsId)
}

/** The window people work in, or another one in the place of the one before, which is destroyed. */
export function openMainWindow(before?: BrowserWindow): BrowserWindow {
  // Windows counts in enlarged pixels: at 150 % a small screen has fewer of them than the window would like.
  const { width, height } = screen.getPrimaryDisplay().workAreaSize
  const options = {
    width: Math.min(1366, width),
    height: Math.min(768, height),
    minWidth: Math.min(1000, width),
    minHeight: Math.min(640, height),
    backgroundColor: '#f3f6f5',
  }
  const window = before === undefined ? lockedDown(options) : inPlaceOf(before, options)
  askBeforeLosing(window)
  void window.loadURL(addressOf(''))
  return window
}

/** The old window goes first, so that the new page gets no process that has seen anything. */
function inPlaceOf(before: BrowserWindow, options: Electron.BrowserWindowConstructorOptions): BrowserWindow {
  const [bounds, isMaximized] = [before.getNormalBounds(), before.isMaximized()]
  const [isMinimized, isFocused] = [before.isMinimized(), before.isFocused()]
  before.destroy()
  const window = lockedDown({ ...options, ...bounds, show: false })
  if (isMaximized) window.maximize()
  if (isMinimized) window.minimize()
  // Whoever works in another program meanwhile goes on there.
  else if (isFocused) window.show()
  else window.showInactive()
  return window
}

/** The page's objection keeps the window open; whoever sits before it may overrule the page. */
function askBeforeLosing(window: BrowserWindow): void {
  let isAsking = false
  window.webContents.on('will-prevent-unload', (event) => {
    // At every edit the page is reloaded or the app started anew, which nobody wants to be asked about.
    if (devAddress() !== undefined) event.preventDefault()
    if (isAsking || event.defaultPrevented) return
    isAsking = true
    // Main goes on meanwhile: a second start must find it answering.
    void mayLoseUnsaved(window)
      .then((mayLose) => {
        if (mayLose && !window.isDestroyed()) window.destroy()
      })
      .finally(() => {
        isAsking = false
      })
  })
}

/** A hidden window that draws one paper; whoever asks for it destroys it. */
export function openPrintWindow(hash: string): BrowserWindow {
  const window = lockedDown({ show: false, width: 1200, height: 900 })
  // A page that can't be loaded never says its sheets are ready, which the job waits for.
  window.loadURL(addressOf(hash)).catch(() => undefined)
  return window
}

function addressOf(hash: string): string {
  return `${devAddress() ?? appOrigin}/index.html${hash}`
}

/** Where the page comes from while it is being worked on. */
function devAddress(): string | undefined {
  return app.isPackaged ? undefined : process.env['ELECTRON_RENDERER_URL']
}

function lockedDown(options: Electron.BrowserWindowConstructorOptions): BrowserWindow {
  const window = new BrowserWindow({
    ...options,
    title: app.name,
    // Elsewhere the window has the icon of the program itself.
    ...(process.platform === 'linux' ? { icon: windowIcon } : {}),
    autoHideMenuBar: true,
    webPreferences: {
      preload: join(import.meta.dirname, '../preload/preload.cjs'),
      partition: windowSession,
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      webviewTag: false,
      spellcheck: false,
      devTools: !app.isPackaged,
    },
  })
  const { webContents } = window
  const { id } = webContents
  ownContents.add(id)
  webContents.once('destroyed', () => ownContents.delete(id))
  // The security policy has no word against WebRTC, and UDP asks for no host.
  webContents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp')
  webContents.setWindowOpenHandler(() => ({ action: 'deny' }))
  webContents.on('will-navigate', (event) => event.preventDefault())
  webContents.on('will-redirect', (event) => event.preventDefault())
  webContents.on('will-attach-webview', (event) => event.preventDefault())
  return window
}
