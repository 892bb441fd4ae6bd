import { rmSync } from 'node:fs'
import { packageFaults } from '../package/check-package.mjs'
import { ensurePackages } from '../package/package-app.mjs'
import { testEnvironment } from '../package/test-environment.mjs'
import { runOnScreen } from '../runtime/screen.mjs'
import { inProject, readJson } from '../setup/project.mjs'
import { say } from '../setup/say.mjs'

const report = inProject('out', 'test', 'e2e.json')

/** Packages the app and drives it through its windows. Shape: { passed, failed, skipped }. */
export async function runE2eTests(runtime, extraArgs = []) {
  await ensurePackages(runtime)
  const faults = await packageFaults()
  for (const fault of faults) say(`Package: ${fault}`)
  const counted = await runPlaywright(extraArgs)
  return { ...counted, failed: counted.failed + faults.length }
}

async function runPlaywright(extraArgs) {
  rmSync(report, { force: true })
  const playwright = inProject('node_modules', '@playwright', 'test', 'cli.js')
  const args = [playwright, 'test', '--config', 'e2e/playwright.config.ts', ...extraArgs]
  const { code } = await runOnScreen(process.execPath, args, { env: testEnvironment() })
  return countE2eTests(readJson(report), code)
}

function countE2eTests(result, code) {
  if (result === null) return { passed: 0, failed: 1, skipped: 0 }
  const { expected, unexpected, flaky, skipped } = result.stats
  const failed = unexpected + flaky
  // A runner that stops with an error has failed, whatever it counted.
  return { passed: expected, failed: code !== 0 && failed === 0 ? 1 : failed, skipped }
}
