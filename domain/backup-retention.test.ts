import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { backupsToRemove, isClockDoubted, type DatedBackup } from './backup-retention.ts'
import { addDays, asCalendarDate, type CalendarDate } from './calendar-date.ts'

const today = asCalendarDate('2026-11-25')

function backupsOn(days: readonly (readonly [string, number])[]): DatedBackup[] {
  let seq = 0
  return days.flatMap(([day, count]) =>
    Array.from({ length: count }, () => {
      seq += 1
      return {
        id: `${day}#${String(seq)}`,
        madeOn: asCalendarDate(day),
        madeAt: timeOf(day, seq),
        isNeeded: false,
      }
    }),
  )
}

/** Later and later within its day. */
function timeOf(day: string, seq: number): string {
  return `${day}T${String(seq).padStart(9, '0')}Z`
}

/** The rule told once more, day by day with the calendar of another library: what a person would tick off on paper. */
function keptByHand(backups: readonly DatedBackup[], todayOn: CalendarDate): Set<string> {
  const inOrder = [...backups].sort((one, other) => (one.madeAt < other.madeAt ? -1 : 1))
  const kept = new Set<string>()
  const ticks = { today: 3, day: 7, week: 8, month: 12 }
  const ticked = new Set<string>()
  while (inOrder.length > 0) {
    const newest = inOrder.pop()
    if (newest === undefined) break
    if (newest.isNeeded) kept.add(newest.id)
    const tick = (rule: keyof typeof ticks, key: string) => {
      if (ticks[rule] === 0 || ticked.has(rule + key)) return
      ticks[rule] -= 1
      ticked.add(rule + key)
      kept.add(newest.id)
    }
    if (newest.madeOn === todayOn) tick('today', newest.id)
    else tick('day', newest.madeOn)
    tick('week', isoWeek(newest.madeOn))
    tick('month', newest.madeOn.slice(0, 7))
  }
  return kept
}

/** Source: ISO 8601, the week belongs to the year of its Thursday. */
function isoWeek(on: string): string {
  const date = new Date(`${on}T12:00:00Z`)
  const weekday = (date.getUTCDay() + 6) % 7
  date.setUTCDate(date.getUTCDate() - weekday + 3)
  const firstOfYear = Date.UTC(date.getUTCFullYear(), 0, 1)
  return `${String(date.getUTCFullYear())}-${String(Math.floor((date.getTime() - firstOfYear) / 86_400_000 / 7))}`
}

describe('which backups stay', () => {
  it('keeps three of a busy day', () => {
    const removed = backupsToRemove(backupsOn([['2026-11-25', 9]]), today)
    expect(removed).toHaveLength(6)
    expect(removed).not.toContain('2026-11-25#9')
  })

  it('keeps the last one of a day that is over', () => {
    const removed = backupsToRemove(
      backupsOn([
        ['2026-11-24', 4],
        ['2026-11-25', 1],
      ]),
      today,
    )
    expect(removed.sort()).toEqual(['2026-11-24#1', '2026-11-24#2', '2026-11-24#3'])
  })

  it('keeps 7 days, 8 weeks and 12 months of two years of daily work', () => {
    const days = Array.from({ length: 730 }, (_, index) => addDays(today, index - 729))
    const removed = backupsToRemove(backupsOn(days.map((day) => [day, 1] as const)), today)
    const kept = days.filter((day) => !removed.some((id) => id.startsWith(day)))
    expect(kept).toEqual([
      '2025-12-31',
      '2026-01-31',
      '2026-02-28',
      '2026-03-31',
      '2026-04-30',
      '2026-05-31',
      '2026-06-30',
      '2026-07-31',
      '2026-08-31',
      '2026-09-30',
      '2026-10-11',
      '2026-10-18',
      '2026-10-25',
      '2026-10-31',
      '2026-11-01',
      '2026-11-08',
      '2026-11-15',
      '2026-11-18',
      '2026-11-19',
      '2026-11-20',
      '2026-11-21',
      '2026-11-22',
      '2026-11-23',
      '2026-11-24',
      '2026-11-25',
    ])
  })

  it('keeps what is still needed, however old it is', () => {
    const old = { id: 'undo', madeOn: asCalendarDate('2026-11-24'), madeAt: '2026-11-24', isNeeded: true }
    const others = backupsOn([
      ['2026-11-24', 2],
      ['2026-11-25', 5],
    ])
    expect(backupsToRemove([old, ...others], today)).not.toContain('undo')
  })

  it('agrees with the rule followed by hand on any set of days the clock may be trusted on', () => {
    const someDays = fc.array(fc.tuple(fc.integer({ min: 1, max: 20 }), fc.integer({ min: 1, max: 6 })), {
      minLength: 1,
      maxLength: 120,
    })
    let triedCount = 0
    fc.assert(
      fc.property(someDays, fc.boolean(), (steps, endsToday) => {
        let day = addDays(today, -steps.reduce((sum, [pause]) => sum + pause, 0) - (endsToday ? 0 : 3))
        const backups = backupsOn(
          steps.map(([pause, count]) => [(day = addDays(day, pause)), count] as const),
        )
        if (isClockDoubted(backups, today)) return
        triedCount += 1
        const removed = new Set(backupsToRemove(backups, today))
        const kept = keptByHand(backups, today)
        expect(backups.filter(({ id }) => !removed.has(id)).map(({ id }) => id)).toEqual(
          backups.filter(({ id }) => kept.has(id)).map(({ id }) => id),
        )
      }),
      { seed: 20261125, numRuns: 400 },
    )
    expect(triedCount).toBe(400)
  })
})

describe('a clock that is wrong', () => {
  const busyWeek = backupsOn(
    Array.from({ length: 10 }, (_, index) => [addDays(today, index - 9), 6] as const),
  )

  it('deletes nothing when it was set back', () => {
    for (const wrong of ['2009-01-01', '2026-11-24']) {
      const more = { id: 'more', madeOn: asCalendarDate(wrong), madeAt: timeOf(wrong, 999), isNeeded: false }
      expect(backupsToRemove([...busyWeek, more, { ...more, id: 'again' }], more.madeOn)).toEqual([])
    }
  })

  it('deletes nothing when it was set forward, nor when it was put right again', () => {
    const wrong = asCalendarDate('2036-11-25')
    const more = { id: 'more', madeOn: wrong, madeAt: timeOf(wrong, 999), isNeeded: false }
    expect(backupsToRemove(busyWeek, wrong)).toEqual([])
    expect(backupsToRemove([...busyWeek, more], wrong)).toEqual([])
    expect(backupsToRemove([...busyWeek, more], addDays(wrong, 1))).toEqual([])
    expect(backupsToRemove([...busyWeek, more], today)).toEqual([])
    // Without the one from the wrong day the very same set is thinned out.
    expect(backupsToRemove(busyWeek, today).length).toBeGreaterThan(0)
  })

  it('is believed again after a long pause and a week of work', () => {
    const days = Array.from({ length: 8 }, (_, index) => addDays(today, index - 7))
    const backups = backupsOn([['2026-06-01', 2], ...days.map((day) => [day, 2] as const)])
    expect(isClockDoubted(backups.slice(0, -2), addDays(today, -1))).toBe(true)
    expect(isClockDoubted(backups, today)).toBe(false)
  })
})
