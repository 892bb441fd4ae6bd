import { collectMisses, type Experiment } from '../experiment.ts'
import { runProgram } from '../work/start-program.ts'

interface PaperReport {
  readonly triedCount: number
  readonly paperCount: number
  readonly problems: readonly string[]
}

/** No paper shows more of anybody's numbers than its asker may have and asked for, and each stands in the trail. */
export const maskedPapers: Experiment = {
  id: 'P5',
  what: 'every paper x role x numbers x reason x way: masks, refusals, one audit entry per job',
  run: async ({ folder }) => {
    const { misses, expect } = collectMisses()
    const [ack = '{}'] = await runProgram('app-papers.ts', { folder })
    const { triedCount, paperCount, problems } = JSON.parse(ack) as PaperReport
    misses.push(...problems)
    expect(paperCount > 0, 'no paper was made, so that nothing was looked at')
    return { triedCount, misses, note: `${paperCount} papers` }
  },
}
