import { readFileSync } from 'node:fs'
import { inProject } from '../setup/project.mjs'
import { sourceFiles } from './source-files.mjs'

const chinese = /[\p{Script=Han}\u3000-\u303f\uff00-\uffef]/u

const placesForChinese = [
  /^domain\/labels[^/]*\.ts$/,
  /^domain\/(labels|codes)\//,
  /\.(test\.tsx?|e2e\.ts)$/,
  /\/testing\//,
  /^e2e\/fixtures\//,
  /^scripts\/(seed|fixtures)\//,
  /^db\/sample\//,
  /^renderer\/index\.html$/,
  /^e2e\/tour\//,
  /^electron-builder\.yml$/,
]

const isProductName = (path, line) => path === 'package.json' && line.includes('"productName"')

/** Every line with Chinese text outside its places, as file:line. */
export function chineseTextFaults() {
  return sourceFiles()
    .filter((path) => !placesForChinese.some((place) => place.test(path)))
    .flatMap(linesWithChinese)
}

function linesWithChinese(path) {
  return readFileSync(inProject(path), 'utf8')
    .split('\n')
    .flatMap((line, index) =>
      chinese.test(line) && !isProductName(path, line)
        ? [`${path}:${index + 1} Chinese text belongs in domain/labels or domain/codes`]
        : [],
    )
}
