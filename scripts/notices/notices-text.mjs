import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { inProject, readJson } from '../setup/project.mjs'
import { otherWorks } from './other-works.mjs'

const heavyRule = '='.repeat(100)
const lightRule = '-'.repeat(100)
const licenceFile = /^(licen[cs]e|copying|notice)([.-].*)?$/i

/** Packages that come without a file of their terms: where in texts/ they are, and under which name if that is missing too. */
const termsElsewhere = {
  binary: { text: 'halliday.txt' },
  buffers: { text: 'halliday.txt', licence: 'MIT' },
  chainsaw: { text: 'halliday.txt' },
  isarray: { text: 'isarray.txt' },
  saxes: { text: 'saxes.txt' },
  wouter: { text: 'unlicense.txt' },
}

/** The whole file of notices for these packages, given by their folders below the root. */
export function noticesText(packageFolders) {
  const packages = packageFolders.map(packageNotice)
  const blocks = [...packages, ...otherWorks.map(otherNotice)].map(
    ({ title, facts, text }) => [heavyRule, title, ...facts, lightRule, '', text].join('\n') + '\n',
  )
  return [ourText('heading.txt'), ...blocks].join('\n')
}

function packageNotice(folder) {
  const { name, version, license } = readJson(inProject(folder, 'package.json'))
  const files = readdirSync(inProject(folder)).filter((file) => licenceFile.test(file))
  const elsewhere = files.length === 0 ? termsElsewhere[name] : undefined
  const licence = license ?? elsewhere?.licence
  const texts = files.sort().map((file) => tidy(readFileSync(inProject(folder, file), 'utf8')))
  if (elsewhere !== undefined) texts.push(ourText(elsewhere.text))
  if (texts.length === 0 || licence === undefined)
    throw new Error(`${folder} comes without its terms: add them to scripts/notices/texts.`)
  return { title: `${name} ${version}`, facts: [`Licence: ${licence}`], text: texts.join('\n') }
}

function otherNotice({ title, licence, usedFor, text }) {
  return { title, facts: [`Licence: ${licence}`, `Used for: ${usedFor}`], text: ourText(text) }
}

function ourText(file) {
  const path = inProject('scripts', 'notices', 'texts', file)
  if (!existsSync(path)) throw new Error(`scripts/notices/texts has no ${file}.`)
  return tidy(readFileSync(path, 'utf8'))
}

/** One kind of line ends, and no blanks at the end of a line or of the text. */
function tidy(text) {
  const lines = text.replace(/^\uFEFF/, '').split(/\r\n?|\n/)
  return (
    lines
      .map((line) => line.trimEnd())
      .join('\n')
      .trim() + '\n'
  )
}
