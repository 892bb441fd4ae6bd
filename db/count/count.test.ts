import { expect, it } from 'vitest'
import { asCalendarDate } from '../../domain/calendar-date.ts'
import { FailureError } from '../../domain/failure.ts'
import { sheetColumns } from '../../domain/population-sheet.ts'
import { residentDraftSchema } from '../../domain/resident.ts'
import { aResidentDraft, fixedClock } from '../../domain/testing/builders.ts'
import { generateCommunity } from '../sample/generate-community.ts'
import { writeSampleCommunity } from '../sample/write-sample-community.ts'
import type { Ledger } from '../ledger.ts'
import { recordLifeEvent } from '../life/life-event.service.ts'
import { residentTimeline } from '../resident/record-timeline.queries.ts'
import { draftOfResident, getResident } from '../resident/resident.queries.ts'
import { saveResident } from '../resident/resident.service.ts'
import { undoRecordChange } from '../resident/undo-change.service.ts'
import { openTestLedger } from '../testing/ledger-fixture.ts'
import { testKey } from '../testing/test-key.ts'
import { populationRows, populationSheet } from './population-sheet.queries.ts'
import { getSubmittedSheet, listSubmittedSheets } from './submitted-sheet.queries.ts'
import { submitSheet } from './submitted-sheet.service.ts'

const period = { referenceOn: asCalendarDate('2026-11-25'), fromOn: asCalendarDate('2026-01-01') }

async function add(ledger: Ledger, overrides: Parameters<typeof aResidentDraft>[0]) {
  const draft = aResidentDraft({ idDocumentType: 'none', idNumber: '', ...overrides })
  return saveResident(ledger, { id: null, revision: null, draft })
}

const figureOf = async (ledger: Ledger, line: string, referenceOn = period.referenceOn) =>
  (await populationSheet(ledger, { ...period, referenceOn })).lines.find((one) => one.line === line)?.figures
    .all

it('counts the sample community as statements of its own over the ledger do', async () => {
  const ledger = openTestLedger()
  await writeSampleCommunity(ledger, { householdCount: 120, seed: 7 })
  const one = (text: string) => Number(ledger.raw.prepare(text).pluck().get())
  expect(await figureOf(ledger, 'total')).toBe(one('SELECT count(*) FROM resident'))
  // Seventy on 2026-11-25: born up to that day of 1956.
  expect(await figureOf(ledger, 'from:70')).toBe(
    one(`SELECT count(*) FROM resident WHERE birthWhen <= '1956-11-25'`),
  )
  expect(await figureOf(ledger, 'status:floating')).toBe(
    one(`SELECT count(*) FROM resident WHERE residenceStatus = 'floating'`),
  )
  expect((await populationSheet(ledger, period)).householdCount).toBe(
    one('SELECT count(DISTINCT householdId) FROM resident'),
  )
  expect([...generateCommunity({ householdCount: 120, seed: 7 })].flat().length).toBe(
    await figureOf(ledger, 'total'),
  )
})

it('opens every figure to just the rows behind it', async () => {
  const ledger = openTestLedger()
  await writeSampleCommunity(ledger, { householdCount: 40, seed: 3 })
  for (const { line, figures } of (await populationSheet(ledger, period)).lines) {
    for (const column of sheetColumns) {
      const asked = { ...period, line, column, offset: 0, limit: 200 }
      const { totalCount, rows } = await populationRows(ledger, asked)
      expect([line, column, totalCount]).toEqual([line, column, figures[column]])
      expect(rows.length).toBe(Math.min(200, totalCount))
    }
  }
})

it('tells of a past day who was here then, and keeps what was handed in as it was', async () => {
  const ledger = openTestLedger({ clock: fixedClock('2026-11-25') })
  await add(ledger, { name: '王秀英' })
  const leaving = await add(ledger, { name: '李强' })
  const submitted = await submitSheet(ledger, { ...period, name: '十一月人口统计', note: '' })
  await recordLifeEvent(
    ledger,
    {
      residentId: leaving.id,
      revision: leaving.revision,
      kind: 'movedOut',
      happenedOn: asCalendarDate('2026-11-20'),
      place: '',
      note: '',
      newHeadId: null,
      isSpouseWidowed: false,
    },
    { key: testKey },
  )
  expect(await figureOf(ledger, 'total', asCalendarDate('2026-11-19'))).toBe(2)
  expect(await figureOf(ledger, 'total')).toBe(1)
  expect(await figureOf(ledger, 'change:movedOut')).toBe(1)
  const kept = await getSubmittedSheet(ledger, submitted.id)
  expect(kept.sheet.lines.find(({ line }) => line === 'total')?.figures.all).toBe(2)
  expect(await listSubmittedSheets(ledger)).toMatchObject([{ name: '十一月人口统计', staffName: '赵主任' }])
  expect(() => ledger.raw.exec(`UPDATE submittedSheet SET content = '{}'`)).toThrow('stay as they are')
  expect(() => ledger.raw.exec('DELETE FROM submittedSheet')).toThrow('stay')
})

it('tells of a past day what the ledger said of residence then, through changes and what was taken back', async () => {
  const clock = fixedClock('2026-09-10')
  const ledger = openTestLedger({ clock })
  const person = await add(ledger, { name: '王秀英', residenceStatus: 'floating' })
  const save = async (residenceStatus: string, on: string) => {
    clock.moveTo(on)
    const now = await getResident(ledger, person.id)
    const draft = residentDraftSchema.parse({ ...draftOfResident(now), residenceStatus })
    await saveResident(ledger, { id: now.id, revision: now.revision, draft })
  }
  await save('livingOnly', '2026-10-10')
  await save('registeredOnly', '2026-11-10')
  const { rows } = await residentTimeline(ledger, { id: person.id, offset: 0, limit: 10 })
  clock.moveTo('2026-11-20')
  await undoRecordChange(ledger, { changeId: rows[0]?.id ?? 0 }, { key: testKey })
  const statuses = ['floating', 'livingOnly', 'registeredOnly']
  const on = async (day: string) => {
    const figures = statuses.map((status) => figureOf(ledger, `status:${status}`, asCalendarDate(day)))
    return (await Promise.all(figures)).indexOf(1)
  }
  const days = ['2026-10-09', '2026-10-10', '2026-11-09', '2026-11-10', '2026-11-19', '2026-11-20']
  const told: string[] = []
  for (const day of days) told.push(statuses[await on(day)] ?? '')
  expect(told).toEqual([
    'floating',
    'livingOnly',
    'livingOnly',
    'registeredOnly',
    'registeredOnly',
    'livingOnly',
  ])
})

it('refuses a period that ends before it begins', async () => {
  const ledger = openTestLedger()
  const backward = { referenceOn: asCalendarDate('2026-01-01'), fromOn: asCalendarDate('2026-02-01') }
  const error: unknown = await populationSheet(ledger, backward).catch((thrown: unknown) => thrown)
  expect(error instanceof FailureError && error.failure).toMatchObject({
    code: 'invalidInput',
    field: 'fromOn',
  })
})
