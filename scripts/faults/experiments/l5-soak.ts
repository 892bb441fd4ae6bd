import { existsSync } from 'node:fs'
import { growthOf, type AppFigures } from '../app/app-figures.ts'
import { collectMisses, type Experiment } from '../experiment.ts'
import { runProgram } from '../work/start-program.ts'

/** 20,000 actions are eight hours of an office. */
const actionsPerHour = 2500
/** Unit: MB an hour of the office's. */
const mostGrowthPerHour = { resident: 5, live: 2 }
/**
 * Unit: MB that the engine's own coming and going adds: 8,000 actions went up and down by 110 with nothing more live. What
 * is live grows with the people that are added and with tables that are loaded when first asked for.
 */
const unsteadiness = { resident: 110, live: 16 }
/** Sooner the engine is still taking what the work needs; unit: hours of the office. */
const residentAfterHours = 0.2
const largestWal = 8
const largestLog = 20
const mostMoreHandles = 2
const longestRunMs = 3_600_000

const clock = {
  library: '/usr/lib/x86_64-linux-gnu/faketime/libfaketimeMT.so.1',
  /** Days go by as fast as the work does; what waits a second still waits one. */
  FAKETIME: '+0d x40',
  FAKETIME_DONT_FAKE_MONOTONIC: '1',
  NO_FAKE_STAT: '1',
  // Else each thread keeps what it once took, which is a trait of this system's allocator and none of the app's.
  MALLOC_ARENA_MAX: '1',
}

interface SoakReport {
  readonly done: Readonly<Record<string, number>>
  readonly figures: readonly AppFigures[]
  readonly entryCount: number
  readonly peopleCount: number
  readonly problems: readonly string[]
}

/** Days of office work at full speed leave the app as small as it was and the ledger as it was written. */
export const officeDays: Experiment = {
  id: 'L5',
  what: 'office work through the built app at full speed: memory, handles, WAL, log flat; content as a model says',
  run: async ({ folder, size }) => {
    const { misses, expect } = collectMisses()
    if (!existsSync(clock.library))
      return { triedCount: 0, misses: ['the package faketime is not installed: apt-get install faketime'] }
    const actionCount = size({ fast: 250, ci: 1000, release: 20_000 })
    const order = { folder, actionCount, sampleCount: size({ fast: 6, ci: 10, release: 40 }) }
    const { library, ...environment } = clock
    const [ack = '{}'] = await runProgram('app-soak.ts', order, {
      environment: { LD_PRELOAD: library, ...environment },
      longestRunMs,
    })
    const { done, figures, entryCount, peopleCount, problems } = JSON.parse(ack) as SoakReport
    misses.push(...problems)
    // What the code and the first passwords need comes first.
    const warm = figures.slice(Math.ceil(figures.length / 4))
    const hours = ((warm.at(-1)?.at ?? 0) - (warm[0]?.at ?? 0)) / actionsPerHour
    const growth = {
      resident: growthOf(warm, (one) => one.resident),
      live: growthOf(warm, (one) => one.live),
    }
    const kinds = hours > residentAfterHours ? (['resident', 'live'] as const) : (['live'] as const)
    for (const kind of kinds)
      expect(
        growth[kind] < mostGrowthPerHour[kind] * hours + unsteadiness[kind],
        `${growth[kind]} MB more are ${kind} after ${hours.toFixed(1)} hours`,
      )
    for (const kind of new Set(warm.flatMap(({ handles }) => Object.keys(handles)))) {
      const more = growthOf(warm, ({ handles }) => handles[kind] ?? 0) / 2
      expect(more <= mostMoreHandles, `${kind}: there are ${more} more at last`)
    }
    const [wal, log] = [
      Math.max(...figures.map((one) => one.wal)),
      Math.max(...figures.map((one) => one.log)),
    ]
    expect(wal < largestWal, `the WAL is ${wal.toFixed(1)} MB`)
    expect(log < largestLog, `the log is ${log.toFixed(1)} MB`)
    const triedCount = Object.values(done).reduce((sum, count) => sum + count, 0)
    expect(triedCount === actionCount, `only ${triedCount} of ${actionCount} things were done`)
    return {
      triedCount,
      misses,
      note: `${peopleCount} people, ${entryCount} entries, ${growth.resident} MB more (${growth.live} live), WAL ${wal.toFixed(1)} MB`,
    }
  },
}
