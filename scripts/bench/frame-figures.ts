import type { Page } from '@playwright/test'
import type { Figure } from './figure.ts'
import { importRoster, launchForImport } from './import-run.ts'
import { framesSinceLastAsked, watchFrames } from './page-watch.ts'
import { rosterOf } from './samples.ts'

/** Source: no window is ever frozen for longer. */
const longestFreezeMs = 200

const longestBackupSeconds = 5

/** The longest time between two frames of the window while 99,990 rows are imported and then backed up. */
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
    const backupSeconds = (await makeBackup(running.window)) / 1000
    const backingUp = await framesSinceLastAsked(running.window)
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
      {
        ...alone,
        name: 'verified backup of 99,990 residents',
        unit: 's',
        ours: backupSeconds,
        samples: [backupSeconds],
        target: { kind: 'value', most: longestBackupSeconds },
      },
      gap('longest gap between frames, making that backup', backingUp.longestGap),
    ]
    function gap(name: string, milliseconds: number): Figure {
      return { ...alone, name, unit: 'ms', ours: milliseconds, samples: [milliseconds] }
    }
  } finally {
    await running.app.close()
  }
}

/** Unit: milliseconds from the request to the answer that the backup is made and checked. */
async function makeBackup(window: Page): Promise<number> {
  return window.evaluate(async () => {
    const { ledger } = globalThis as unknown as {
      readonly ledger: Record<string, (input: unknown) => Promise<{ readonly ok: boolean }>>
    }
    const startedAt = performance.now()
    const reply = await ledger['backup.make']?.({})
    if (reply?.ok !== true) throw new Error('no backup was made')
    return performance.now() - startedAt
  })
}
