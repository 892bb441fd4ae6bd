import type { Figure } from './figure.ts'
import { importRoster, launchForImport } from './import-run.ts'
import { framesSinceLastAsked, watchFrames } from './page-watch.ts'
import { rosterOf } from './samples.ts'

/** Source: no window is ever frozen for longer. */
const longestFreezeMs = 200

/** The longest time between two frames of the window while 99,990 rows are imported. */
export async function frameFigures(): Promise<readonly Figure[]> {
  const roster = await rosterOf(99_990)
  const running = await launchForImport()
  try {
    await watchFrames(running.window)
    let beforeWriting = { longestGap: NaN }
    const { writing } = await importRoster(running, roster, async () => {
      beforeWriting = await framesSinceLastAsked(running.window)
    })
    const { longestGap } = await framesSinceLastAsked(running.window)
    const alone = { peer: null, peerName: '-', target: { kind: 'value', most: longestFreezeMs } } as const
    const seconds = (writing.doneAt - writing.startedAt) / 1000
    return [
      gap('longest gap between frames, writing 99,990 rows', longestGap),
      gap('longest gap between frames, reading and checking them', beforeWriting.longestGap),
      {
        ...alone,
        name: '  writing them took',
        unit: 's',
        ours: seconds,
        samples: [seconds],
        target: null,
      },
    ]
    function gap(name: string, milliseconds: number): Figure {
      return { ...alone, name, unit: 'ms', ours: milliseconds, samples: [milliseconds] }
    }
  } finally {
    await running.app.close()
  }
}
