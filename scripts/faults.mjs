import { parseArgs } from 'node:util'
import { prepare } from './prepare.mjs'

const runtime = await prepare(import.meta.url, { screen: false })
const { runFaultTests } = await import('./test/fault-tests.mjs')

const { values } = parseArgs({
  options: {
    tier: { type: 'string', default: 'fast' },
    only: { type: 'string', multiple: true, default: [] },
  },
})
const only = values.only.flatMap((text) => text.split(',')).filter((text) => text !== '')
const { passed, failed, skipped } = await runFaultTests(runtime, values.tier, only)
console.log(`\n${passed} held, ${failed} missed${skipped > 0 ? `, ${skipped} skipped` : ''}`)
process.exit(failed === 0 ? 0 : 1)
