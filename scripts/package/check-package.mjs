import { listPackage, statFile } from '@electron/asar'
import { FuseState, FuseV1Options, getCurrentFuseWire } from '@electron/fuses'
import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { bundleNoticeFaults, noticesFile } from '../notices/notice-faults.mjs'
import { packagedApp } from './packaged-app.mjs'

const { ENABLE, DISABLE } = FuseState

const releaseFuses = {
  RunAsNode: DISABLE,
  EnableCookieEncryption: ENABLE,
  EnableNodeOptionsEnvironmentVariable: DISABLE,
  EnableNodeCliInspectArguments: DISABLE,
  EnableEmbeddedAsarIntegrityValidation: ENABLE,
  OnlyLoadAppFromAsar: ENABLE,
  LoadBrowserProcessSpecificV8Snapshot: DISABLE,
  GrantFileProtocolExtraPrivileges: DISABLE,
}

const nativeFile = /^\/node_modules\/better-sqlite3\/prebuilds\/[\w-]+\.node$/

const allowedInAsar = [
  /^\/package\.json$/,
  /^\/resources\/icon\.png$/,
  /^\/out\/(main|preload|renderer)\/.+\.(m?js|cjs|css|html|svg|png|jpe?g|webp|ico|woff2?|ttf|otf|json|wasm)$/,
  /^\/node_modules\/better-sqlite3\/(package\.json|LICENSE|lib\/.+\.js)$/,
  nativeFile,
]

/** What is wrong with the packages in release/, one sentence each; empty when all is as it must be. */
export async function packageFaults() {
  const release = packagedApp('release')
  const test = packagedApp('test')
  return [
    ...(await fuseFaults('release', release, releaseFuses)),
    ...(await fuseFaults('test', test, { ...releaseFuses, EnableNodeCliInspectArguments: ENABLE })),
    ...asarFaults(release.resources),
    ...differenceFaults(release, test),
    ...noticeFaultsOf(release),
  ]
}

async function fuseFaults(kind, { executable }, expected) {
  const wire = await getCurrentFuseWire(executable)
  return Object.entries(expected)
    .filter(([name, state]) => wire[FuseV1Options[name]] !== state)
    .map(
      ([name, state]) => `The ${kind} package must have the fuse ${name} ${state === ENABLE ? 'on' : 'off'}.`,
    )
}

function asarFaults(resources) {
  const archive = join(resources, 'app.asar')
  const paths = listPackage(archive, { isPack: false }).map((path) => path.replaceAll('\\', '/'))
  const isFile = (path) => !('files' in statFile(archive, path.slice(1)))
  const files = paths.filter(isFile)
  const natives = files.filter((path) => nativeFile.test(path))
  const unpacked = filesIn(join(resources, 'app.asar.unpacked'))
  const others = readdirSync(resources).filter((name) => name.endsWith('.asar') && name !== 'app.asar')
  return [
    ...files
      .filter((path) => !allowedInAsar.some((rule) => rule.test(path)))
      .map((path) => `app.asar must not hold ${path}.`),
    ...(natives.length === 1 ? [] : [`app.asar must hold one native file, not ${natives.length}.`]),
    ...(natives.join() === unpacked.join()
      ? []
      : [`Only the native file may be unpacked, but there is: ${unpacked.join(' ')}`]),
    ...[...others, ...(existsSync(join(resources, 'app')) ? ['app'] : [])].map(
      (name) => `resources must not hold ${name}.`,
    ),
  ]
}

function noticeFaultsOf({ dir }) {
  const shipped = join(dir, 'THIRD-PARTY-NOTICES.txt')
  const isShipped = existsSync(shipped) && readFileSync(shipped).equals(readFileSync(noticesFile))
  return [
    ...bundleNoticeFaults(),
    ...(isShipped ? [] : ['The notices of this version must lie beside the program.']),
  ]
}

/** The tests speak for the release only as long as the two packages are the same but for one byte. */
function differenceFaults(release, test) {
  const names = filesIn(release.dir)
  if (names.join() !== filesIn(test.dir).join())
    return ['The test package must hold the files of the release package.']
  const differing = names.filter((name) => differingBytes(join(release.dir, name), join(test.dir, name)) > 0)
  const isOneByte = differing.length === 1 && differingBytes(release.executable, test.executable) === 1
  const isSigned = process.platform === 'darwin'
  return isOneByte || isSigned
    ? []
    : [`The test package differs from the release in more than one fuse: ${differing.join(' ')}`]
}

function differingBytes(one, other) {
  const a = readFileSync(one)
  const b = readFileSync(other)
  if (a.equals(b)) return 0
  if (a.length !== b.length) return Infinity
  let count = 0
  for (let index = 0; index < a.length; index += 1) if (a[index] !== b[index]) count += 1
  return count
}

function filesIn(folder) {
  if (!existsSync(folder)) return []
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length).replaceAll('\\', '/'))
    .sort()
}
