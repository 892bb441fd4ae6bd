import { collectMisses, type Experiment } from '../experiment.ts'
import { runProgram } from '../work/start-program.ts'

/** Unit: MB. */
const mostResident = 400

interface RosterReport {
  readonly triedCount: number
  readonly endings: Readonly<Record<string, number>>
  readonly longest: { readonly tookMs: number; readonly workMs: number; readonly waitMs: number }
  readonly peak: number
  readonly problems: readonly string[]
}

/** Whatever a roster file is, the desk goes on answering, stays small and keeps its ledger. */
export const hostileRosterFiles: Experiment = {
  id: 'S12',
  what: 'hostile and odd rosters through the real reader and preview; pings, memory, ledger untouched',
  run: async ({ folder, size }) => {
    const { misses, expect } = collectMisses()
    const every = size({ fast: 8, ci: 3, release: 1 })
    const [ack = '{}'] = await runProgram('app-hostile-rosters.ts', { folder, every })
    const { triedCount, endings, longest, peak, problems } = JSON.parse(ack) as RosterReport
    misses.push(...problems)
    expect(peak < mostResident, `the app's main process took ${peak.toFixed(0)} MB`)
    expect((endings['read'] ?? 0) > 0, 'no roster was read, so that no preview was reached')
    expect(Object.keys(endings).length > 2, 'hardly anything was refused')
    const { tookMs, workMs, waitMs } = longest
    return {
      triedCount,
      misses,
      note: `longest ${(tookMs / 1000).toFixed(1)} s, main busy ${workMs} ms, ping ${waitMs} ms, ${peak.toFixed(0)} MB`,
    }
  },
}
