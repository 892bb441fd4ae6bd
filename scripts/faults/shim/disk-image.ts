import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { DiskImage } from './recorded-disk.ts'

/** Reads a folder with everything in it. */
export function readImage(folder: string): DiskImage {
  const image = new Map<string, Buffer | null>()
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true })
  const paths = entries.map((entry) => ({
    path: join(entry.parentPath, entry.name).slice(folder.length + 1),
    isFolder: entry.isDirectory(),
  }))
  for (const { path, isFolder } of paths.sort((one, other) => (one.path < other.path ? -1 : 1))) {
    image.set(path, isFolder ? null : readFileSync(join(folder, path)))
  }
  return image
}

/** Makes a folder hold exactly this. */
export function writeImage(folder: string, image: DiskImage): void {
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  for (const [path, bytes] of image) {
    if (bytes === null) mkdirSync(join(folder, path))
    else writeFileSync(join(folder, path), bytes)
  }
}

/** Equal images have equal marks. */
export function markOf(image: DiskImage): string {
  const hash = createHash('sha1')
  for (const [path, bytes] of image)
    hash.update(`${path}\0${String(bytes?.length ?? -1)}\0`).update(bytes ?? '')
  return hash.digest('hex')
}

/** The paths at which two images differ. */
export function differingPaths(one: DiskImage, other: DiskImage): string[] {
  const paths = new Set([...one.keys(), ...other.keys()])
  return [...paths].filter((path) => {
    const [first, second] = [one.get(path), other.get(path)]
    if (first === null || second === null || first === undefined || second === undefined)
      return first !== second
    return !first.equals(second)
  })
}
