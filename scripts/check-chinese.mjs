import { chineseTextFaults } from './check/chinese-text.mjs'

const faults = chineseTextFaults()
for (const fault of faults) console.error(fault)
process.exit(faults.length === 0 ? 0 : 1)
