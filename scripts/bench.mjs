import { prepare } from './prepare.mjs'
import { inProject } from './setup/project.mjs'

const runtime = await prepare(import.meta.url)
const { ensurePackages } = await import('./package/package-app.mjs')
const { testEnvironment } = await import('./package/test-environment.mjs')
const { runOnScreen } = await import('./runtime/screen.mjs')

await ensurePackages(runtime)
const names = process.argv.slice(2)
const { code } = await runOnScreen(process.execPath, [inProject('scripts', 'bench', 'bench.ts'), ...names], {
  env: { ...testEnvironment(), LINLI_RUNTIME_EXECUTABLE: runtime.executable },
})
process.exit(code)
