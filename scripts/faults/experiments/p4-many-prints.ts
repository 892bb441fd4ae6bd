import { readdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { dialogTexts } from '../../../domain/labels/dialog.zh.ts'
import { answerQuestions } from '../../../e2e/testing/launch-app.ts'
import { memoryOf } from '../../bench/process-memory.ts'
import { collectMisses, type Experiment } from '../experiment.ts'
import { askFrom, launchOffice } from '../work/app-window.ts'
import { addPeople, rosterOn, savedPdf } from '../work/window-papers.ts'

/** After many papers, half of them failing, no window, no file and no memory is left of them. */
export const manyPrints: Experiment = {
  id: 'P4',
  what: 'many papers, every second one failing: one window, no temporary file, memory at rest',
  needsWindow: true,
  run: async ({ folder, size }) => {
    const { misses, expect } = collectMisses()
    const count = size({ fast: 10, ci: 60, release: 200 })
    const running = await launchOffice(join(folder, 'user'))
    const { app, window } = running
    let growthMb: number
    try {
      await addPeople(running, 1, 30)
      const filesBefore = new Set(readdirSync(tmpdir()))
      const main = app.process().pid ?? 0
      let settled = 0
      for (let turn = 0; turn < count; turn += 1) {
        const failure = await savedPdf(running, rosterOn({}), join(folder, `${turn}.pdf`))
        expect(failure === null, `paper ${turn}: ${failure ?? ''}`)
        const options = { copyCount: 1, duplex: 'simplex', pages: null }
        const printing = { paper: rosterOn({}), printerName: 'nowhere', options }
        await answerQuestions(running, dialogTexts.bulkPaper('printed', 'masked', 1).goOn)
        const reply = await askFrom(window, 'print.toPrinter', printing)
        expect(!reply.ok, `paper ${turn} went to a printer that is not there`)
        if (turn === Math.min(20, Math.floor(count / 2))) settled = memoryOf(main) ?? 0
      }
      growthMb = ((memoryOf(main) ?? 0) - settled) / 1e6
      const windowCount = await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)
      expect(windowCount === 1, `${windowCount} windows are open`)
      const left = readdirSync(tmpdir()).filter((name) => !filesBefore.has(name) && /linli|pdf/i.test(name))
      expect(left.length === 0, `${left.length} temporary files are left`)
      if (count >= 60) expect(growthMb < (count - 20) / 10 + 20, `memory grew by ${Math.round(growthMb)} MB`)
    } finally {
      await app.close()
    }
    return { triedCount: 2 * count, misses, note: `memory grew by ${Math.round(growthMb)} MB` }
  },
}
