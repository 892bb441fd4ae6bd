import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, renameSync } from 'node:fs'
import { join } from 'node:path'
import { cacheFolder } from '../../setup/project.mjs'

const source = join(import.meta.dirname, 'fault-shim.c')

/** The path of the shim as a library, compiled when its source is new. Throws: when there is no C compiler. */
export function compiledShim(): string {
  const mark = createHash('sha256').update(readFileSync(source)).digest('hex').slice(0, 16)
  const library = join(cacheFolder, `fault-shim-${process.arch}-${mark}.so`)
  if (existsSync(library)) return library
  mkdirSync(cacheFolder, { recursive: true })
  const partial = `${library}.${process.pid}.part`
  execFileSync('gcc', ['-O2', '-Wall', '-Wextra', '-Werror', '-shared', '-fPIC', '-o', partial, source], {
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  renameSync(partial, library)
  return library
}
