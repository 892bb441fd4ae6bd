import { parseArgs } from 'node:util'
import { prepare } from './prepare.mjs'

await prepare(import.meta.url, { screen: false, runtime: false, build: false })
const { runFaults } = await import('./faults/run-faults.ts')
const { tiers } = await import('./faults/experiment.ts')

const { values } = parseArgs({
  options: {
    tier: { type: 'string', default: 'fast' },
    only: { type: 'string', multiple: true, default: [] },
  },
})
if (!tiers.includes(values.tier)) {
  console.error(`--tier is one of ${tiers.join(', ')}`)
  process.exit(1)
}
const only = values.only.flatMap((text) => text.split(',')).filter((text) => text !== '')
const { passed, failed, skipped } = await runFaults({ tier: values.tier, only })
console.log(`\n${passed} held, ${failed} missed${skipped > 0 ? `, ${skipped} skipped` : ''}`)
process.exit(failed === 0 ? 0 : 1)
