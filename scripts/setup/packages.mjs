import { existsSync, statSync, utimesSync } from 'node:fs'
import { inProject, readJson } from './project.mjs'
import { runNpm } from './run-command.mjs'
import { longStep } from './say.mjs'

const lockFile = inProject('package-lock.json')
// npm writes this file last, so an interrupted installation has none.
const receipt = inProject('node_modules', '.package-lock.json')

/** Installs the npm packages when they are missing or older than the lock file. */
export async function ensurePackages() {
  const reason = whyInstall()
  if (reason === null) return
  await longStep(`Installing the npm packages (${reason})`, () =>
    runNpm(['ci', '--no-audit', '--no-fund', '--loglevel=error']),
  )
}

function whyInstall() {
  if (!existsSync(receipt)) return 'they are not there yet'
  if (statSync(receipt).mtimeMs >= statSync(lockFile).mtimeMs) return null
  if (!isSameSet()) return 'package-lock.json has changed'
  // git touches files it only passes over; remember that this one was looked at.
  utimesSync(receipt, new Date(), new Date())
  return null
}

function isSameSet() {
  const installed = readJson(receipt).packages
  return Object.entries(readJson(lockFile).packages).every(([path, wanted]) => {
    if (path === '' || (wanted.optional && !installed[path])) return true
    return installed[path]?.version === wanted.version && installed[path]?.integrity === wanted.integrity
  })
}
