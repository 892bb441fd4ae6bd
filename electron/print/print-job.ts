import type { WebContents } from 'electron'
import type { ChannelInput } from '../../domain/contract.ts'
import { FailureError } from '../../domain/failure.ts'
import type { IssuedPaper } from '../../db/paper/issue-paper.service.ts'
import type { PageRange, Paper } from '../../domain/paper.ts'
import { openPrintWindow } from '../window.ts'

type SheetsReport = ChannelInput<'print.sheetsReady'>

const timeLimitMs = 30_000
const waiting = new Map<number, (report: SheetsReport) => void>()
const papers = new Map<number, IssuedPaper>()

/** What a hidden window was opened to draw; null for every other window. */
export function paperOfWindow(contentsId: number): IssuedPaper | null {
  return papers.get(contentsId) ?? null
}

/** The hidden window says that fonts are loaded and every page is drawn. */
export function sheetsReady(contentsId: number, report: SheetsReport): void {
  waiting.get(contentsId)?.(report)
}

/**
 * Draws a paper in a hidden window of its own, hands it over and always destroys it. Only the pages that are wanted are
 * drawn: not every printer obeys when it is told which. Throws: printFailed, what handing it over throws.
 */
export async function runPrintJob<T>(
  { paper, pages }: { readonly paper: Paper; readonly pages: PageRange | null },
  issued: IssuedPaper,
  hand: (contents: WebContents) => Promise<T>,
): Promise<T> {
  const window = openPrintWindow(
    `#/print/${paper.kind}${pages === null ? '' : `/${pages.fromPage}-${pages.toPage}`}`,
  )
  const { id } = window.webContents
  papers.set(id, issued)
  try {
    const drawn = new Promise<void>((resolve, reject) => {
      window.webContents.once('render-process-gone', () => reject(new FailureError('printFailed')))
      waiting.set(id, ({ pageCount }) => {
        if (pageCount > 0) resolve()
        else reject(new FailureError('printFailed'))
      })
    })
    await withinLimit(drawn)
    return await withinLimit(hand(window.webContents))
  } finally {
    waiting.delete(id)
    papers.delete(id)
    window.destroy()
  }
}

async function withinLimit<T>(work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const limit = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new FailureError('printFailed')), timeLimitMs)
  })
  try {
    return await Promise.race([work, limit])
  } finally {
    clearTimeout(timer)
  }
}
