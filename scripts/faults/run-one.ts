import { rmSync } from 'node:fs'
import { tiers, type Outcome } from './experiment.ts'
import { experiments } from './experiments.ts'
import { scratchFolder } from './scratch-folder.ts'

/*
 * A program of its own: runs one experiment and prints its outcome as the last line.
 */

const [id, tierName] = process.argv.slice(2)
const experiment = experiments.find((one) => one.id === id)
const tier = tiers.find((one) => one === tierName)
if (experiment === undefined || tier === undefined) throw new Error('unknown experiment or tier')

const folder = scratchFolder()
let outcome: Outcome
try {
  outcome = await experiment.run({ tier, folder, size: (sizes) => sizes[tier] })
} catch (error) {
  const text = error instanceof Error ? (error.stack ?? error.message) : String(error)
  outcome = { triedCount: 0, misses: [`the experiment itself broke off: ${text}`] }
} finally {
  rmSync(folder, { recursive: true, force: true })
}
process.stdout.write(`${JSON.stringify(outcome)}\n`, () => process.exit(0))
