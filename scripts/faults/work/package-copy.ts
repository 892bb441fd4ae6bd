import { linkSync, mkdirSync, mkdtempSync, readdirSync, readlinkSync, rmSync, symlinkSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { packagedApp } from '../../package/packaged-app.mjs'

/** A copy of a package that may be spoiled: its files are those of the package until they are replaced. */
export interface PackageCopy {
  readonly executable: string
  /** The one native module. */
  readonly nativeFile: string
  readonly remove: () => void
}

/** Copies a package by second names of its files, beside it, because a name can't lead to another disk. */
export function copyPackage(kind: 'release' | 'test'): PackageCopy {
  const { dir, executable, resources } = packagedApp(kind)
  const copy = mkdtempSync(join(dirname(dir), '.faults-'))
  linkAll(dir, copy)
  const prebuilds = join(resources, 'app.asar.unpacked', 'node_modules', 'better-sqlite3', 'prebuilds')
  const [name = ''] = readdirSync(prebuilds)
  return {
    executable: join(copy, relative(dir, executable)),
    nativeFile: join(copy, relative(dir, prebuilds), name),
    remove: () => rmSync(copy, { recursive: true, force: true }),
  }
}

function linkAll(from: string, to: string): void {
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    const [source, target] = [join(from, entry.name), join(to, entry.name)]
    if (entry.isDirectory()) {
      mkdirSync(target)
      linkAll(source, target)
    } else if (entry.isSymbolicLink()) symlinkSync(readlinkSync(source), target)
    else linkSync(source, target)
  }
}
