import { existsSync, readFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { join, resolve } from 'node:path'

/** The repository's root folder. */
export const projectFolder = resolve(import.meta.dirname, '..', '..')

/** A path inside the repository. */
export const inProject = (...parts) => join(projectFolder, ...parts)

/** Where things too large or too slow to make twice are kept, outside the repository. */
export const cacheFolder = join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'linli-ledger')

export const isLinux = process.platform === 'linux'
export const isWindows = process.platform === 'win32'

/** The parsed content of a JSON file, or null when there is no such file. */
export function readJson(path) {
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : null
}

/** The version of an installed package, or null when it is not installed. */
export function installedVersion(packageName) {
  return readJson(inProject('node_modules', packageName, 'package.json'))?.version ?? null
}
