import { join } from 'node:path'
import { paperLabels } from '../../../domain/labels/paper.zh.ts'
import { rosterFieldLabels, rosterPaperLabels } from '../../../domain/labels/roster.zh.ts'
import { collectMisses, type Experiment } from '../experiment.ts'
import { launchOffice } from '../work/app-window.ts'
import { addPeople, markOf, pagesOf, rosterOn, savedPdf } from '../work/window-papers.ts'

const sheets = [
  { paper: 'A4', orientation: 'landscape' },
  { paper: 'A4', orientation: 'portrait', fontSizePt: 7.5 },
  { paper: 'A3', orientation: 'landscape', grouping: 'building', hasSubtotals: true },
  { paper: 'A3', orientation: 'portrait', rowHeight: 'signing' },
] as const

/** Every person stands on a roster once, under the header of its page, and nothing over an edge. */
export const wholeRosters: Experiment = {
  id: 'P2',
  what: 'rosters of 0, 1, 20, 21 and 500 people on A4 and A3: every row once, header on every page, nothing cut',
  needsWindow: true,
  run: async ({ folder, size }) => {
    const { misses, expect } = collectMisses()
    const counts = [0, 1, 20, 21, size({ fast: 60, ci: 500, release: 5000 })]
    const running = await launchOffice(join(folder, 'user'))
    let [triedCount, there, slowestMs] = [0, 0, 0]
    try {
      for (const count of counts) {
        await addPeople(running, there + 1, count)
        there = count
        for (const [index, sheet] of sheets.entries()) {
          const what = `${count} people on ${sheet.paper} ${sheet.orientation}`
          const path = join(folder, `${count}-${index}.pdf`)
          const startedAt = performance.now()
          const failure = await savedPdf(running, rosterOn(sheet), path)
          slowestMs = Math.max(slowestMs, performance.now() - startedAt)
          triedCount += 1
          if (count === 0)
            expect(failure === 'paperEmpty', `${what}: ${failure ?? 'a paper'} without anybody`)
          else if (failure === null) lookAt(path, count, what, expect)
          else misses.push(`${what}: ${failure}`)
        }
      }
    } finally {
      await running.app.close()
    }
    expect(slowestMs < 30_000, `a roster took ${Math.round(slowestMs)} ms`)
    return { triedCount, misses, note: `the slowest took ${Math.round(slowestMs)} ms` }
  },
}

const headings = [rosterFieldLabels.serial, rosterFieldLabels.firstPhone, rosterFieldLabels.note]

function footerOf(page: number, pageCount: number): string {
  return paperLabels.visitList.pageFooter(page, pageCount).replaceAll(/\s/g, '')
}

type Expect = (holds: boolean, sentence: string) => void

function lookAt(path: string, count: number, what: string, expect: Expect): void {
  const pages = pagesOf(path)
  const whole = pages.map(({ text }) => text).join('')
  for (let order = 1; order <= count; order += 1) {
    const times = whole.split(markOf(order)).length - 1
    expect(times === 1, `${what}: person ${order} stands there ${times} times`)
  }
  for (const [index, { text, outsideCount }] of pages.entries()) {
    expect(
      headings.every((heading) => text.includes(heading)),
      `${what}: page ${index + 1} has no header`,
    )
    expect(
      text.includes(footerOf(index + 1, pages.length)),
      `${what}: page ${index + 1} is not numbered as one of ${pages.length}`,
    )
    expect(outsideCount === 0, `${what}: ${outsideCount} words over the edge of page ${index + 1}`)
  }
  if (what.includes('A3 landscape'))
    expect(
      whole.includes(rosterPaperLabels.total(count).replaceAll(' ', '')),
      `${what}: the total is not there`,
    )
}
