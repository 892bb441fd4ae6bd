import { copyFileSync } from 'node:fs'
import { join } from 'node:path'
import { duplicateOperations } from '../../db/duplicate/duplicate.operations.ts'
import { keyFileOf } from '../../db/key/key-file.ts'
import { closeLedger, type Ledger } from '../../db/ledger.ts'
import type { OperationContext } from '../../db/ledger-operations.ts'
import { saveSettings } from '../../db/committee/committee.service.ts'
import { signIn } from '../../db/unlocking/sign-in.ts'
import { samplePassword } from '../../domain/sample-account.ts'
import { systemClock } from '../../electron/system-clock.ts'
import type { Figure } from './figure.ts'
import { emptyFolder, ledgerWithResidents } from './samples.ts'
import { median } from './statistics.ts'

const repetitions = 5
/** Source: a search for doubles among 100,000 may take so long. Unit: seconds. */
const longestScan = 20
/** Source: the worker may be deaf for no longer than this. Unit: milliseconds. */
const longestStep = 200

/** How long a search for doubles among 100,000 residents takes, and for how long the worker is deaf meanwhile. */
export async function duplicateFigures(): Promise<readonly Figure[]> {
  const filePath = join(emptyFolder(), 'ledger.db')
  const source = ledgerWithResidents(100_000)
  copyFileSync(source, filePath)
  copyFileSync(keyFileOf(source), keyFileOf(filePath))
  const { ledger, key } = await signIn(
    { filePath, clock: systemClock },
    { staffId: 1, password: samplePassword },
  )
  const [scans, steps]: [number[], number[]] = [[], []]
  for (let round = 0; round < repetitions; round += 1) {
    // A change of anything makes the next search a new one.
    await saveSettings(ledger, { textSizePercent: round % 2 === 0 ? 125 : 100 })
    const { seconds, longestMs } = await scanOnce(ledger, { key, isCancelled: () => false })
    scans.push(seconds)
    steps.push(longestMs)
  }
  closeLedger(ledger)
  const alone = { peer: null, peerName: '-' } as const
  return [
    {
      ...alone,
      name: 'search for doubles, 100,000',
      unit: 's',
      ours: median(scans),
      target: { kind: 'value', most: longestScan },
      samples: scans,
    },
    {
      ...alone,
      name: '  longest time the worker is deaf: worst of all',
      unit: 'ms',
      ours: Math.max(...steps),
      target: { kind: 'value', most: longestStep },
      samples: steps,
    },
  ]
}

async function scanOnce(ledger: Ledger, context: Omit<OperationContext, 'reportProgress'>) {
  const startedAt = performance.now()
  const watch = watchTurns()
  await duplicateOperations['duplicate.scan'](ledger, {}, { ...context, reportProgress: () => undefined })
  return { seconds: (performance.now() - startedAt) / 1000, longestMs: watch.end() }
}

/** How long other work had to wait for its turn at most. */
function watchTurns(): { readonly end: () => number } {
  let [last, longest, isOver] = [performance.now(), 0, false]
  const turn = () => {
    const now = performance.now()
    longest = Math.max(longest, now - last)
    last = now
    if (!isOver) setImmediate(turn)
  }
  setImmediate(turn)
  return {
    end: () => {
      isOver = true
      return longest
    },
  }
}
