import { noticeFaults } from './notices/notice-faults.mjs'

const faults = noticeFaults()
for (const fault of faults) console.error(fault)
process.exit(faults.length === 0 ? 0 : 1)
