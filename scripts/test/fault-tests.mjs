import { ensureFaultPackages } from '../setup/debian-packages.mjs'
import { longStep } from '../setup/say.mjs'

/** Runs experiments of the fault suite and prints their table. Shape: { passed, failed, skipped }. */
export async function runFaultTests(tier, only = []) {
  await ensureFaultPackages()
  const { runFaults } = await import('../faults/run-faults.ts')
  const { printReport } = await import('../faults/report.ts')
  return printReport(await longStep(`Faults, tier ${tier}`, () => runFaults({ tier, only })))
}
