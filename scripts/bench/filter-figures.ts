import { copyFileSync } from 'node:fs'
import { join } from 'node:path'
import { samplePassword } from '../../domain/sample-account.ts'
import { conditionGroupSchema } from '../../domain/resident-condition.ts'
import { noFilter } from '../../domain/no-filter.ts'
import { ledgerOperations } from '../../db/ledger-operation-map.ts'
import { keyFileOf } from '../../db/key/key-file.ts'
import { closeLedger } from '../../db/ledger.ts'
import { signIn } from '../../db/unlocking/sign-in.ts'
import { systemClock } from '../../electron/system-clock.ts'
import type { Figure } from './figure.ts'
import { emptyFolder, ledgerWithResidents } from './samples.ts'
import { median, percentile } from './statistics.ts'

const repetitions = 25

const soon = { span: 'next', count: 3, unit: 'month' }
const inOneOf = (codes: readonly string[]) => ({ operator: 'oneOf', codes })
const questions: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  'filter over five fields': {
    sex: inOneOf(['2']),
    age: { operator: 'atLeast', count: 60, on: null },
    residenceStatus: inOneOf(['registeredAndLiving', 'livingOnly']),
    careTags: { operator: 'held', codes: [], on: null },
    phones: { operator: 'contains', text: '1' },
  },
  'filter over five slow fields': {
    registeredAddress: { operator: 'contains', text: '1' },
    room: { operator: 'contains', text: '01' },
    birthWhen: { operator: 'yearly', span: soon },
    lunarBirth: { operator: 'yearly', span: soon },
    householdSize: { operator: 'atMost', count: 2, on: null },
  },
}

/** How long the ledger takes to answer the first page of a filter that it was not asked before, among 100,000 residents. */
export async function filterFigures(): Promise<readonly Figure[]> {
  const source = ledgerWithResidents(100_000)
  const filePath = join(emptyFolder(), 'filter.db')
  copyFileSync(source, filePath)
  copyFileSync(keyFileOf(source), keyFileOf(filePath))
  const { ledger, key } = await signIn(
    { filePath, clock: systemClock },
    { staffId: 1, password: samplePassword },
  )
  const context = { key, reportProgress: () => undefined, isCancelled: () => false }
  const ask = (condition: unknown) =>
    ledgerOperations['resident.list'](
      ledger,
      {
        filter: { ...noFilter, condition: conditionGroupSchema.nullable().parse(condition) },
        offset: 0,
        limit: 200,
      },
      context,
    )
  const figures: Figure[] = []
  for (const [name, tests] of Object.entries(questions)) {
    const conditions = Object.entries(tests).map(([field, test]) => ({ field, isNot: false, test }))
    const samples: number[] = []
    for (let round = 0; round <= repetitions; round += 1) {
      // Another list in between: the last answer is remembered.
      await ask(null)
      const startedAt = performance.now()
      await ask({ match: round % 2 === 0 ? 'all' : 'any', isNot: false, conditions })
      if (round > 0) samples.push(performance.now() - startedAt)
    }
    const alone = {
      unit: 'ms',
      peer: null,
      peerName: '-',
      target: { kind: 'value', most: 200 },
      samples,
    } as const
    figures.push({ ...alone, name: `${name}, 100,000: median`, ours: median(samples) })
    figures.push({ ...alone, name: `${name}, 100,000: 95th percentile`, ours: percentile(samples, 95) })
  }
  closeLedger(ledger)
  return figures
}
