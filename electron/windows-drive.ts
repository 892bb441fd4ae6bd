import { randomUUID } from 'node:crypto'
import { existsSync } from 'node:fs'
import { link, rm, writeFile } from 'node:fs/promises'
import { join, win32 } from 'node:path'
import { errnoOf } from '../db/file-failure.ts'
import type { FolderFacts } from '../domain/ledger-folder.ts'

/** How Windows answers a program that asks FAT or exFAT for a second name of a file. */
const noLinksCodes = ['EISDIR', 'ENOTSUP', 'ENOSYS', 'EINVAL']

/**
 * What kind of drive a folder lies on, told without another program and without native code: Node can't ask Windows
 * for the drive type, so three of its marks are looked at. A mapped drive leads to a server's address; sticks and
 * cards are written in FAT or exFAT, which know no second names; and Windows keeps a recycle bin on fixed drives only.
 */
export async function windowsDrive(
  folder: string,
  real: string,
  systemDrive: string | undefined,
): Promise<FolderFacts['drive']> {
  const root = win32.parse(real).root
  if (root.startsWith('\\\\')) return 'network'
  if (systemDrive !== undefined && root.toLowerCase().startsWith(systemDrive.toLowerCase())) return 'fixed'
  if (!(await mayHoldLinks(folder))) return 'removable'
  return existsSync(join(root, '$RECYCLE.BIN')) ? 'fixed' : 'maybeRemovable'
}

/** False only when the file system itself says that it can't; a folder that takes no file says nothing. */
async function mayHoldLinks(folder: string): Promise<boolean> {
  const probe = join(folder, `.probe-${randomUUID()}`)
  try {
    await writeFile(probe, '', { flag: 'wx' })
    await link(probe, `${probe}-2`)
    return true
  } catch (error) {
    return !noLinksCodes.includes(errnoOf(error))
  } finally {
    await Promise.all([probe, `${probe}-2`].map((path) => rm(path, { force: true })))
  }
}
