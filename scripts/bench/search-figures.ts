import type { Figure } from './figure.ts'
import { launchInSample, userWithResidents } from './samples.ts'
import { typeSearches } from './search-typing.ts'
import { searchWordsOf, type SearchKinds } from './search-words.ts'
import { median, percentile } from './statistics.ts'

/** How long a keystroke in the search field takes to show its rows among 100,000 residents. */
export async function searchFigures(): Promise<readonly Figure[]> {
  const running = await launchInSample(await userWithResidents(100_000))
  try {
    const { window } = running
    await window.getByRole('row').nth(1).waitFor()
    const words = await searchWordsOf(window)
    // The first search of a session is not left out: people meet it too.
    const times = await typeSearches(window, words)
    const all = Object.values(times).flat()
    const alone = { unit: 'ms', peer: null, peerName: '-' } as const
    return [
      {
        ...alone,
        name: `search keystroke to painted rows, 100,000: median of ${String(all.length)}`,
        ours: median(all),
        target: { kind: 'value', most: 50 },
        samples: all,
      },
      {
        ...alone,
        name: 'search keystroke to painted rows, 100,000: 95th percentile',
        ours: percentile(all, 95),
        target: { kind: 'value', most: 100 },
        samples: all,
      },
      ...kinds(times).map(([kind, samples]): Figure => ({
        ...alone,
        name: `  by ${kind}: median`,
        ours: median(samples),
        target: null,
        samples,
      })),
    ]
  } finally {
    await running.app.close()
  }
}

function kinds(times: SearchKinds<readonly number[]>) {
  return Object.entries(times).filter(([, samples]) => samples.length > 0)
}
