import { rmSync } from 'node:fs'
import { prepare } from './prepare.mjs'
import { inProject } from './setup/project.mjs'

const runtime = await prepare(import.meta.url, { build: false })
const { sandboxFlags } = await import('./runtime/sandbox-flags.mjs')
const { runOnScreen } = await import('./runtime/screen.mjs')

// What follows writes a development build into out/, which must not pass for the real one later.
rmSync(inProject('out', '.build-stamp'), { force: true })

const electronVite = inProject('node_modules', 'electron-vite', 'bin', 'electron-vite.js')
const options = ['dev', '--watch', '--config', 'electron/electron-vite.config.ts']
const appArguments = [...sandboxFlags(), ...process.argv.slice(2)]
// Without this variable electron-vite knows only the release in node_modules/electron.
const env = { ...process.env, ELECTRON_EXEC_PATH: runtime.executable }
const { code } = await runOnScreen(process.execPath, [electronVite, ...options, '--', ...appArguments], {
  env,
})
process.exit(code)
