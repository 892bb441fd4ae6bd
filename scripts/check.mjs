import { existsSync } from 'node:fs'
import { prepare } from './prepare.mjs'
import { inProject } from './setup/project.mjs'
import { runCommand } from './setup/run-command.mjs'
import { duration } from './setup/say.mjs'

await prepare(import.meta.url, { screen: false, runtime: false, build: false })

const folders = ['domain', 'db', 'electron', 'renderer', 'scripts', 'e2e'].filter((folder) =>
  existsSync(inProject(folder)),
)

const steps = [
  ['types', 'node_modules/typescript/bin/tsc', '-b', '--pretty', 'false'],
  [
    'lint',
    'node_modules/eslint/bin/eslint.js',
    '--config',
    '.config/eslint.config.js',
    '--max-warnings',
    '0',
    '.',
  ],
  [
    'format',
    'node_modules/prettier/bin/prettier.cjs',
    '--check',
    '--log-level',
    'warn',
    '.',
    '!e2e/fixtures/**',
  ],
  [
    'layers',
    'node_modules/dependency-cruiser/bin/dependency-cruiser.mjs',
    '--config',
    '.config/dependency-cruiser.js',
    ...folders,
  ],
  ['unused code', 'node_modules/knip/bin/knip.js', '--config', '.config/knip.json', '--no-progress'],
  ['chinese text', 'scripts/check-chinese.mjs'],
  ['structure', 'scripts/check-structure.mjs'],
  ['notices', 'scripts/check-notices.mjs'],
]

const only = process.argv.slice(2)
const chosen = only.length === 0 ? steps : steps.filter(([name]) => only.includes(name))
const failed = []

for (const [name, ...command] of chosen) {
  const startedAt = performance.now()
  const { code, output } = await runCommand(process.execPath, command, { isQuiet: true })
  console.log(
    `${code === 0 ? 'ok    ' : 'FAILED'}  ${name.padEnd(12)}  ${duration(performance.now() - startedAt)}`,
  )
  if (code === 0) continue
  failed.push(name)
  console.log(output.trimEnd().replace(/^/gm, '    '))
}

if (failed.length > 0) {
  console.log(`\nThe check failed: ${failed.join(', ')}`)
  process.exit(1)
}
console.log(`\nThe check passed: ${chosen.map(([name]) => name).join(', ')}`)
