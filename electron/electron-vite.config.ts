import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'
import { resolve } from 'node:path'

const root = resolve(import.meta.dirname, '..')
const inRoot = (path: string) => resolve(root, path)

/** The oldest Electron this must run on is 33 (Chromium 130, Node 20.18). */
const nodeTarget = 'node20.18'
const chromeTarget = 'chrome130'

export default defineConfig({
  main: {
    root,
    build: {
      target: nodeTarget,
      outDir: inRoot('out/main'),
      rolldownOptions: {
        input: {
          main: inRoot('electron/main.ts'),
          'ledger-worker': inRoot('electron/ledger/ledger-worker.ts'),
          'import-reader': inRoot('electron/import/import-reader.ts'),
        },
        output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
      },
    },
  },
  preload: {
    root,
    build: {
      target: nodeTarget,
      outDir: inRoot('out/preload'),
      // A sandboxed preload can load nothing, so everything is in the one file.
      externalizeDeps: false,
      rolldownOptions: {
        input: { preload: inRoot('electron/preload.ts') },
        output: { format: 'cjs', entryFileNames: '[name].cjs', codeSplitting: false },
      },
    },
  },
  renderer: {
    root: inRoot('renderer'),
    plugins: [react()],
    build: {
      target: chromeTarget,
      outDir: inRoot('out/renderer'),
      emptyOutDir: true,
      minify: true,
      rolldownOptions: { input: inRoot('renderer/index.html') },
    },
  },
})
