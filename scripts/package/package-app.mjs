import { FuseV1Options, FuseVersion, flipFuses } from '@electron/fuses'
import { constants } from 'node:fs'
import { cp, readdir, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { fingerprint, unlessStamped } from '../setup/fingerprint.mjs'
import { inProject, installedVersion } from '../setup/project.mjs'
import { runOrFail } from '../setup/run-command.mjs'
import { longStep } from '../setup/say.mjs'
import { builderPlatform, packagedApp } from './packaged-app.mjs'

const inputs = [
  'out/main',
  'out/preload',
  'out/renderer',
  'resources',
  'package.json',
  'electron-builder.yml',
  'LICENSE',
]
const recipe = ['scripts/package/package-app.mjs']

/**
 * Packages the built app twice from the given runtime, unless that has been done: as users get it,
 * and as the end-to-end tests drive it. The second is a copy of the first with the inspect fuse on.
 */
export async function ensurePackages(runtime) {
  const print = [
    runtime.kind,
    runtime.version,
    installedVersion('better-sqlite3'),
    fingerprint([...inputs, ...recipe]),
  ].join(' ')
  await unlessStamped(inProject('release', '.package-stamp'), print, async () => {
    await longStep('Packaging the app with electron-builder', () => packageRelease(runtime))
    await deriveTestPackage()
  })
}

async function packageRelease(runtime) {
  const { dir, resources } = packagedApp('release')
  // Packed aside and put in place when complete: an interrupted run leaves no half package behind.
  const aside = inProject('release', `.packing-${process.pid}`)
  try {
    await runOrFail(process.execPath, builderCommand(runtime, aside), { isQuiet: true })
    await rm(dir, { recursive: true, force: true })
    await rename(join(aside, await unpackedFolderIn(aside)), dir)
  } finally {
    await rm(aside, { recursive: true, force: true })
  }
  // electron-builder leaves the sample app of a runtime that it was handed as a folder.
  await rm(join(resources, 'default_app.asar'), { force: true })
}

function builderCommand(runtime, outputFolder) {
  return [
    inProject('node_modules', 'electron-builder', 'cli.js'),
    `--${builderPlatform}`,
    'dir',
    '--publish=never',
    `--config=${inProject('electron-builder.yml')}`,
    `-c.electronDist=${runtime.dir}`,
    `-c.electronVersion=${runtime.version}`,
    `-c.directories.output=${outputFolder}`,
  ]
}

async function unpackedFolderIn(folder) {
  const entries = await readdir(folder, { withFileTypes: true })
  const names = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name)
  if (names.length !== 1)
    throw new Error(`electron-builder left ${names.length} folders where one was expected.`)
  return names[0]
}

async function deriveTestPackage() {
  const release = packagedApp('release')
  const test = packagedApp('test')
  await rm(test.dir, { recursive: true, force: true })
  await cp(release.dir, test.dir, {
    recursive: true,
    verbatimSymlinks: true,
    mode: constants.COPYFILE_FICLONE,
  })
  // Playwright attaches through --inspect, which the release refuses.
  await flipFuses(test.executable, {
    version: FuseVersion.V1,
    resetAdHocDarwinSignature: process.platform === 'darwin',
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
  })
}
