import { spawnSync } from 'node:child_process'
import { chmodSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { launchArguments, type RunningApp } from './launch-app.ts'

/** One way in which an office's ledger can be kept from being written. */
export interface WriteProtection {
  /** Why it can't be had on this machine, or null. */
  readonly obstacle: () => string | null
  /** Puts it on; answers the program that starts the app under it, if there must be one. */
  readonly protect: (office: Office) => string | undefined
  /** Takes it off, also from a running app. */
  readonly release: (office: Office, running: RunningApp) => void
}

interface Office {
  readonly userData: string
  readonly folder: string
  readonly file: string
}

const isWindows = process.platform === 'win32'
const isRoot = process.getuid?.() === 0

/** Root writes into everything, unless this is taken from it. */
const withoutOverride = '--bounding-set=-dac_override,-dac_read_search'

function modeObstacle(): string | null {
  if (!isRoot || spawnSync('setpriv', [withoutOverride, 'true']).status === 0) return null
  return 'root may write everywhere here, and setpriv cannot take that from it'
}

function modeLauncher({ userData }: Office): string | undefined {
  return isRoot ? launcher(userData, `exec setpriv ${withoutOverride} "$app" "$@"`) : undefined
}

/** The file may be read only. */
export const readOnlyFile: WriteProtection = {
  obstacle: modeObstacle,
  protect: (office) => {
    chmodSync(office.file, 0o444)
    return modeLauncher(office)
  },
  release: ({ file }) => chmodSync(file, 0o644),
}

/** The folder takes no new file, such as the one SQLite writes ahead into. */
export const readOnlyFolder: WriteProtection = {
  obstacle: () => (isWindows ? 'Windows knows no folder that takes no files' : modeObstacle()),
  protect: (office) => {
    chmodSync(office.folder, 0o555)
    return modeLauncher(office)
  },
  release: ({ folder }) => chmodSync(folder, 0o755),
}

/** The drive is write-protected, as a switch on it does. */
export const readOnlyDrive: WriteProtection = {
  obstacle: () =>
    spawnSync('unshare', ['--mount', 'true']).status === 0
      ? null
      : 'this account cannot mount a drive for the app alone',
  // The mount is seen by the app alone and ends with it.
  protect: ({ userData, folder }) =>
    launcher(
      userData,
      `folder='${folder}'
exec unshare --mount sh -c 'mount --bind "$0" "$0" && mount -o remount,bind,ro "$0" && exec "$@"' "$folder" "$app" "$@"`,
    ),
  release: ({ folder }, { app }) => {
    const inside = ['--mount', '--target', String(app.process().pid)]
    const { status } = spawnSync('nsenter', [...inside, 'mount', '-o', 'remount,bind,rw', folder])
    if (status !== 0) throw new Error('the drive is still write-protected')
  },
}

/** A program that becomes the app under other conditions. */
export function launcher(folder: string, becomeTheApp: string): string {
  const path = join(folder, 'launcher')
  const { executablePath } = launchArguments(folder)
  writeFileSync(path, `#!/bin/sh\napp='${executablePath}'\n${becomeTheApp}\n`, { mode: 0o755 })
  return path
}
