import { prepare } from './prepare.mjs'
import { say } from './setup/say.mjs'

const runtime = await prepare(import.meta.url)
const { ensurePackages } = await import('./package/package-app.mjs')
const { packagedApp } = await import('./package/packaged-app.mjs')

await ensurePackages(runtime)
const kind = process.argv.includes('--test') ? 'test' : 'release'
say(`The ${kind} package is in ${packagedApp(kind).dir}`)
