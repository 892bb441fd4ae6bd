import { EventEmitter } from 'node:events'
import { deskEvent } from '../../../domain/channel-names.ts'
import { emitterWith } from './silent-parts.ts'

export type RegisteredHandler = (event: object, input: unknown) => Promise<unknown>

/** What the product answers to its pages. */
export const registered = new Map<string, RegisteredHandler>()

/** What main sends to its page comes out here, for whoever is to answer as the page does. */
export const toPage = new EventEmitter()

/** Shape: a sheet that was drawn, by the reply that its page got. */
export interface DrawnSheet {
  readonly address: string
  readonly reply: unknown
  /** Null until it was handed to a printer; the name of that. */
  printer: string | null
}

/** Whether hidden windows draw; else a job finds its page gone at once instead of waiting half a minute for it. */
export const drawing: { isOn: boolean; readonly sheets: DrawnSheet[] } = { isOn: false, sheets: [] }

interface StandInWindow {
  readonly webContents: ReturnType<typeof contents>
}

let lastContentsId = 0
const windows: StandInWindow[] = []

export function allWindows(): readonly StandInWindow[] {
  return windows
}

function contents() {
  lastContentsId += 1
  const id = lastContentsId
  let sheet: DrawnSheet | null = null
  let isForPaper = false
  return emitterWith({
    id,
    isForPaper: () => isForPaper,
    becomePaper: () => {
      isForPaper = true
    },
    mainFrame: { url: 'app://linli/index.html' },
    getPrintersAsync: () => Promise.resolve([{ name: 'Office printer', displayName: 'Office printer' }]),
    send: (channel: string, event: unknown) => {
      if (toPage.emit(channel, event)) return
      // A page without a form has nothing to keep, and says so at once.
      if (channel === deskEvent && event === 'keepDrafts') void askFrom(id, 'draft.allKept', {})
    },
    /** What the page's own code does on the print route: asks for its paper and says that it is drawn. */
    draw: async (address: string) => {
      const channel = address.endsWith('/recoveryCode') ? 'paper.recoveryCode' : 'print.paper'
      const reply = await askFrom(id, channel, {})
      sheet = { address, reply, printer: null }
      drawing.sheets.push(sheet)
      const pageCount = (reply as { readonly ok: boolean }).ok ? 1 : 0
      await askFrom(id, 'print.sheetsReady', { pageCount, missingGlyphNames: [] })
    },
    printToPDF: () => Promise.resolve(Buffer.from(JSON.stringify(sheet?.reply ?? null))),
    print: ({ deviceName }: { readonly deviceName: string }, done: (isPrinted: boolean) => void) => {
      if (sheet !== null) sheet.printer = deviceName
      done(sheet !== null)
    },
  })
}

/** Asks as the page of a window does. */
async function askFrom(contentsId: number, channel: string, input: unknown): Promise<unknown> {
  const sender = windows.find(({ webContents }) => webContents.id === contentsId)?.webContents
  const handler = registered.get(channel)
  return sender === undefined ? undefined : handler?.({ sender, senderFrame: sender.mainFrame }, input)
}

/** Opens a window that nobody sees. */
export function openWindow(): StandInWindow {
  const own = contents()
  const window = emitterWith({
    webContents: own,
    loadURL: (address: string) => {
      if (!address.includes('#/print')) return Promise.resolve()
      own.becomePaper()
      if (drawing.isOn) setImmediate(() => void own.draw(address))
      else setImmediate(() => own.emit('render-process-gone', {}, { reason: 'killed' }))
      return Promise.resolve()
    },
    isDestroyed: () => !windows.includes(window),
    isVisible: () => true,
    isMinimized: () => false,
    destroy: () => {
      const place = windows.indexOf(window)
      if (place < 0) return
      windows.splice(place, 1)
      own.emit('destroyed')
      window.emit('closed')
    },
  })
  windows.push(window)
  return window
}
