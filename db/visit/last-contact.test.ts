import { expect, it } from 'vitest'
import { asCalendarDate as on } from '../../domain/calendar-date.ts'
import { addElder, call } from '../claim/testing/claim-fixture.ts'
import type { Ledger } from '../ledger.ts'
import { openTestLedger } from '../testing/ledger-fixture.ts'
import { lastContactKinds, lastContacts, lastContactsOf } from './last-contact.queries.ts'

function visit(ledger: Ledger, residentId: number, visitedOn: string, outcome = 'done', isRemoved = 0): void {
  ledger.raw
    .prepare(
      `INSERT INTO visitTask (residentId, isAddedByHand, addedReason, isRemoved, removedReason, outcome, visitedOn, visitor, note)
       VALUES (?, 0, '', ?, '', ?, ?, '小李', '')`,
    )
    .run(residentId, isRemoved, outcome, visitedOn)
}

it('a visit that was made and a call that reached somebody are contacts, and nothing else is', async () => {
  const ledger = openTestLedger()
  const [visited, called, both, neither] = [
    await addElder(ledger),
    await addElder(ledger),
    await addElder(ledger),
    await addElder(ledger),
  ]
  visit(ledger, visited, '2026-11-01')
  await call(ledger, called, '2026-11-03')
  visit(ledger, both, '2026-11-05')
  await call(ledger, both, '2026-11-04')
  visit(ledger, neither, '2026-11-06', 'absent')
  visit(ledger, neither, '2026-11-07', 'done', 1)
  for (const result of ['noAnswer', 'wrongNumber', 'refused'] as const)
    await call(ledger, neither, '2026-11-08', { result })
  const ids = [visited, called, both, neither]
  const expected = [
    [visited, '2026-11-01'],
    [called, '2026-11-03'],
    [both, '2026-11-05'],
  ]
  expect([...lastContacts(ledger, on('2026-11-25'))]).toEqual(expected)
  expect([...lastContactsOf(ledger, ids, on('2026-11-25'))]).toEqual(expected)
  expect(lastContactKinds(ledger, ids, on('2026-11-25')).get(both)?.kind).toBe('visit')
  expect(lastContactKinds(ledger, ids, on('2026-11-04')).get(both)).toEqual({
    on: '2026-11-04',
    kind: 'call',
  })
  expect([...lastContacts(ledger, on('2026-11-02'))]).toEqual(expected.slice(0, 1))
})
