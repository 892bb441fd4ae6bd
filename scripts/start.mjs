import { prepare } from './prepare.mjs'
import { inProject, projectFolder } from './setup/project.mjs'
import { runCommand } from './setup/run-command.mjs'
import { say } from './setup/say.mjs'

const runtime = await prepare(import.meta.url)
const { hasDisplay } = await import('./runtime/screen.mjs')

const { code } = hasDisplay() ? await openApp() : await runTour()
process.exit(code)

async function openApp() {
  const { sandboxFlags } = await import('./runtime/sandbox-flags.mjs')
  say('Opening the app')
  return runCommand(runtime.executable, [projectFolder, ...sandboxFlags(), ...process.argv.slice(2)])
}

async function runTour() {
  const { ensurePackages } = await import('./package/package-app.mjs')
  const { testEnvironment } = await import('./package/test-environment.mjs')
  const { runOnScreen } = await import('./runtime/screen.mjs')
  await ensurePackages(runtime)
  say('There is no display here, so the app does its main job on a virtual screen')
  return runOnScreen(process.execPath, [inProject('e2e', 'tour', 'tour.ts')], { env: testEnvironment() })
}
