import { resolve } from 'node:path'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  root: resolve(import.meta.dirname, '..'),
  test: {
    include: ['{domain,db,electron,renderer,scripts}/**/*.test.{ts,tsx}'],
    environment: 'node',
    // Each file in a process of its own: the tests open real ledgers and real folders.
    pool: 'forks',
    maxWorkers: 2,
    // Ends what hangs; speed is measured elsewhere, and a busy machine is no fault.
    testTimeout: 120_000,
  },
})
