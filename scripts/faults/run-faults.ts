import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { testEnvironment } from '../package/test-environment.mjs'
import { onScreen } from '../runtime/screen.mjs'
import { tiers, type Experiment, type Outcome, type Tier } from './experiment.ts'
import { experiments } from './experiments.ts'
import type { Finished } from './report.ts'
import { compiledShim } from './shim/compile-shim.ts'

export interface FaultRun {
  readonly tier: Tier
  /** Ids or beginnings of ids; all experiments when empty. */
  readonly only: readonly string[]
}

/** The experiments of that name, in the order of the table. Throws: when there is none. */
export function chosenExperiments(only: FaultRun['only']): readonly Experiment[] {
  const chosen = experiments.filter(({ id }) => only.length === 0 || only.some((start) => isMeant(id, start)))
  if (chosen.length === 0) throw new Error(`no experiment is called ${only.join(', ')}`)
  return chosen
}

/** Runs the experiments two at a time. Throws: when there is no such tier or experiment. */
export async function runFaults({ tier, only }: FaultRun): Promise<readonly Finished[]> {
  if (!tiers.includes(tier)) throw new Error(`there is no tier ${tier}; there are ${tiers.join(', ')}`)
  const chosen = chosenExperiments(only)
  compiledShim()
  const compileCache = mkdtempSync(join(tmpdir(), 'linli-faults-code-'))
  try {
    // One at a time: on a screen they share one would take the focus from the other.
    const onScreens = chosen.filter(({ needsWindow }) => needsWindow === true)
    const waiting = chosen.filter(({ needsWindow }) => needsWindow !== true)
    const finished = new Map<Experiment, Finished>()
    const work = async (queue: Experiment[]) => {
      for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
        const startedAt = performance.now()
        const outcome = await runOne(next, tier, compileCache)
        finished.set(next, { experiment: next, outcome, durationMs: performance.now() - startedAt })
      }
    }
    await Promise.all([work(waiting), work(onScreens).then(() => work(waiting))])
    return chosen.flatMap((one) => finished.get(one) ?? [])
  } finally {
    rmSync(compileCache, { recursive: true, force: true })
  }
}

/** R1 means R1 and R1-edit, but not R10. */
function isMeant(id: string, start: string): boolean {
  return id === start || id.startsWith(`${start}-`) || (start.length === 1 && id.startsWith(start))
}

function runOne({ id, needsWindow = false }: Experiment, tier: Tier, compileCache: string): Promise<Outcome> {
  return new Promise((resolve, reject) => {
    const command = ['--no-warnings', join(import.meta.dirname, 'run-one.ts'), id, tier]
    const plain = { program: process.execPath, args: command }
    const { program, args } = needsWindow ? onScreen(process.execPath, command) : plain
    const child = spawn(program, args, {
      stdio: ['ignore', 'pipe', 'inherit'],
      env: {
        ...(needsWindow ? testEnvironment() : process.env),
        NODE_COMPILE_CACHE: compileCache,
      },
    })
    let output = ''
    child.stdout.setEncoding('utf8').on('data', (text: string) => (output += text))
    child.on('error', reject)
    child.on('close', (code, signal) => {
      const last = output.trimEnd().split('\n').at(-1) ?? ''
      // The last line is written by run-one.ts alone.
      if (code === 0 && last.startsWith('{')) resolve(JSON.parse(last) as Outcome)
      else resolve({ triedCount: 0, misses: [`the experiment ended with ${String(code ?? signal)}`] })
    })
  })
}
