import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { inProject, readJson } from '../setup/project.mjs'

/** Shipped as a package beside the bundles, as it has the one native module. */
const nativePackage = 'node_modules/better-sqlite3'

/** The list that the notices were made of, kept beside the code. */
export const keptListFile = inProject('scripts', 'notices', 'packages.json')

/** Shape: folders of packages below the root, in order, as the notices have them. */
export function notedPackages() {
  return readJson(keptListFile) ?? []
}

/** The same as the last build wrote it down (electron/electron-vite.config.ts). Throws: Error before there is a build. */
export function bundledPackages() {
  const folder = inProject('out', 'packages')
  const lists = existsSync(folder) ? readdirSync(folder) : []
  if (lists.length === 0) throw new Error('There is no build whose packages could be listed.')
  const bundled = lists.flatMap((file) =>
    JSON.parse(readFileSync(inProject('out', 'packages', file), 'utf8')),
  )
  return [...new Set([nativePackage, ...bundled])].sort()
}
