import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'vite'
import { inProject } from '../../setup/project.mjs'

export const doorKinds = ['worker thread', 'utility process'] as const
export type DoorKind = (typeof doorKinds)[number]

const standIns: Readonly<Record<DoorKind, { readonly main?: string; readonly worker?: string }>> = {
  'worker thread': {},
  'utility process': { main: 'utility-worker.ts', worker: 'utility-port.ts' },
}

/** Builds the measuring program around one kind of door and answers its folder. */
export async function buildDoor(kind: DoorKind): Promise<string> {
  const folder = inProject('out', 'bench', 'door', kind.replace(' ', '-'))
  mkdirSync(folder, { recursive: true })
  writeFileSync(
    join(folder, 'package.json'),
    JSON.stringify({ name: 'door', version: '1.0.0', type: 'module', main: 'main.js' }),
  )
  await bundle('main', join(import.meta.dirname, 'measure-door.ts'), folder, standIns[kind].main)
  await bundle(
    'ledger-worker',
    inProject('electron', 'ledger', 'ledger-worker.ts'),
    folder,
    standIns[kind].worker,
  )
  return folder
}

async function bundle(
  name: string,
  entry: string,
  outDir: string,
  threads: string | undefined,
): Promise<void> {
  await build({
    configFile: false,
    root: inProject(),
    logLevel: 'warn',
    resolve: {
      alias: threads === undefined ? [] : [alias('node:worker_threads', join(import.meta.dirname, threads))],
    },
    ssr: { noExternal: true, external: ['electron', 'better-sqlite3'] },
    build: {
      ssr: true,
      target: 'node20.18',
      outDir,
      emptyOutDir: false,
      rolldownOptions: {
        input: { [name]: entry },
        output: { format: 'es', entryFileNames: '[name].js', codeSplitting: false },
      },
    },
  })
}

function alias(find: string, replacement: string) {
  return { find, replacement }
}
