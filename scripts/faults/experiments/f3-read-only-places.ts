import { chmodSync, chownSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { collectMisses, type Bench, type Experiment, type Outcome } from '../experiment.ts'
import { whyNoMount } from '../work/private-mount.ts'
import type { ReadOnlyOrder } from '../work/read-only-place.ts'
import { runProgram } from '../work/start-program.ts'

const nobody = 65_534
const isRoot = process.getuid?.() === 0

/** Files and folders without the right to write. */
export const readOnlyFolders: Experiment = {
  id: 'F3-rights',
  what: 'file, folder, WAL without the right to write',
  run: async ({ folder }) => {
    const room = roomIn(folder)
    chmodSync(folder, 0o711)
    if (isRoot) chownSync(room, nobody, nobody)
    const order: ReadOnlyOrder = { folder: room, userId: isRoot ? nobody : null, isDisk: false }
    return outcomeOf(await runProgram('read-only-place.ts', order))
  },
}

/** A whole disk that takes nothing, like a locked stick. */
export const readOnlyDisk: Experiment = {
  id: 'F3-disk',
  what: 'a whole disk that is read-only',
  run: async ({ folder }: Bench) => {
    const room = roomIn(folder)
    const skipped = whyNoMount(room)
    if (skipped !== null) return { triedCount: 0, misses: [], skipped }
    const order: ReadOnlyOrder = { folder: room, userId: null, isDisk: true }
    return outcomeOf(await runProgram('read-only-place.ts', order, { mount: { folder: room, size: 16 } }))
  },
}

function roomIn(folder: string): string {
  const room = join(folder, 'place')
  mkdirSync(room)
  return room
}

function outcomeOf(acks: readonly string[]): Outcome {
  const { misses, expect } = collectMisses()
  for (const ack of acks) {
    const { name, problems } = JSON.parse(ack) as { name: string; problems: string[] }
    for (const problem of problems) expect(false, `${name}: ${problem}`)
  }
  return { triedCount: acks.length, misses }
}
