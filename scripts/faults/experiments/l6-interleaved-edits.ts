import { collectMisses, type Bench, type Experiment } from '../experiment.ts'
import { runProgram } from '../work/start-program.ts'

const sizes = { fast: 40, ci: 500, release: 5000 }

interface InterleavingReport {
  readonly saved: number
  readonly refused: number
  readonly papers: number
  readonly orderCount: number
  readonly problems: readonly string[]
}

/** Whatever order a list, a form and a paper change the same people in, what one was told to be saved stays. */
export const interleavedEdits: Experiment = {
  id: 'L6',
  what: 'a list, a form and a paper change the same people at once; the old version is refused',
  run: async (bench) => {
    const { misses, expect } = collectMisses()
    const count = bench.size(sizes)
    const { saved, refused, papers, orderCount, problems } = await interleave(bench, count, false)
    misses.push(...problems)
    expect(refused > count / 10, `only ${refused} were refused, so that hardly anybody was in anybody's way`)
    expect(orderCount > count / 3, `only ${orderCount} of ${count} rounds were in an order of their own`)
    expect(papers === count, `${papers} of ${count} papers were made`)
    return {
      triedCount: count,
      misses,
      note: `${saved} saved, ${refused} refused as stale, ${orderCount} orders, ${papers} papers`,
    }
  },
}

/** Clients that save their old version over the new one lose what others saved, which must be noticed. */
export const carelessEditsAreSeen: Experiment = {
  id: 'L6-canary',
  what: 'canary: clients that save their old version over the new one must be noticed',
  run: async (bench) => {
    const { problems } = await interleave(bench, 40, true)
    return {
      triedCount: 40,
      misses: problems.length > 0 ? [] : ['nothing was lost, so that the comparison proves nothing'],
      note: `${problems.length} losses noticed`,
    }
  },
}

async function interleave(
  { folder }: Bench,
  count: number,
  isCareless: boolean,
): Promise<InterleavingReport> {
  const [ack = '{}'] = await runProgram('app-interleaving.ts', { folder, count, isCareless })
  return JSON.parse(ack) as InterleavingReport
}
