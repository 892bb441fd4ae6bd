import { expect, test } from 'vitest'
import { anOffice } from '../testing/backup-fixture.ts'
import { lastUsbBackup, undoableRestore } from './backup.queries.ts'
import { makeBackup, recordBackup } from './make-backup.ts'

test('only a backup that was carried away counts as one', async () => {
  const { ledger, key, clock } = await anOffice()
  const { header } = await makeBackup(ledger, { key, reason: 'byHand' })
  expect(await lastUsbBackup(ledger)).toBeNull()
  clock.moveTo('2026-11-26')
  await recordBackup(ledger, { reason: 'usb', seq: header.facts.auditHead.seq })
  clock.moveTo('2026-11-27')
  await makeBackup(ledger, { key, reason: 'byHand' })
  expect(await lastUsbBackup(ledger)).toEqual({ on: '2026-11-26', seq: header.facts.auditHead.seq })
  expect(await undoableRestore(ledger)).toBeNull()
})
