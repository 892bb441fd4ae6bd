import type Database from 'better-sqlite3'
import { copyFileSync } from 'node:fs'
import { join } from 'node:path'
import { addDays, asCalendarDate } from '../../domain/calendar-date.ts'
import { samplePassword } from '../../domain/sample-account.ts'
import { ledgerOperations } from '../../db/ledger-operation-map.ts'
import { keyFileOf } from '../../db/key/key-file.ts'
import { closeLedger } from '../../db/ledger.ts'
import { signIn } from '../../db/unlocking/sign-in.ts'
import { systemClock } from '../../electron/system-clock.ts'
import type { Figure } from './figure.ts'
import { emptyFolder, ledgerWithResidents } from './samples.ts'
import { median, percentile } from './statistics.ts'

const repetitions = 15
const visitCount = 500_000
/** In the days before New Year most rules are due at once. */
const on = asCalendarDate('2026-12-28')

/** How long the list of those to visit takes when the ledger has just changed, among 100,000 residents and ten years of visits. */
export async function dueFigures(): Promise<readonly Figure[]> {
  const source = ledgerWithResidents(100_000)
  const filePath = join(emptyFolder(), 'due.db')
  copyFileSync(source, filePath)
  copyFileSync(keyFileOf(source), keyFileOf(filePath))
  const { ledger: opened, key } = await signIn(
    { filePath, clock: systemClock },
    { staffId: 1, password: samplePassword },
  )
  const ledger = { ...opened, clock: { todayOn: () => on, nowAt: () => `${on}T01:00:00.000Z` } }
  const context = { key, reportProgress: () => undefined, isCancelled: () => false }
  insertVisits(ledger.raw)
  const filter = { view: 'week', visitRuleId: null, buildingId: null, responsible: null } as const
  const figures: Figure[] = []
  for (const name of ['ready rules', 'and one by the last contact']) {
    if (name !== 'ready rules') insertIntervalRule(ledger.raw)
    const samples: number[] = []
    for (let round = 0; round <= repetitions; round += 1) {
      ledger.raw.exec('UPDATE visitRule SET position = position')
      const startedAt = performance.now()
      await ledgerOperations['dueVisit.list'](ledger, { filter, offset: 0, limit: 100 }, context)
      if (round > 0) samples.push(performance.now() - startedAt)
    }
    const alone = {
      unit: 'ms',
      peer: null,
      peerName: '-',
      target: { kind: 'value', most: 300 },
      samples,
    } as const
    figures.push({ ...alone, name: `due by ${name}, 100,000: median`, ours: median(samples) })
    figures.push({
      ...alone,
      name: `due by ${name}, 100,000: 95th percentile`,
      ours: percentile(samples, 95),
    })
  }
  closeLedger(ledger)
  return figures
}

function insertVisits(raw: Database.Database): void {
  const ids = raw.prepare<[], number>('SELECT id FROM resident ORDER BY id').pluck().all()
  const insert = raw.prepare(
    `INSERT INTO visitTask (residentId, isAddedByHand, addedReason, isRemoved, removedReason, outcome, visitedOn,
       visitor, note) VALUES (?, 0, '', 0, '', 'done', ?, 'A', '')`,
  )
  const days = Array.from({ length: 3650 }, (_, index) => addDays(on, -index - 1))
  raw.transaction(() => {
    for (let index = 0; index < visitCount; index += 1)
      // Both strides have no common factor with what they walk through.
      insert.run(ids[(index * 7919) % ids.length], days[(index * 1013) % days.length])
  })()
}

function insertIntervalRule(raw: Database.Database): void {
  raw.exec(`INSERT INTO visitRule (name, triggerKind, triggerDetail, condition, daysBefore, daysAfter, responsible,
    startsOn, isRepeating, isActive, position, revision) VALUES ('each', 'interval', '{"days":90}',
    '{"match":"all","isNot":false,"conditions":[{"field":"age","isNot":false,"test":{"operator":"atLeast","count":70,"on":null}}]}',
    0, 7, 'buildingHead', '2016-01-01', 1, 1, 99, 1)`)
}
