import { createHash } from 'node:crypto'
import { closeSync, existsSync, openSync, readFileSync, readSync } from 'node:fs'
import { basename, join } from 'node:path'

/** What an archive says of a file that lies beside it. */
interface FileRecord {
  readonly size: number
  readonly unpacked?: boolean
  readonly integrity?: { readonly algorithm: string; readonly hash: string }
}

interface FolderRecord {
  readonly files: Readonly<Record<string, FolderRecord | FileRecord>>
}

/**
 * The name of a file of the program that is gone or not as it was packed, as a virus scanner or a broken-off
 * installation leaves it; null when all are whole. What lies in the archive itself the runtime checks.
 */
export function damagedProgramFile(archive: string): string | null {
  const header = withPlainArchives(() => readHeader(archive))
  const found = unpackedIn(header, []).find(
    ({ path, record }) => !isWhole(join(`${archive}.unpacked`, ...path), record),
  )
  return found === undefined ? null : basename(join(...found.path))
}

/** Electron shows an archive to every program as a folder. */
function withPlainArchives<T>(work: () => T): T {
  const isFolder = process.noAsar
  process.noAsar = true
  try {
    return work()
  } finally {
    process.noAsar = isFolder
  }
}

/** Source: https://github.com/electron/asar, two pickles: the length of the header, and the header as JSON. */
function readHeader(archive: string): FolderRecord {
  const descriptor = openSync(archive, 'r')
  try {
    const head = Buffer.alloc(16)
    readSync(descriptor, head, 0, head.length, 0)
    const json = Buffer.alloc(head.readUInt32LE(12))
    readSync(descriptor, json, 0, json.length, head.length)
    // Written by the packager and checked by the runtime before this code runs.
    return JSON.parse(json.toString('utf8')) as FolderRecord
  } finally {
    closeSync(descriptor)
  }
}

function unpackedIn(
  { files }: FolderRecord,
  folder: readonly string[],
): { readonly path: readonly string[]; readonly record: FileRecord }[] {
  return Object.entries(files).flatMap(([name, record]) => {
    const path = [...folder, name]
    if ('files' in record) return unpackedIn(record, path)
    return record.unpacked === true ? [{ path, record }] : []
  })
}

function isWhole(path: string, { size, integrity }: FileRecord): boolean {
  if (!existsSync(path)) return false
  try {
    const bytes = readFileSync(path)
    if (bytes.length !== size) return false
    return integrity === undefined || createHash('sha256').update(bytes).digest('hex') === integrity.hash
  } catch {
    // Held back by a virus scanner or on a bad part of the disk: it can't be loaded either.
    return false
  }
}
