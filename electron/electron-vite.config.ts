import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'
import { mkdirSync, writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import type { Plugin } from 'vite'

const root = resolve(import.meta.dirname, '..')
const inRoot = (path: string) => resolve(root, path)

/** The oldest Electron this must run on is 33 (Chromium 130, Node 20.18). */
const nodeTarget = 'node20.18'
const chromeTarget = 'chrome130'

/** Every start pays for what the first screen loads, and these are only needed later. */
const neverAtStart = /node_modules\/(zod|lunar-typescript|react-hook-form|pinyin-pro)\//

const smallStart: Plugin = {
  name: 'small-start',
  generateBundle(_options, bundle) {
    const atStart = new Set<string>()
    const follow = (fileName: string) => {
      const chunk = bundle[fileName]
      if (chunk?.type !== 'chunk' || atStart.has(fileName)) return
      atStart.add(fileName)
      chunk.moduleIds
        .filter((id) => neverAtStart.test(id))
        .forEach((id) => this.error(`loaded at start: ${id}`))
      chunk.imports.forEach(follow)
    }
    Object.values(bundle).forEach((file) => file.type === 'chunk' && file.isEntry && follow(file.fileName))
  },
}

const packageFolder = /.*(node_modules\/(?:@[^/]+\/)?[^/]+)/

/** Writes down of which packages something is in a bundle: their licences come along (scripts/notices). */
const listPackages = (bundleName: string): Plugin => ({
  name: 'list-packages',
  writeBundle(_options, bundle) {
    const styles = [...this.getModuleIds()].filter((id) => id.includes('.css'))
    const code = Object.values(bundle).flatMap((file) => (file.type === 'chunk' ? file.moduleIds : []))
    const folders = [...styles, ...code].flatMap((id) => {
      const inside = id.slice(id.indexOf(root) + root.length + 1)
      return packageFolder.exec(inside)?.[0] ?? []
    })
    mkdirSync(inRoot('out/packages'), { recursive: true })
    const list = [...new Set(folders)].sort()
    writeFileSync(inRoot(`out/packages/${bundleName}.json`), JSON.stringify(list, null, 2))
  },
})

export default defineConfig({
  main: {
    root,
    plugins: [listPackages('main')],
    build: {
      target: nodeTarget,
      outDir: inRoot('out/main'),
      rolldownOptions: {
        input: {
          main: inRoot('electron/main.ts'),
          'ledger-worker': inRoot('electron/ledger/ledger-worker.ts'),
          'backup-thread': inRoot('electron/ledger/backup-thread.ts'),
          'import-reader': inRoot('electron/import/import-reader.ts'),
        },
        output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
      },
    },
  },
  preload: {
    root,
    plugins: [listPackages('preload')],
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
    plugins: [react(), smallStart, listPackages('renderer')],
    build: {
      target: chromeTarget,
      outDir: inRoot('out/renderer'),
      emptyOutDir: true,
      minify: true,
      rolldownOptions: { input: inRoot('renderer/index.html') },
    },
  },
})
