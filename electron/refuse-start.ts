import { app, dialog } from 'electron'
import { url as inspectorUrl } from 'node:inspector'
import { recoveryTexts } from '../domain/labels/recovery.zh.ts'
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

/** The package the tests drive listens to --inspect; the release's fuse makes that impossible. */
function isDrivenByTests(): boolean {
  return inspectorUrl() !== undefined
}
