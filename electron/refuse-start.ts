import { app, dialog } from 'electron'
import { url as inspectorUrl } from 'node:inspector'
import { recoveryTexts } from '../domain/labels/recovery.zh.ts'
import { damagedProgramFile } from './program-files.ts'
import { refusedStartSwitches } from './start-switches.ts'

/**
 * Ends the program, with a native sentence, when it was started with a switch that the product can't allow.
 * Must run before the app is ready: only then Chromium opens its debugging port.
 */
export function refuseUnsafeStart(): boolean {
  if (!app.isPackaged || isDrivenByTests()) return false
  const refused = refusedStartSwitches(process.argv.slice(1), process.platform)
  if (refused.length === 0) return false
  for (const name of refused) app.commandLine.removeSwitch(name)
  const { title, message } = recoveryTexts.startRefused
  dialog.showErrorBox(title, `${message}\n\n${refused.map((name) => `--${name}`).join('\n')}`)
  app.exit(1)
  return true
}

/**
 * Ends the program, with a native sentence, when a file of its own is missing or damaged: to load a native module that
 * is cut off may end a process without a word.
 */
export function refuseBrokenProgram(): boolean {
  const archive = app.getAppPath()
  if (!archive.endsWith('.asar')) return false
  const damaged = damagedProgramFile(archive)
  if (damaged === null) return false
  const { title, message } = recoveryTexts.programDamaged
  dialog.showErrorBox(title, `${message}\n\n${damaged}`)
  app.exit(1)
  return true
}

/** The package the tests drive listens to --inspect; the release's fuse makes that impossible. */
function isDrivenByTests(): boolean {
  return inspectorUrl() !== undefined
}
