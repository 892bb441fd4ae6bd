import { structureFaults } from './check/structure.mjs'

const faults = structureFaults()
for (const fault of faults) console.error(fault)
process.exit(faults.length === 0 ? 0 : 1)
