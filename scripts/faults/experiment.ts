/** How much is tried: at every test run, in continuous integration, before a release. */
export const tiers = ['fast', 'ci', 'release'] as const
export type Tier = (typeof tiers)[number]

/** What an experiment works with. */
export interface Bench {
  readonly tier: Tier
  /** An empty folder, removed afterwards. */
  readonly folder: string
  /** How often something is tried. */
  readonly size: (sizes: Readonly<Record<Tier, number>>) => number
}

export interface Outcome {
  readonly triedCount: number
  /** What went wrong, one sentence each; none means that the product held the figure. */
  readonly misses: readonly string[]
  /** Measured figures worth a line. */
  readonly note?: string
  /** Why it could not be tried on this machine. */
  readonly skipped?: string
}

export interface Experiment {
  readonly id: string
  /** What is tried, in a few words. */
  readonly what: string
  /** It looks at the packaged app, or drives it on a screen. */
  readonly needsWindow?: boolean
  readonly run: (bench: Bench) => Promise<Outcome>
}

/** Collects what went wrong; very many of the same kind are counted, not listed. */
export function collectMisses() {
  const misses: string[] = []
  return {
    misses,
    /** Notes the sentence unless the figure holds. */
    expect: (holds: boolean, sentence: string) => {
      if (!holds) misses.push(sentence)
    },
  }
}
