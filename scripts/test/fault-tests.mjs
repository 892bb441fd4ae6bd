import { ensurePackages } from '../package/package-app.mjs'
import { ensureDebianPackages, ensureFaultPackages } from '../setup/debian-packages.mjs'
import { longStep } from '../setup/say.mjs'

/** Runs experiments of the fault suite and prints their table. Shape: { passed, failed, skipped }. */
export async function runFaultTests(runtime, tier, only = []) {
  await ensureFaultPackages()
  const { chosenExperiments, runFaults } = await import('../faults/run-faults.ts')
  const { printReport } = await import('../faults/report.ts')
  if (chosenExperiments(only).some(({ needsWindow }) => needsWindow)) {
    await ensureDebianPackages()
    await ensurePackages(runtime)
  }
  return printReport(await longStep(`Faults, tier ${tier}`, () => runFaults({ tier, only })))
}
