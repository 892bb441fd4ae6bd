import { parseArgs } from 'node:util'
import { prepare } from './prepare.mjs'
import { isLinux } from './setup/project.mjs'
import { say } from './setup/say.mjs'

const runtime = await prepare(import.meta.url)
const { runUnitTests } = await import('./test/unit-tests.mjs')
const { runFaultTests } = await import('./test/fault-tests.mjs')
const { runE2eTests } = await import('./test/e2e-tests.mjs')
const { concludeTests } = await import('./test/verdict.mjs')

const { values } = parseArgs({ options: { tier: { type: 'string', default: 'fast' } } })
if (!isLinux) say('The fault suite bends the system calls of Linux and is left out here.')
concludeTests([
  await runUnitTests(),
  ...(isLinux ? [await runFaultTests(runtime, values.tier)] : []),
  await runE2eTests(runtime),
])
