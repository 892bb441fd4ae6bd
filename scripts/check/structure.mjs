import { readFileSync } from 'node:fs'
import { inProject } from '../setup/project.mjs'
import { sourceFiles } from './source-files.mjs'

const longestFile = 300
const mayBeLong = [
  /\.(test\.tsx?|e2e\.ts)$/,
  /^domain\/(codes|labels)\//,
  /^domain\/labels[^/]*\.ts$/,
  /^e2e\/fixtures\//,
  /\.json$/,
]
const emptyName = /(^|[/.-])(utils?|helpers?|common|misc|manager)([/.-]|$)/i
const isConfig = (path) => /\.config\.(ts|js)$/.test(path) || path.startsWith('.config/')

/** What is wrong with the shape of the source tree, as file:line sentences. */
export function structureFaults() {
  return sourceFiles()
    .filter((path) => /\.(ts|tsx|mjs|js|css)$/.test(path))
    .flatMap((path) => [...nameFaults(path), ...textFaults(path, readFileSync(inProject(path), 'utf8'))])
}

function nameFaults(path) {
  const faults = []
  if (emptyName.test(path))
    faults.push(`${path}:1 the name says nothing; name the file after what it answers`)
  if (!/^[a-z0-9.-]+$/.test(path.split('/').at(-1))) faults.push(`${path}:1 file names are kebab-case`)
  return faults
}

function textFaults(path, text) {
  const lines = text.trimEnd().split('\n')
  const faults = lines.flatMap((line, index) =>
    lineFaults(path, line).map((fault) => `${path}:${index + 1} ${fault}`),
  )
  if (lines.length > longestFile && !mayBeLong.some((place) => place.test(path))) {
    faults.push(`${path}:${longestFile + 1} ${lines.length} lines; files stop at ${longestFile}`)
  }
  return faults
}

function lineFaults(path, line) {
  const faults = []
  if (/^export default\b/.test(line) && !isConfig(path)) faults.push('exports have names')
  if (/^export \* from\b/.test(line)) faults.push('no barrels: import from the file that has it')
  if (/(\/\/|\/\*)\s*eslint-disable/.test(line) && !/ -- \S/.test(line))
    faults.push('an exception carries its reason (-- reason)')
  return faults
}
