import { join } from 'node:path'
import { emitterWith, nothing } from './silent-parts.ts'
import { utilityMetrics, utilityProcess } from './stand-in-utility.ts'
import { allWindows, openWindow, registered, type RegisteredHandler } from './stand-in-windows.ts'

/*
 * Stands in for Electron when the built main process runs under Node: what the product registers there is kept, its
 * questions to the user are answered as `answers` says, and everything that only draws does nothing.
 */

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
/** Unit: seconds since anybody touched the PC. */
export const presence = { idleSeconds: 0 }

const userData = process.env['FAULTS_USER_DATA'] ?? ''

export const app = emitterWith({
  isPackaged: true,
  name: 'linli-ledger',
  commandLine: nothing(),
  getPath: (name: string) => (name === 'userData' ? userData : join(userData, name)),
  getAppPath: () => join(import.meta.dirname, '../../..'),
  getVersion: () => '0.0.0',
  requestSingleInstanceLock: () => true,
  whenReady: () => Promise.resolve(),
  getAppMetrics: utilityMetrics,
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

export const BrowserWindow = new Proxy(openWindow, {
  construct: openWindow,
  get: (_target, name) => (name === 'getAllWindows' ? allWindows : () => null),
})

export { utilityProcess }
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
/** Nobody has copied anything. */
export const clipboard = { readText: () => Promise.resolve(''), writeText: () => Promise.resolve() }
export const [session, protocol, Menu, nativeTheme, shell, powerSaveBlocker] = Array.from(
  { length: 6 },
  nothing,
)
