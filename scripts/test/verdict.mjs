/** Prints the counts of all given runs as one line, alone, and ends with a code that says whether all is well. */
export function concludeTests(runs) {
  const total = (kind) => runs.reduce((sum, run) => sum + run[kind], 0)
  const emptyRuns = runs.filter((run) => run.passed + run.failed === 0).length
  if (emptyRuns > 0) console.error('\nA run without a single test proves nothing, so it counts as failed.')
  const failed = total('failed') + emptyRuns
  if (total('skipped') > 0) console.log(`\n${total('skipped')} could not be run here; each says why above.`)
  console.log(`\n${total('passed')} passed, ${failed} failed`)
  process.exit(failed === 0 ? 0 : 1)
}
