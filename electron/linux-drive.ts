import { readdir, readFile, realpath } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import type { FolderFacts } from '../domain/ledger-folder.ts'

const networkFileSystems =
  /^(nfs4?|cifs|smb3|smbfs|ncpfs|afs|ceph|davfs|fuse\.(sshfs|rclone|davfs2?|gvfsd-fuse|curlftpfs|glusterfs))$/

/** File systems of sticks and cameras, whatever they are written on: they keep neither rights nor a journal. */
const stickFileSystems = /^(vfat|msdos|exfat|fuse\.exfat)$/

interface Mount {
  readonly device: string
  readonly folder: string
  readonly fileSystem: string
}

/** What kind of drive a real path lies on, by the kernel's own lists. */
export async function linuxDrive(
  path: string,
  system = { mounts: '/proc/self/mounts', sys: '/sys' },
): Promise<FolderFacts['drive']> {
  const mount = mountOf(path, await readFile(system.mounts, 'utf8'))
  if (mount === undefined) return 'unknown'
  if (networkFileSystems.test(mount.fileSystem)) return 'network'
  if (stickFileSystems.test(mount.fileSystem)) return 'removable'
  if (!mount.device.startsWith('/dev/')) return 'unknown'
  return (await isRemovable(await deviceName(mount.device), system.sys)) ? 'removable' : 'fixed'
}

function mountOf(path: string, mounts: string): Mount | undefined {
  return mounts
    .split('\n')
    .map((line) => line.split(' ').map(unescaped))
    .map(([device = '', folder = '', fileSystem = '']) => ({ device, folder, fileSystem }))
    .filter(({ folder }) => folder !== '' && `${path}/`.startsWith(folder === '/' ? '/' : `${folder}/`))
    .reduce<Mount | undefined>(
      // Of two on the same folder the later one covers the earlier.
      (best, mount) => (best === undefined || mount.folder.length >= best.folder.length ? mount : best),
      undefined,
    )
}

/** The list writes the spaces of names in octal. */
function unescaped(field: string): string {
  return field.replaceAll(/\\([0-7]{3})/g, (_all, octal: string) =>
    String.fromCharCode(Number.parseInt(octal, 8)),
  )
}

/** Names such as /dev/mapper/home and /dev/disk/by-label/x are links to the device's own. */
async function deviceName(device: string): Promise<string> {
  try {
    return basename(await realpath(device))
  } catch {
    // Inside a container the device may have no file.
    return basename(device)
  }
}

async function isRemovable(name: string, sys: string): Promise<boolean> {
  let folder: string
  try {
    folder = await realpath(join(sys, 'class', 'block', name))
  } catch {
    // A device the kernel does not list is no stick that could be pulled.
    return false
  }
  if (/\/usb\d+\//.test(folder)) return true
  // A partition's flag is that of the disk around it.
  const flags = await Promise.all([folder, dirname(folder)].map((place) => flagIn(place)))
  if (flags.includes('1')) return true
  // An encrypted or joined volume is as removable as what it lies on.
  const below = await namesIn(join(folder, 'slaves'))
  const answers = await Promise.all(below.map((slave) => isRemovable(slave, sys)))
  return answers.includes(true)
}

async function flagIn(folder: string): Promise<string> {
  try {
    return (await readFile(join(folder, 'removable'), 'utf8')).trim()
  } catch {
    // Only whole disks have the flag.
    return ''
  }
}

async function namesIn(folder: string): Promise<string[]> {
  try {
    return await readdir(folder)
  } catch {
    // Partitions have no list of what they lie on.
    return []
  }
}
