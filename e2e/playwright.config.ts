import { defineConfig } from '@playwright/test'

export default defineConfig({
  testDir: '.',
  testMatch: '**/*.e2e.ts',
  // One window at a time: the tests share the screen and the keyboard focus. A test that needs a retry is a failure.
  workers: 1,
  retries: 0,
  forbidOnly: true,
  timeout: 90_000,
  expect: { timeout: 10_000 },
  outputDir: '../out/e2e',
  reporter: [['list'], ['json', { outputFile: '../out/test/e2e.json' }]],
})
