import { existsSync } from 'node:fs'
import { isLinux } from './project.mjs'
import { runCommand, runOrFail } from './run-command.mjs'
import { longStep, say } from './say.mjs'

/** What Electron, a virtual screen, Chinese paper and the looking at PDF files need on Debian and Ubuntu. */
const screenPackages = [
  'xvfb',
  'xauth',
  'libgtk-3-0',
  'libnss3',
  'libasound2',
  'libgbm1',
  'libatk-bridge2.0-0',
  'libcups2',
  'libxss1',
  'fonts-noto-cjk',
  'fonts-hanazono',
  'poppler-utils',
]

/** Minimizes windows on a virtual screen, and takes what is printed. The tests that need them say so where they are missing. */
const testPackages = ['jwm', 'cups-daemon', 'cups-client']

/** Ubuntu 24.04 and Debian 13 renamed some of them for 64-bit time. */
const renamedTo = { 'libgtk-3-0': 'libgtk-3-0t64', libasound2: 'libasound2t64', libcups2: 'libcups2t64' }

/** Installs the missing system packages where that is possible, else says which are missing. */
export async function ensureDebianPackages() {
  if (!isLinux || !existsSync('/usr/bin/dpkg-query')) return
  const missing = await missingPackages(screenPackages)
  if (missing.length > 0) await install(missing)
  for (const name of testPackages) await tryToInstall(name)
}

/** For a package that is not worth a failed or a long set-up. */
async function tryToInstall(name) {
  const mayInstall = process.getuid() === 0 && existsSync('/usr/bin/apt-get')
  if (!mayInstall || (await missingPackages([name])).length === 0) return
  const patience = ['-o', 'Acquire::Retries=0', '-o', 'Acquire::http::Timeout=10']
  const args = ['install', '-y', '-q', '--no-install-recommends', ...patience, name]
  const { code } = await runCommand('apt-get', args, {
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    isQuiet: true,
  })
  say(code === 0 ? `Installed the system package ${name}` : `Going on without the system package ${name}`)
}

/** The tools that compile a native module and open archives. */
export async function ensureCompiler() {
  if (!isLinux || !existsSync('/usr/bin/dpkg-query')) return
  const tools = { python3: 'python3', make: 'make', 'g++': 'g++', unzip: 'unzip' }
  const absent = Object.keys(tools).filter((tool) => !isOnPath(tool))
  if (absent.length > 0) await install(absent.map((tool) => tools[tool]))
}

/** What the experiments on bad disks, sticks and clocks need. */
const faultPackages = ['gcc', 'libc6-dev', 'util-linux', 'faketime', 'ntfs-3g', 'exfat-fuse', 'exfatprogs']

/** Where they can't be had, the experiments that need them fail and say so. */
export async function ensureFaultPackages() {
  if (!isLinux || !existsSync('/usr/bin/dpkg-query')) return
  const missing = await missingPackages(faultPackages)
  if (missing.length === 0) return
  try {
    await install(missing)
  } catch {
    say(`Going on without the system packages ${missing.join(' ')}`)
  }
}

async function install(names) {
  const isRoot = process.getuid() === 0
  if (!isRoot || !existsSync('/usr/bin/apt-get')) {
    say(`These system packages are missing: ${names.join(' ')}`)
    say(`  Please install them: sudo apt-get update && sudo apt-get install ${names.join(' ')}`)
    return
  }
  await longStep(`Installing system packages: ${names.join(' ')}`, () => aptInstall(names))
}

async function aptInstall(names) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  // A failed refresh is not fatal: the lists at hand may do.
  await runCommand('apt-get', ['update', '-q'], { env, isQuiet: true })
  const available = await Promise.all(
    names.map(async (name) => ((await isAvailable(name)) ? name : (renamedTo[name] ?? name))),
  )
  await runOrFail('apt-get', ['install', '-y', '-q', '--no-install-recommends', ...available], {
    env,
    isQuiet: true,
  })
}

async function isAvailable(name) {
  const { code, output } = await runCommand('apt-cache', ['policy', name], { isQuiet: true })
  return code === 0 && /Candidate: [^(]/.test(output)
}

async function missingPackages(names) {
  const { output } = await runCommand('dpkg-query', ['-W', '-f', '${Package} ${db:Status-Status}\n'], {
    isQuiet: true,
  })
  const installed = new Set(
    output
      .split('\n')
      .filter((line) => line.endsWith(' installed'))
      .map((line) => line.split(' ')[0]),
  )
  return names.filter((name) => !installed.has(name) && !installed.has(renamedTo[name]))
}

function isOnPath(program) {
  return (process.env.PATH ?? '')
    .split(':')
    .some((folder) => folder !== '' && existsSync(`${folder}/${program}`))
}
