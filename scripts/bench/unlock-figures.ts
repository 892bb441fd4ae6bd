import type { Page } from '@playwright/test'
import { signInLabels } from '../../domain/labels/sign-in.zh.ts'
import { samplePassword } from '../../domain/sample-account.ts'
import { launchApp } from '../../e2e/testing/launch-app.ts'
import type { Figure } from './figure.ts'
import { timeClick } from './page-watch.ts'
import { userWithResidents } from './samples.ts'
import { median } from './statistics.ts'

const repetitions = 5
/** Source: opening the ledger with a password may take so long. */
const longestUnlockMs = 1500

/** From the key to the list: the click that signs in, until the list is painted with its count; and the unlocking alone. */
export async function unlockFigures(): Promise<readonly Figure[]> {
  const figures: Figure[] = []
  for (const size of [6_500, 100_000] as const) {
    const userData = await userWithResidents(size)
    const [unlocks, lists]: [number[], number[]] = [[], []]
    for (let round = 0; round <= repetitions; round += 1) {
      const running = await launchApp(userData)
      try {
        const { window } = running
        const button = window.getByRole('button', { name: signInLabels.enterSample, exact: true })
        await button.waitFor()
        const { startedAt, doneAt } = await timeClick(window, button, {
          // The first cell of the first person.
          selector: '[role=gridcell]',
          text: '',
        })
        const unlock = await unlockAgain(window)
        // The first round fills the system's caches and is not counted.
        if (round === 0) continue
        lists.push(doneAt - startedAt)
        unlocks.push(unlock)
      } finally {
        await running.app.close()
      }
    }
    const alone = { unit: 'ms', peer: null, peerName: '-' } as const
    const people = `${size.toLocaleString('en')} residents`
    figures.push(
      {
        ...alone,
        name: `unlocking with a password, ${people}`,
        ours: median(unlocks),
        target: { kind: 'value', most: longestUnlockMs },
        samples: unlocks,
      },
      {
        ...alone,
        name: `from the key to the list, ${people}`,
        ours: median(lists),
        target: null,
        samples: lists,
      },
    )
  }
  return figures
}

/** Unit: milliseconds of the request by itself, asked once more by the director at the desk. */
async function unlockAgain(window: Page): Promise<number> {
  return window.evaluate(async (password) => {
    const { ledger } = globalThis as unknown as {
      readonly ledger: Record<string, (input: unknown) => Promise<{ readonly ok: boolean }>>
    }
    const startedAt = performance.now()
    const reply = await ledger['staff.signIn']?.({ staffId: 1, password })
    if (reply?.ok !== true) throw new Error('the ledger is not unlocked')
    return performance.now() - startedAt
  }, samplePassword)
}
