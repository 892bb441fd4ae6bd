import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { inProject, installedVersion } from '../setup/project.mjs'
import { runCommand } from '../setup/run-command.mjs'
import { longStep, say } from '../setup/say.mjs'

const packageFolder = inProject('node_modules', 'electron')
const distFolder = join(packageFolder, 'dist')
const downloadLimitMs = 15 * 60_000

/** The pinned Electron release where it is installed or can be downloaded, else null. */
export async function findOfficialRuntime() {
  return installedRelease() ?? (await downloadRelease())
}

function installedRelease() {
  const version = installedVersion('electron')
  const pathFile = join(packageFolder, 'path.txt')
  if (!existsSync(pathFile) || !existsSync(join(distFolder, 'version'))) return null
  if (readFileSync(join(distFolder, 'version'), 'utf8').trim().replace(/^v/, '') !== version) return null
  const executable = join(distFolder, readFileSync(pathFile, 'utf8'))
  return existsSync(executable) ? { kind: 'release', version, dir: distFolder, executable } : null
}

let hasFailed = false

async function downloadRelease() {
  if (hasFailed) return null
  const source = process.env.ELECTRON_MIRROR
    ? 'from the mirror named in ELECTRON_MIRROR'
    : 'from its release site'
  // Electron's own installer: it checks sums, honours the mirror, and gives up on a silent site after ten seconds.
  const { code, output } = await longStep(
    `Downloading Electron ${installedVersion('electron')} ${source}`,
    () =>
      runCommand(process.execPath, [join(packageFolder, 'install.js')], {
        isQuiet: true,
        timeoutMs: downloadLimitMs,
      }),
  )
  const found = code === 0 ? installedRelease() : null
  if (found !== null) return found
  hasFailed = true
  say(`  not available: ${output.trim().split('\n')[0] || `the download ended with code ${code}`}`)
  return null
}
