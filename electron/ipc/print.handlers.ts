import { app, webContents, type WebContents } from 'electron'
import { join } from 'node:path'
import type { AgreedPaper, IssuedPaper, PaperWay, PeopleOnPaper } from '../../db/paper/issue-paper.service.ts'
import type { ChannelInput } from '../../domain/contract.ts'
import { contentOf, type DrawnPaper } from '../../domain/drawn-paper.ts'
import { FailureError, success, valueOf, type Reply } from '../../domain/failure.ts'
import { dialogTexts } from '../../domain/labels/dialog.zh.ts'
import { paperSizeOf, tellsOfPeople, type Paper } from '../../domain/paper.ts'
import type { DoorRequests } from '../ledger/door-messages.ts'
import type { LedgerDoor } from '../ledger/ledger-door.ts'
import type { LedgerSession } from '../ledger-session.ts'
import { askForSavePath } from '../own-dialogs.ts'
import { populationWorkbook } from '../export/population-workbook.ts'
import { rosterWorkbook } from '../export/roster-workbook.ts'
import { writeWorkbook, type WorkbookContent } from '../export/write-workbook.ts'
import { paperOfWindow, runPrintJob, sheetsReady } from '../print/print-job.ts'
import { writeWholeFile } from '../write-whole-file.ts'
import { systemClock } from '../system-clock.ts'
import type { HandlerMap } from './handler-map.ts'
import { agreedToLeave, leaveOrTell } from './leaving.ts'

type PrintChannel =
  | 'paper.recoveryCode'
  | 'print.paper'
  | 'print.printers'
  | 'print.savePdf'
  | 'print.saveWorkbook'
  | 'print.toPrinter'
  | 'print.sheetsReady'

/** Papers to a printer or to a PDF the user names. */
export function printHandlers(door: LedgerDoor, ledgerSession: LedgerSession): HandlerMap<PrintChannel> {
  return {
    // The code is on the desk only until it was typed back.
    'paper.recoveryCode': async () => {
      const state = await ledgerSession.state()
      if (state.phase !== 'recoveryCode' || state.code === null) throw new FailureError('notFound')
      const { committeeName, code } = state
      return success({ committeeName, code, printedOn: systemClock.todayOn() })
    },
    'print.paper': (_input, { contentsId }) => {
      const drawn = paperOfWindow(contentsId)?.drawn ?? null
      // Any other window gets a paper's people page by page, with masked numbers.
      if (drawn === null) throw new FailureError('notAllowed')
      return Promise.resolve(success(drawn))
    },
    'print.printers': async (_input, { contentsId }) => {
      const printers = (await webContents.fromId(contentsId)?.getPrintersAsync()) ?? []
      return success(printers.map(({ name, displayName }) => ({ name, displayName })))
    },
    'print.savePdf': async ({ paper, pages }, { contentsId }) => {
      const agreed = await agreedTo(door, paper, 'savedAsPdf', contentsId)
      if (agreed === null) return success({ isSaved: false })
      const filePath = await askForSavePath(contentsId, {
        title: dialogTexts.savePdf[paper.kind],
        defaultPath: join(app.getPath('documents'), dialogTexts.paperFileNames[paper.kind]),
        filters: [{ name: dialogTexts.pdfFiles, extensions: ['pdf'] }],
      })
      if (filePath === undefined) return success({ isSaved: false })
      const manner = { printerName: null, copyCount: 1, pages }
      await leave(door, { paper, way: 'savedAsPdf', agreed, manner }, async (issued) => {
        // Tags would take as long again and make the file four times as large, for a paper that is to be printed.
        const pdf = await runPrintJob({ paper, pages }, issued, (contents) =>
          contents.printToPDF({
            preferCSSPageSize: true,
            printBackground: true,
            generateTaggedPDF: false,
          }),
        )
        await writeWholeFile(filePath, pdf)
      })
      return success({ isSaved: true })
    },
    'print.saveWorkbook': async ({ paper }, { contentsId }) => {
      const agreed = await agreedTo(door, paper, 'savedAsWorkbook', contentsId)
      if (agreed === null) return success({ isSaved: false })
      const filePath = await askForSavePath(contentsId, {
        title: dialogTexts.saveWorkbook[paper.kind],
        defaultPath: join(app.getPath('documents'), dialogTexts.workbookNames[paper.kind]),
        filters: [{ name: dialogTexts.workbookFiles, extensions: ['xlsx'] }],
      })
      if (filePath === undefined) return success({ isSaved: false })
      const manner = { printerName: null, copyCount: 1, pages: null }
      await leave(door, { paper, way: 'savedAsWorkbook', agreed, manner }, ({ drawn }) =>
        writeWorkbook(filePath, workbookOf(drawn)),
      )
      return success({ isSaved: true })
    },
    'print.toPrinter': async ({ paper, printerName, options }, { contentsId }) => {
      const agreed = await agreedTo(door, paper, 'printed', contentsId)
      if (agreed === null) return success({ isPrinted: false })
      const { copyCount, pages } = options
      const manner = { printerName, copyCount, pages }
      await leave(door, { paper, way: 'printed', agreed, manner }, async (issued) => {
        const isPrinted = await runPrintJob({ paper, pages }, issued, (contents) =>
          sendTo(contents, { paper, printerName, options }),
        )
        if (!isPrinted) throw new FailureError('printFailed')
      })
      return success({ isPrinted: true })
    },
    'print.sheetsReady': async (report, { contentsId }) => {
      sheetsReady(contentsId, report)
      return success({})
    },
  }
}

/** What the user agreed to; null when the answer was no. Throws: what the ledger refuses. */
async function agreedTo(
  door: LedgerDoor,
  paper: Paper,
  way: PaperWay,
  contentsId: number,
): Promise<AgreedPaper | null> {
  // The worker answers `peopleOnPaper` with PeopleOnPaper.
  const people = valueOf((await door.ask('peopleOnPaper', { paper })) as Reply<PeopleOnPaper>)
  if (tellsOfPeople(paper) && people.personCount === 0) throw new FailureError('paperEmpty')
  const numbers = 'numbers' in paper ? paper.numbers : 'masked'
  return agreedToLeave(people, { way, numbers, contentsId })
}

/** The entry that a paper leaves comes first. */
async function leave(
  door: LedgerDoor,
  leaving: DoorRequests['issuePaper'],
  work: (issued: IssuedPaper) => Promise<void>,
): Promise<void> {
  // The worker answers `issuePaper` with IssuedPaper.
  const issued = valueOf((await door.ask('issuePaper', leaving)) as Reply<IssuedPaper>)
  const { paper } = leaving
  await leaveOrTell(
    () => work(issued),
    () => door.ask('paperFailed', { paper, serial: issued.serial }),
  )
}

/** The rows of a paper. Throws: notFound. */
function workbookOf(drawn: DrawnPaper | null): WorkbookContent {
  const [roster, population] = [contentOf(drawn, 'roster'), contentOf(drawn, 'populationSheet')]
  if (roster !== undefined) return rosterWorkbook(roster)
  if (population !== undefined) return populationWorkbook(population)
  throw new FailureError('notFound')
}

/** False where the paper did not reach its printer. Throws: noPrinter. */
async function sendTo(
  contents: WebContents,
  { paper, printerName, options }: ChannelInput<'print.toPrinter'>,
): Promise<boolean> {
  // Asked first: what the system does with a job for a printer that it does not know is its own affair.
  const printers = await contents.getPrintersAsync()
  if (printerName === null && printers.length === 0) throw new FailureError('noPrinter')
  if (printerName !== null && printers.every(({ name }) => name !== printerName)) return false
  const device = printerName === null ? {} : { deviceName: printerName }
  const { copyCount, duplex } = options
  return new Promise<boolean>((resolve) => {
    contents.print(
      {
        ...device,
        silent: true,
        printBackground: true,
        margins: { marginType: 'none' },
        copies: copyCount,
        duplexMode: duplex,
        ...(paperSizeOf(paper) === 'A4' ? {} : { pageSize: paperSizeOf(paper) }),
      },
      resolve,
    )
  })
}
