import crypto from 'node:crypto'
import { syncBuiltinESMExports } from 'node:module'

/** Counts from now on how often this program pays the price of a password; answers the count so far. */
export function countScrypt(): () => number {
  let count = 0
  const { scrypt } = crypto
  crypto.scrypt = ((...parameters: Parameters<typeof scrypt>) => {
    count += 1
    scrypt(...parameters)
  }) as typeof scrypt
  // Those who imported it by name get the counted one too.
  syncBuiltinESMExports()
  return () => count
}
