import { EventEmitter } from 'node:events'
import { join } from 'node:path'

/*
 * Stands in for Electron when the built main process runs under Node: what the product registers there is kept, its
 * questions to the user are answered as `answers` says, and everything that only draws does nothing.
 */

export type RegisteredHandler = (event: object, input: unknown) => Promise<unknown>

/** What the user picks in the system's dialogs; null cancels. */
export interface Answers {
  openPath: string | null
  savePath: string | null
  button: number
  /** How many dialogs have come up so far. */
  askedCount: number
  /** Until when the user thinks about it. */
  thinking: Promise<void>
}

export const answers: Answers = {
  openPath: null,
  savePath: null,
  button: 0,
  askedCount: 0,
  thinking: Promise.resolve(),
}
export const registered = new Map<string, RegisteredHandler>()
/** What main sends to its page comes out here. */
export const toPage = new EventEmitter()
/** Unit: seconds since anybody touched the PC. */
export const presence = { idleSeconds: 0 }

const userData = process.env['FAULTS_USER_DATA'] ?? ''

/** Answers any question with itself, so that a new way of drawing needs no line here. */
function nothing(): object {
  const silent: object = new Proxy(() => undefined, {
    get: (_target, name) => (name === 'then' || typeof name === 'symbol' ? undefined : silent),
    apply: () => silent,
    construct: () => silent,
  })
  return silent
}

/** Real events and the given members; anything else is drawn nowhere. */
function emitterWith<T extends object>(members: T): EventEmitter & T {
  const emitter = Object.assign(new EventEmitter(), members)
  return new Proxy(emitter, {
    get: (target, name): unknown => (name in target ? Reflect.get(target, name) : nothing()),
  })
}

export const app = emitterWith({
  isPackaged: true,
  name: 'linli-ledger',
  commandLine: nothing(),
  getPath: (name: string) => (name === 'userData' ? userData : join(userData, name)),
  getAppPath: () => join(import.meta.dirname, '../../..'),
  getVersion: () => '0.0.0',
  requestSingleInstanceLock: () => true,
  whenReady: () => Promise.resolve(),
  getAppMetrics: () => [],
  quit: () => void app.emit('will-quit', { preventDefault: () => undefined }),
  exit: () => void app.emit('exited'),
})

export const ipcMain = emitterWith({
  handle: (channel: string, handler: RegisteredHandler) => void registered.set(channel, handler),
})

export const dialog = {
  showOpenDialog: async () => {
    await thoughtOver()
    return { canceled: answers.openPath === null, filePaths: [answers.openPath ?? ''] }
  },
  showSaveDialog: async () => {
    await thoughtOver()
    return { canceled: answers.savePath === null, filePath: answers.savePath ?? '' }
  },
  showMessageBox: async () => {
    await thoughtOver()
    return { response: answers.button, checkboxChecked: false }
  },
  showErrorBox: () => undefined,
}

async function thoughtOver(): Promise<void> {
  answers.askedCount += 1
  await answers.thinking
}

interface StandInWindow {
  readonly webContents: ReturnType<typeof contents>
}

let lastContentsId = 0
const windows: StandInWindow[] = []

function contents() {
  lastContentsId += 1
  return emitterWith({
    id: lastContentsId,
    mainFrame: { url: 'app://linli/index.html' },
    getPrintersAsync: () => Promise.resolve([]),
    send: (channel: string, news: unknown) => void toPage.emit(channel, news),
  })
}

function openWindow(): StandInWindow {
  const own = contents()
  const window = emitterWith({
    webContents: own,
    loadURL: (address: string) => {
      // Nobody draws a paper here, and a job would wait half a minute for it.
      if (address.includes('#/print'))
        setImmediate(() => own.emit('render-process-gone', {}, { reason: 'killed' }))
      return Promise.resolve()
    },
    isDestroyed: () => !windows.includes(window),
    isVisible: () => true,
    isMinimized: () => false,
    destroy: () => {
      windows.splice(windows.indexOf(window), 1)
      own.emit('destroyed')
      window.emit('closed')
    },
  })
  windows.push(window)
  return window
}

export const BrowserWindow = new Proxy(openWindow, {
  construct: openWindow,
  get: (_target, name) => (name === 'getAllWindows' ? () => windows : () => null),
}) as unknown as { readonly getAllWindows: () => readonly StandInWindow[] }

export const webContents = { fromId: () => undefined }
const size = { width: 1366, height: 768 }
export const screen = {
  getPrimaryDisplay: () => ({ workAreaSize: size }),
  getAllDisplays: () => [{ size, scaleFactor: 1 }],
}
export const powerMonitor = emitterWith({
  getSystemIdleTime: () => presence.idleSeconds,
  getSystemIdleState: () => 'active',
})
export const [session, protocol, utilityProcess, Menu, nativeTheme, shell, clipboard, powerSaveBlocker] =
  Array.from({ length: 8 }, nothing)
