import { join } from 'node:path'
import { afterAll } from 'vitest'
import { aResidentDraft, fixedClock } from '../../domain/testing/builders.ts'
import { closeLedger, ledgerFor, type Ledger } from '../ledger.ts'
import type { LedgerKey } from '../key/ledger-key.ts'
import { saveResident } from '../resident/resident.service.ts'
import { setUpLedger } from '../unlocking/set-up-ledger.ts'
import { aLedgerFolder } from './ledger-fixture.ts'

export const officeDirector = { name: '赵主任', password: 'luohua-tixiang-58' } as const
const opened: Ledger[] = []

afterAll(() => {
  for (const ledger of opened.splice(0)) closeLedger(ledger)
})

export interface TestOffice {
  readonly ledger: Ledger
  readonly filePath: string
  readonly key: LedgerKey
  readonly recoveryCode: string
  readonly clock: ReturnType<typeof fixedClock>
}

/** A real office with its keys, its director at the desk, and some people in its ledger. */
export async function anOffice(peopleCount = 3): Promise<TestOffice> {
  const filePath = join(aLedgerFolder(), 'linli-ledger.db')
  const clock = fixedClock()
  const committee = { committeeName: '幸福里社区居民委员会', streetOfficeName: '', phone: '' }
  const made = await setUpLedger({ filePath, clock, committee, isSample: false, director: officeDirector })
  // The key of a desk that is left is overwritten; the test's own must stay.
  const office = {
    ledger: ledgerFor(made.ledger, made.actor),
    filePath,
    key: made.key,
    recoveryCode: made.recoveryCode ?? '',
    clock,
  }
  opened.push(office.ledger)
  for (let count = 0; count < peopleCount; count += 1) await addPerson(office.ledger)
  return office
}

/** One more person in the ledger. */
export async function addPerson(ledger: Ledger): Promise<void> {
  await saveResident(ledger, { id: null, revision: null, draft: aResidentDraft() })
}
