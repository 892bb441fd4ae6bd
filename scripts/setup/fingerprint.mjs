import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { inProject } from './project.mjs'

/** One hash over the names and contents of files and folders of the repository; missing ones count as empty. */
export function fingerprint(paths, isWanted = () => true) {
  const hash = createHash('sha256')
  for (const path of paths.flatMap((each) => filesUnder(each)).filter(isWanted)) {
    hash.update(`${path}\0`)
    hash.update(readFileSync(inProject(path)))
  }
  return hash.digest('hex')
}

/** All files at or under a path of the repository, sorted, with forward slashes. */
export function filesUnder(path) {
  const absolute = inProject(path)
  if (!existsSync(absolute)) return []
  if (statSync(absolute).isFile()) return [path]
  return readdirSync(absolute, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(inProject().length + 1)
        .replaceAll('\\', '/'),
    )
    .sort()
}

/** Does the work unless the stamp file says that it was done for this very fingerprint. */
export async function unlessStamped(stampFile, print, work) {
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === print) return
  await work()
  mkdirSync(dirname(stampFile), { recursive: true })
  writeFileSync(stampFile, print)
}
