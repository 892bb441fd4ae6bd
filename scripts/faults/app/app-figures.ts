import { existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { heldMemory, type HeldMemory } from './app-memory.ts'

/** Shape: what the app takes of the machine at one moment. */
export interface AppFigures extends HeldMemory {
  /** How many actions were done by then. */
  readonly at: number
  /** Handles and timers of main by kind, and descriptors and threads of the whole process. */
  readonly handles: Readonly<Record<string, number>>
  /** Unit: MB. */
  readonly wal: number
  /** Unit: MB. */
  readonly log: number
}

/** Measures the app that this process runs. */
export async function appFigures(userData: string, ledgerFile: string, at: number): Promise<AppFigures> {
  const handles: Record<string, number> = {
    descriptors: readdirSync('/proc/self/fd').length,
    threads: readdirSync('/proc/self/task').length,
  }
  for (const kind of process.getActiveResourcesInfo()) handles[kind] = (handles[kind] ?? 0) + 1
  const memory = await heldMemory()
  return {
    at,
    handles,
    ...memory,
    wal: megabytesAt(`${ledgerFile}-wal`),
    log: megabytesIn(join(userData, 'logs')),
  }
}

/**
 * How much more there is in the later half of the figures than in the earlier one, each at its lowest: what waits to be
 * collected comes and goes, and only adds. Unit: as the figure, for the whole time.
 */
export function growthOf(figures: readonly AppFigures[], figureOf: (one: AppFigures) => number): number {
  const half = Math.floor(figures.length / 2)
  const lowest = (some: readonly AppFigures[]) => Math.min(...some.map(figureOf))
  return 2 * (lowest(figures.slice(half)) - lowest(figures.slice(0, half)))
}

function megabytesAt(path: string): number {
  return existsSync(path) ? statSync(path).size / 1024 / 1024 : 0
}

function megabytesIn(folder: string): number {
  if (!existsSync(folder)) return 0
  return readdirSync(folder).reduce((sum, name) => sum + megabytesAt(join(folder, name)), 0)
}
