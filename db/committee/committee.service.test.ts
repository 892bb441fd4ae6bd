import { expect, it } from 'vitest'
import { aResidentDraft } from '../../domain/testing/builders.ts'
import { saveResident } from '../resident/resident.service.ts'
import { openTestLedger } from '../testing/ledger-fixture.ts'
import { loadLedgerProfile } from './committee.queries.ts'
import { saveCommittee, saveSettings } from './committee.service.ts'

it('knows the office, what it has set up and how many people it has', async () => {
  const ledger = openTestLedger()
  await saveResident(ledger, { id: null, revision: null, draft: aResidentDraft() })
  expect(await loadLedgerProfile(ledger)).toEqual({
    committee: {
      committeeName: '幸福里社区居民委员会',
      streetOfficeName: '太乙路街道',
      phone: '029-80000000',
    },
    settings: { textSizePercent: 100, idleLockMinutes: 5 },
    isSample: false,
    residentCount: 1,
  })
})

it('keeps what is changed', async () => {
  const ledger = openTestLedger()
  const committee = { committeeName: '和平里社区居民委员会', streetOfficeName: '', phone: '1' }
  const { committee: before } = await loadLedgerProfile(ledger)
  await saveCommittee(ledger, { before, committee })
  await saveSettings(ledger, { textSizePercent: 150 })
  await saveSettings(ledger, { textSizePercent: 125 })
  expect(await loadLedgerProfile(ledger)).toMatchObject({ committee, settings: { textSizePercent: 125 } })
})

it('is not changed by who saw it as it was before somebody else changed it', async () => {
  const ledger = openTestLedger()
  const { committee: before } = await loadLedgerProfile(ledger)
  await saveCommittee(ledger, { before, committee: { ...before, phone: '029-1' } })
  const late = saveCommittee(ledger, { before, committee: { ...before, streetOfficeName: '和平路街道' } })
  await expect(late).rejects.toMatchObject({ failure: { code: 'staleRecord' } })
  expect((await loadLedgerProfile(ledger)).committee).toEqual({ ...before, phone: '029-1' })
})

it('takes one setting that is unknown for the usual one, and the others as they are', async () => {
  const ledger = openTestLedger()
  await saveSettings(ledger, { idleLockMinutes: 12 })
  await ledger.writer.insertInto('setting').values({ key: 'textSizePercent', value: '99' }).execute()
  expect((await loadLedgerProfile(ledger)).settings).toEqual({ textSizePercent: 100, idleLockMinutes: 12 })
})
