import type { BrowserWindow } from 'electron'
import { deskEvent, type DeskEvent } from '../domain/channel-names.ts'

/** A page that hangs keeps nobody waiting: what it typed until a second ago is in the ledger already. */
const patienceMs = 1000

const waiting = new Map<number, () => void>()

/** The page says that all it held is in the ledger. */
export function draftsAreKept(contentsId: number): void {
  waiting.get(contentsId)?.()
}

/** Has the page write down what is half filled in, before it goes. */
export async function keepDraftsOf({ webContents }: BrowserWindow): Promise<void> {
  const { id } = webContents
  let timer: NodeJS.Timeout | undefined
  await new Promise<void>((resolve) => {
    waiting.set(id, resolve)
    timer = setTimeout(resolve, patienceMs)
    webContents.send(deskEvent, 'keepDrafts' satisfies DeskEvent)
  })
  clearTimeout(timer)
  waiting.delete(id)
}
