import { fileURLToPath } from 'node:url'
import { findElectronRuntime } from './electron-runtime.mjs'
import { ensureBuild } from './setup/built-app.mjs'
import { ensureDebianPackages } from './setup/debian-packages.mjs'
import { ensurePackages } from './setup/packages.mjs'
import { continueUnderPinnedNode } from './setup/pinned-node.mjs'
import { say } from './setup/say.mjs'

/**
 * Makes a fresh clone ready for the calling script, which runs from then on under the pinned Node.
 * `screen` sees to the system packages of a graphical program, `runtime` to Electron, `build` to out/.
 * Answers the runtime, or null when none was asked for.
 */
export async function prepare(scriptUrl, { screen = true, runtime = true, build = true } = {}) {
  try {
    await ensurePackages()
    if (screen) await ensureDebianPackages()
    await continueUnderPinnedNode(scriptUrl)
    const found = runtime ? await findElectronRuntime() : null
    if (build) await ensureBuild()
    return found
  } catch (error) {
    say(`Cannot go on: ${error.message}`)
    process.exit(1)
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await prepare(import.meta.url)
  say('Everything is ready.')
}
