import { packageFaults } from './package/check-package.mjs'

const faults = await packageFaults()
for (const fault of faults) console.error(fault)
if (faults.length > 0) process.exit(1)
console.log('The packages are as they must be.')
