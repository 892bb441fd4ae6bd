import { duplicateOperations } from '../../db/duplicate/duplicate.operations.ts'
import { saveSettings } from '../../db/committee/committee.service.ts'
import { closeLedger, type Ledger } from '../../db/ledger.ts'
import type { OperationContext } from '../../db/ledger-operations.ts'
import type { Figure } from './figure.ts'
import { openLargeLedger } from './sample-ledger.ts'
import { median } from './statistics.ts'
import { watchTurns } from './turns.ts'

const repetitions = 5
/** Source: a search for doubles among 100,000 may take so long. Unit: seconds. */
const longestScan = 20
/** Source: the worker may be deaf for no longer than this. Unit: milliseconds. */
const longestStep = 200

/** How long a search for doubles among 100,000 residents takes, and for how long the worker is deaf meanwhile. */
export async function duplicateFigures(): Promise<readonly Figure[]> {
  const { ledger, context } = await openLargeLedger()
  const [scans, steps]: [number[], number[]] = [[], []]
  for (let round = 0; round < repetitions; round += 1) {
    // A change of anything makes the next search a new one.
    await saveSettings(ledger, { textSizePercent: round % 2 === 0 ? 125 : 100 })
    const { seconds, longestMs } = await scanOnce(ledger, context)
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

async function scanOnce(ledger: Ledger, context: OperationContext) {
  const startedAt = performance.now()
  const watch = watchTurns()
  await duplicateOperations['duplicate.scan'](ledger, {}, context)
  return { seconds: (performance.now() - startedAt) / 1000, longestMs: watch.end() }
}
