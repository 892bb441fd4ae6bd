import { writeFileSync } from 'node:fs'
import { bundledPackages, keptListFile } from './notices/bundled-packages.mjs'
import { noticesFile } from './notices/notice-faults.mjs'
import { noticesText } from './notices/notices-text.mjs'
import { prepare } from './prepare.mjs'
import { say } from './setup/say.mjs'

await prepare(import.meta.url, { screen: false, runtime: false })

const packages = bundledPackages()
writeFileSync(keptListFile, `${JSON.stringify(packages, null, 2)}\n`)
writeFileSync(noticesFile, noticesText(packages))
say(`The notices name ${packages.length} packages: resources/third-party-notices.txt`)
