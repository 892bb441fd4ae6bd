import { collectMisses, type Experiment } from '../experiment.ts'
import { runProgram } from '../work/start-program.ts'

/** Unit: MB. */
const mostGrowth = 50
/** Unit: MB of what somebody still refers to, 3 to 13 at rest; in the CI tier 3,000 bytes kept of each request would be more. */
const mostLiveGrowth = 20
/** The release tier asks some 100,000 times. */
const longestRunMs = 3_600_000

interface FuzzReport {
  readonly counts: Readonly<Record<string, number>>
  readonly growth: number
  readonly liveGrowth: number
  readonly problems: readonly string[]
}

/** Every channel of the built app is sent what no page would send. */
export const hostileRequests: Experiment = {
  id: 'S1',
  what: 'hostile requests at every channel of the built app, with a real ledger',
  run: async ({ folder, size }) => {
    const { misses, expect } = collectMisses()
    const runs = size({ fast: 4, ci: 200, release: 2000 })
    const [ack = '{}'] = await runProgram('app-fuzz.ts', { folder, runs }, { longestRunMs })
    const { counts, growth, liveGrowth, problems } = JSON.parse(ack) as FuzzReport
    misses.push(...problems)
    expect(growth < mostGrowth, `the memory grew by ${growth} MB`)
    expect(liveGrowth < mostLiveGrowth, `${liveGrowth} MB more are still referred to`)
    const { tried = 0, ok = 0, ...refused } = counts
    expect(ok > 0, 'no request was ever right, so that nothing behind the first check was reached')
    return {
      triedCount: tried,
      misses,
      note: `${ok} let in, ${Object.keys(refused).length} kinds of refusal, ${growth} MB more, ${liveGrowth} of them live`,
    }
  },
}
