import { app, webContents } from 'electron'
import { join } from 'node:path'
import { FailureError, success } from '../../domain/failure.ts'
import { dialogTexts } from '../../domain/labels/dialog.zh.ts'
import type { LedgerSession } from '../ledger-session.ts'
import { askForSavePath } from '../own-dialogs.ts'
import { runPrintJob, sheetsReady } from '../print/print-job.ts'
import { writeWholeFile } from '../write-whole-file.ts'
import { systemClock } from '../system-clock.ts'
import type { HandlerMap } from './handler-map.ts'

type PrintChannel =
  'paper.recoveryCode' | 'print.printers' | 'print.savePdf' | 'print.toPrinter' | 'print.sheetsReady'

/** Papers to a printer or to a PDF the user names. */
export function printHandlers(ledgerSession: LedgerSession): HandlerMap<PrintChannel> {
  return {
    // The code is on the desk only until it was typed back.
    'paper.recoveryCode': async () => {
      const state = await ledgerSession.state()
      if (state.phase !== 'recoveryCode' || state.code === null) throw new FailureError('notFound')
      const { committeeName, code } = state
      return success({ committeeName, code, printedOn: systemClock.todayOn() })
    },
    'print.printers': async (_input, { contentsId }) => {
      const printers = (await webContents.fromId(contentsId)?.getPrintersAsync()) ?? []
      return success(
        printers.map(({ name, displayName, options }) => ({
          name,
          displayName,
          isDefault: 'printer-is-default' in options,
        })),
      )
    },
    'print.savePdf': async ({ paper }, { contentsId }) => {
      const filePath = await askForSavePath(contentsId, {
        title: dialogTexts.savePdf,
        defaultPath: join(app.getPath('documents'), dialogTexts.paperFileNames[paper.kind]),
        filters: [{ name: dialogTexts.pdfFiles, extensions: ['pdf'] }],
      })
      if (filePath === undefined) return success({ isSaved: false })
      const pdf = await runPrintJob(paper, (contents) =>
        contents.printToPDF({ preferCSSPageSize: true, printBackground: true, generateTaggedPDF: true }),
      )
      await writeWholeFile(filePath, pdf)
      return success({ isSaved: true })
    },
    'print.toPrinter': async ({ paper, printerName }) => {
      const isPrinted = await runPrintJob(
        paper,
        (contents) =>
          new Promise<boolean>((resolve) => {
            contents.print(
              {
                silent: true,
                deviceName: printerName,
                printBackground: true,
                margins: { marginType: 'none' },
              },
              resolve,
            )
          }),
      )
      return isPrinted ? success({ isPrinted }) : { ok: false, failure: { code: 'printFailed' } }
    },
    'print.sheetsReady': async (report, { contentsId }) => {
      sheetsReady(contentsId, report)
      return success({})
    },
  }
}
