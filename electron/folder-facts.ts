import { realpath } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { syncPrograms } from '../domain/codes/sync-program.ts'
import type { FolderFacts } from '../domain/ledger-folder.ts'
import { linuxDrive } from './linux-drive.ts'
import { windowsDrive } from './windows-drive.ts'

/** Finds out where a folder really lies and on what kind of drive, without asking the network. */
export async function gatherFolderFacts(place: {
  readonly folder: string
  readonly ledgerName: string
  readonly personalFolders: readonly string[]
  readonly environment: NodeJS.ProcessEnv
}): Promise<FolderFacts> {
  const { folder, ledgerName, personalFolders, environment } = place
  const real = await realFolder(folder)
  const isWindows = process.platform === 'win32'
  return {
    system: isWindows ? 'windows' : 'posix',
    paths: [folder, real],
    ledgerName,
    drive: isWindows ? await windowsDrive(folder, real, environment['SystemDrive']) : await driveHere(real),
    syncRoots: syncRootsIn(environment),
    personalFolders,
  }
}

function syncRootsIn(environment: NodeJS.ProcessEnv): string[] {
  return Object.values(syncPrograms)
    .flatMap(({ variables }): readonly string[] => variables)
    .map((name) => environment[name] ?? '')
    .filter((root) => root !== '')
}

function driveHere(real: string): Promise<FolderFacts['drive']> {
  return process.platform === 'linux' ? linuxDrive(real) : Promise.resolve('unknown')
}

/** Follows links, junctions and mapped drives; a folder that isn't made yet lies where its parent does. */
async function realFolder(folder: string): Promise<string> {
  try {
    return await realpath(folder)
  } catch {
    // Not there, or not to be entered: its parent answers.
    const parent = dirname(folder)
    return parent === folder ? folder : join(await realFolder(parent), basename(folder))
  }
}
