import { prepare } from './prepare.mjs'

const runtime = await prepare(import.meta.url)
const { runUnitTests } = await import('./test/unit-tests.mjs')
const { runE2eTests } = await import('./test/e2e-tests.mjs')
const { concludeTests } = await import('./test/verdict.mjs')

concludeTests([await runUnitTests(), await runE2eTests(runtime)])
