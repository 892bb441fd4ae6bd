import { join } from 'node:path'
import { inProject } from '../setup/project.mjs'

const platform = { linux: 'linux', win32: 'win', darwin: 'mac' }[process.platform]

const executableIn = {
  linux: 'linli-ledger',
  win: 'linli-ledger.exe',
  mac: join('linli-ledger.app', 'Contents', 'MacOS', 'linli-ledger'),
}[platform]

const resourcesIn = {
  linux: 'resources',
  win: 'resources',
  mac: join('linli-ledger.app', 'Contents', 'Resources'),
}[platform]

/**
 * Where the packaged app of this machine's platform lies.
 * `kind` is 'release', which users get, or 'test', which differs from it in one fuse.
 */
export function packagedApp(kind) {
  const dir = inProject('release', kind === 'release' ? `${platform}-unpacked` : `${platform}-unpacked-test`)
  return { dir, executable: join(dir, executableIn), resources: join(dir, resourcesIn) }
}

/** The name electron-builder gives to its platform option and the folder it packs into. */
export const builderPlatform = platform
