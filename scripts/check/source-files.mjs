import { readdirSync } from 'node:fs'
import { filesUnder } from '../setup/fingerprint.mjs'
import { inProject } from '../setup/project.mjs'

const folders = ['domain', 'db', 'electron', 'renderer', 'scripts', 'e2e', '.config', '.ci']
const isSource = (path) =>
  /\.(ts|tsx|mjs|cjs|js|css|html|json|yml|nsi)$/.test(path) && path !== 'package-lock.json'

/** Every file that somebody of this project wrote for a machine to read, by its path from the root. */
export function sourceFiles() {
  const rootFiles = readdirSync(inProject(), { withFileTypes: true }).filter((entry) => entry.isFile())
  return [...rootFiles.map((entry) => entry.name), ...folders.flatMap(filesUnder)].filter(isSource)
}
