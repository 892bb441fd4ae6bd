import { prepare } from './prepare.mjs'

const runtime = await prepare(import.meta.url)
const { runE2eTests } = await import('./test/e2e-tests.mjs')
const { concludeTests } = await import('./test/verdict.mjs')

concludeTests([await runE2eTests(runtime, process.argv.slice(2))])
