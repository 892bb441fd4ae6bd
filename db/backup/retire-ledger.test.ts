import { expect, test } from 'vitest'
import { aResidentDraft } from '../../domain/testing/builders.ts'
import { saveResident } from '../resident/resident.service.ts'
import { anOffice } from '../testing/backup-fixture.ts'
import { makeBackup, recordBackup } from './make-backup.ts'
import { retireLedger } from './retire-ledger.ts'

const outdated = { failure: { code: 'backupOutdated' } }

test('a ledger is retired only when the last backup on a stick holds everything in it', async () => {
  const { ledger, key } = await anOffice()
  await expect(retireLedger(ledger)).rejects.toMatchObject(outdated)
  const carryAway = async () => {
    const { header } = await makeBackup(ledger, { key, reason: 'byHand' })
    await recordBackup(ledger, { reason: 'usb', seq: header.facts.auditHead.seq })
  }
  await carryAway()
  await saveResident(ledger, { id: null, revision: null, draft: aResidentDraft() })
  await makeBackup(ledger, { key, reason: 'byHand' })
  await expect(retireLedger(ledger)).rejects.toMatchObject(outdated)
  await carryAway()
  await retireLedger(ledger)
  const last = ledger.raw.prepare('SELECT action FROM auditEntry ORDER BY seq DESC').get()
  expect(last).toEqual({ action: 'ledgerRetired' })
})
