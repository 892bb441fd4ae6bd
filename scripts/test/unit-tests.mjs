import { rmSync } from 'node:fs'
import { inProject, readJson } from '../setup/project.mjs'
import { runCommand } from '../setup/run-command.mjs'

const report = inProject('out', 'test', 'unit.json')

/** Runs the tests of functions and of the ledger. Shape: { passed, failed, skipped }. */
export async function runUnitTests() {
  rmSync(report, { force: true })
  const vitest = inProject('node_modules', 'vitest', 'vitest.mjs')
  const args = ['run', '--config', '.config/vitest.config.ts', '--reporter=default', '--reporter=json']
  const { code } = await runCommand(process.execPath, [vitest, ...args, `--outputFile.json=${report}`])
  return countUnitTests(readJson(report), code)
}

function countUnitTests(result, code) {
  if (result === null) return { passed: 0, failed: 1, skipped: 0 }
  const filesThatDidNotLoad = result.testResults.filter(
    (file) => file.status === 'failed' && file.assertionResults.every((test) => test.status !== 'failed'),
  )
  const failed = result.numFailedTests + filesThatDidNotLoad.length
  return {
    passed: result.numPassedTests,
    // A runner that stops with an error has failed, whatever it counted.
    failed: code !== 0 && failed === 0 ? 1 : failed,
    skipped: result.numPendingTests + result.numTodoTests,
  }
}
