import { fingerprint, unlessStamped } from './fingerprint.mjs'
import { inProject } from './project.mjs'
import { runOrFail } from './run-command.mjs'
import { longStep } from './say.mjs'

const sources = [
  'domain',
  'db',
  'electron',
  'renderer',
  'resources',
  'package.json',
  'package-lock.json',
  '.config/tsconfig.base.json',
]
const isSource = (path) => !/\.test\.tsx?$|\/testing\//.test(path)

/** Builds the app into out/ when its sources are not those of the last build. */
export async function ensureBuild() {
  await unlessStamped(inProject('out', '.build-stamp'), fingerprint(sources, isSource), () =>
    longStep('Building the app', buildApp),
  )
}

async function buildApp() {
  const electronVite = inProject('node_modules', 'electron-vite', 'bin', 'electron-vite.js')
  const args = [electronVite, 'build', '--config', 'electron/electron-vite.config.ts', '--logLevel', 'warn']
  await runOrFail(process.execPath, args)
}
