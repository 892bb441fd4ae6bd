import { existsSync, readFileSync } from 'node:fs'
import { sourceFiles } from '../check/source-files.mjs'
import { inProject } from '../setup/project.mjs'
import { bundledPackages, notedPackages } from './bundled-packages.mjs'
import { noticesText } from './notices-text.mjs'

const remedy = 'Run npm run notices.'

/** Where the notices lie; electron-builder.yml puts them into the program's folder. */
export const noticesFile = inProject('resources', 'third-party-notices.txt')

/** What is wrong with the notices as far as the sources and the installed packages tell, one sentence each. */
export function noticeFaults() {
  const noted = notedPackages()
  const missing = noted.filter((folder) => !existsSync(inProject(folder, 'package.json')))
  if (missing.length > 0)
    return missing.map((folder) => `The notices name ${folder}, which is not installed. ${remedy}`)
  const unnamed = importedPackages().filter((name) => !noted.includes(`node_modules/${name}`))
  const isCurrent = existsSync(noticesFile) && readFileSync(noticesFile, 'utf8') === noticesText(noted)
  return [
    ...unnamed.map((name) => `The notices do not name ${name}, which is imported. ${remedy}`),
    ...(isCurrent ? [] : [`The notices are not those of the packages that are installed. ${remedy}`]),
  ]
}

/** What is wrong with the notices of the app that was built, one sentence each. */
export function bundleNoticeFaults() {
  const noted = new Set(notedPackages())
  const bundled = new Set(bundledPackages())
  return [
    ...[...bundled]
      .filter((folder) => !noted.has(folder))
      .map((folder) => `The notices do not name ${folder}. ${remedy}`),
    ...[...noted]
      .filter((folder) => !bundled.has(folder))
      .map((folder) => `The notices name ${folder}, which is not bundled. ${remedy}`),
  ]
}

const shipped = /^(domain|db|electron|renderer)\//
const unshipped = /\.test\.tsx?$|\/testing\/|\.config\.ts$/
const anImport =
  /^(?:import|export)\s(?!type\s)[^'"]*?from '([^'.][^']*)'|^import '([^'.][^']*)'|import\('([^'.][^']*)'\)|@import '([^'.][^']*)'/gm
const isOfTheRuntime = (name) => name.startsWith('node:') || name === 'electron'

/** The packages that the shipped sources import by themselves, each once. */
function importedPackages() {
  const files = sourceFiles().filter((path) => shipped.test(path) && !unshipped.test(path))
  const names = files.flatMap((path) =>
    [...readFileSync(inProject(path), 'utf8').matchAll(anImport)].map(
      ([, named, bare, dynamic, style]) => named ?? bare ?? dynamic ?? style,
    ),
  )
  return [...new Set(names.filter((name) => !isOfTheRuntime(name)).map(packageOf))].sort()
}

function packageOf(specifier) {
  return specifier.split('/', specifier.startsWith('@') ? 2 : 1).join('/')
}
