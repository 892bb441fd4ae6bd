import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto'
import { FailureError } from '../../domain/failure.ts'
import { isSimplePin } from '../../domain/pin-rule.ts'
import type { Staff } from '../../domain/staff.ts'
import type { Ledger } from '../ledger.ts'
import { inTransaction } from '../transaction.ts'
import { staffOf } from './staff.queries.ts'
import { setPinHash } from './staff.repository.ts'

const cost = 2 ** 14

/** Sets or takes away the short PIN that opens this account's locked desk again. Throws: pinSimple, notFound. */
export async function savePin(ledger: Ledger, staffId: number, pin: string | null): Promise<Staff> {
  if (pin !== null && isSimplePin(pin)) throw new FailureError('pinSimple', 'pin')
  const salt = randomBytes(16).toString('hex')
  const pinHash = pin === null ? null : `${salt}:${(await derive(pin, salt)).toString('hex')}`
  return inTransaction(ledger, async (trx) => {
    await setPinHash(trx, staffId, pinHash)
    const value = await staffOf(trx, staffId)
    return { value, entries: [{ action: 'pinChanged', objectType: 'staff', objectId: staffId }] }
  })
}

/** Whether this is the account's PIN; never, when it has none. A PIN opens no ledger by itself: it holds no key. */
export async function isPinOf(ledger: Ledger, staffId: number, pin: string): Promise<boolean> {
  const row = await ledger.db
    .selectFrom('staff')
    .select('pinHash')
    .where('id', '=', staffId)
    .where('closedAt', 'is', null)
    .executeTakeFirst()
  const [salt, hash] = row?.pinHash?.split(':') ?? []
  if (salt === undefined || hash === undefined) return false
  return timingSafeEqual(await derive(pin, salt), Buffer.from(hash, 'hex'))
}

function derive(pin: string, salt: string): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    scrypt(pin.normalize('NFKC'), Buffer.from(salt, 'hex'), 32, { N: cost, r: 8, p: 1 }, (error, derived) => {
      if (error === null) resolve(derived)
      else reject(error)
    })
  })
}
