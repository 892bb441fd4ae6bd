import { join } from 'node:path'
import type { FailureCode } from '../../../domain/failure.ts'
import { printServerObstacle, startPrintServer } from '../../../e2e/testing/print-server.ts'
import type { RunningApp } from '../../../e2e/testing/launch-app.ts'
import { collectMisses, type Experiment } from '../experiment.ts'
import { askFrom, launchOffice } from '../work/app-window.ts'
import { addPeople, rosterOn, savedPdf } from '../work/window-papers.ts'

/** Unit: milliseconds. */
const patienceMs = 31_000

/** A printer that is not there, or not any more, is told in time, and the PDF is still to be had. */
export const noPrinter: Experiment = {
  id: 'P1',
  what: 'a roster without a printer, to a removed one, to a stopped spooler: told within 31 s, PDF still offered',
  needsWindow: true,
  run: async ({ folder }) => {
    if (printServerObstacle !== null) return { triedCount: 0, misses: [], skipped: printServerObstacle }
    const { misses, expect } = collectMisses()
    const server = await startPrintServer()
    const usual = process.env['CUPS_SERVER']
    process.env['CUPS_SERVER'] = server.address
    const running = await launchOffice(join(folder, 'user'))
    const ended = { isTrue: false }
    const states: readonly (readonly [string, string | null, FailureCode, () => Promise<void>])[] = [
      ['no printer', null, 'noPrinter', () => Promise.resolve()],
      [
        'a removed printer',
        'hall',
        'printFailed',
        () => {
          server.addPrinter('hall')
          server.removePrinter('hall')
          return Promise.resolve()
        },
      ],
      [
        'a stopped spooler',
        'office',
        'printFailed',
        async () => {
          server.addPrinter('office')
          ended.isTrue = true
          await server.end()
        },
      ],
    ]
    try {
      await addPeople(running, 1, 3)
      for (const [what, printerName, expected, prepare] of states) {
        await prepare()
        const { code, tookMs } = await printed(running, printerName)
        expect(code === expected, `${what}: ${code}`)
        expect(tookMs < patienceMs, `${what}: told after ${Math.round(tookMs)} ms`)
        const pdf = await savedPdf(running, rosterOn({}), join(folder, 'instead.pdf'))
        expect(pdf === null, `${what}: no PDF either: ${pdf ?? ''}`)
      }
    } finally {
      await running.app.close()
      if (usual === undefined) delete process.env['CUPS_SERVER']
      else process.env['CUPS_SERVER'] = usual
      if (!ended.isTrue) await server.end()
    }
    return { triedCount: states.length, misses }
  },
}

async function printed({ window }: RunningApp, printerName: string | null) {
  const startedAt = performance.now()
  const options = { copyCount: 1, duplex: 'simplex', pages: null }
  const reply = await askFrom(window, 'print.toPrinter', { paper: rosterOn({}), printerName, options })
  return { code: reply.ok ? 'printed' : reply.failure.code, tookMs: performance.now() - startedAt }
}
