import { expect, it } from 'vitest'
import { FailureError } from '../../domain/failure.ts'
import { newLedgerKey } from './ledger-key.ts'
import { sealKey, unsealKey } from './sealed-key.ts'

const [secret, purpose] = ['luohua-tixiang-58', 'test']

it('holds the key as it was, whoever forgets it while the seal is made', async () => {
  const key = newLedgerKey()
  const before = Buffer.from(key)
  const sealing = sealKey(key, secret, purpose)
  key.fill(0)
  expect(await unsealKey(await sealing, secret, purpose)).toEqual(before)
})

it('is made of no key that was forgotten', async () => {
  const key = newLedgerKey()
  key.fill(0)
  const error: unknown = await sealKey(key, secret, purpose).catch((thrown: unknown) => thrown)
  expect(error instanceof FailureError ? error.failure.code : error).toBe('ledgerNotOpen')
})
