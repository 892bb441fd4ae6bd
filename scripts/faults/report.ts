import { duration } from '../setup/say.mjs'
import type { Experiment, Outcome } from './experiment.ts'

export interface Finished {
  readonly experiment: Experiment
  readonly outcome: Outcome
  readonly durationMs: number
}

const mostMissesShown = 5

/** Prints what was tried, how often, what was lost and how it ended, and counts the results. */
export function printReport(runs: readonly Finished[]) {
  const rows = [['id', 'what was tried', 'times', 'lost', 'result', 'time', 'measured'], ...runs.map(rowOf)]
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)))
  for (const row of rows) {
    console.log(
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
  }
  for (const { experiment, outcome } of runs) {
    for (const miss of outcome.misses.slice(0, mostMissesShown)) console.log(`\n${experiment.id}: ${miss}`)
    const more = outcome.misses.length - mostMissesShown
    if (more > 0) console.log(`${experiment.id}: and ${more} more`)
    if (outcome.skipped !== undefined) console.log(`\n${experiment.id} skipped: ${outcome.skipped}`)
  }
  return {
    passed: runs.filter((run) => resultOf(run.outcome) === 'held').length,
    failed: runs.filter((run) => resultOf(run.outcome) === 'MISSED').length,
    skipped: runs.filter((run) => resultOf(run.outcome) === 'skipped').length,
  }
}

function rowOf({ experiment, outcome, durationMs }: Finished): string[] {
  return [
    experiment.id,
    experiment.what,
    String(outcome.triedCount),
    String(outcome.misses.length),
    resultOf(outcome),
    duration(durationMs),
    outcome.note ?? '',
  ]
}

/** Nothing tried proves nothing. */
function resultOf({ triedCount, misses, skipped }: Outcome): 'held' | 'MISSED' | 'skipped' {
  if (misses.length > 0) return 'MISSED'
  if (skipped !== undefined && triedCount === 0) return 'skipped'
  return triedCount > 0 ? 'held' : 'MISSED'
}
