import { createCipheriv, createDecipheriv, randomBytes, scrypt, type ScryptOptions } from 'node:crypto'
import { z } from 'zod'
import { keptKey, toLedgerKey, type LedgerKey } from './ledger-key.ts'

/** Unit: bytes. scrypt needs 128 * N * r of them. */
const memoryLimit = 300 * 1024 * 1024
const newKeyCost = 2 ** 17
const base64 = (length: number) =>
  z.string().refine((text) => Buffer.from(text, 'base64').length === length && text.length < 100)

/** Shape: a ledger key that only one secret opens. The bounds keep a forged file from eating the memory. */
export const sealedKeySchema = z.strictObject({
  kdf: z.strictObject({
    name: z.literal('scrypt'),
    cost: z
      .int()
      .min(2 ** 14)
      .max(2 ** 18)
      .refine((cost) => Number.isInteger(Math.log2(cost))),
    blockSize: z.literal(8),
    parallelization: z.literal(1),
    salt: base64(16),
  }),
  nonce: base64(12),
  wrappedKey: base64(32),
  tag: base64(16),
})
export type SealedKey = z.infer<typeof sealedKeySchema>

/**
 * Seals a ledger key under a password or code; `purpose` binds it to its ledger and owner.
 * Throws: ledgerNotOpen for a key that was forgotten.
 */
export async function sealKey(key: LedgerKey, secret: string, purpose: string): Promise<SealedKey> {
  const kdf = {
    name: 'scrypt',
    cost: newKeyCost,
    blockSize: 8,
    parallelization: 1,
    salt: randomBytes(16).toString('base64'),
  } as const
  const nonce = randomBytes(12)
  // Whoever leaves the desk while the secret is stretched overwrites the key.
  const own = keptKey(key)
  const cipher = createCipheriv('aes-256-gcm', await derive(secret, kdf), nonce)
  cipher.setAAD(Buffer.from(purpose, 'utf8'))
  const wrappedKey = Buffer.concat([cipher.update(own), cipher.final()])
  own.fill(0)
  return {
    kdf,
    nonce: nonce.toString('base64'),
    wrappedKey: wrappedKey.toString('base64'),
    tag: cipher.getAuthTag().toString('base64'),
  }
}

/** The ledger key, or null when the secret or the purpose is another one or the seal was tampered with. */
export async function unsealKey(
  sealed: SealedKey,
  secret: string,
  purpose: string,
): Promise<LedgerKey | null> {
  const nonce = Buffer.from(sealed.nonce, 'base64')
  const decipher = createDecipheriv('aes-256-gcm', await derive(secret, sealed.kdf), nonce)
  decipher.setAAD(Buffer.from(purpose, 'utf8'))
  decipher.setAuthTag(Buffer.from(sealed.tag, 'base64'))
  const opened = decipher.update(Buffer.from(sealed.wrappedKey, 'base64'))
  try {
    decipher.final()
  } catch {
    return null
  }
  return toLedgerKey(opened)
}

function derive(secret: string, kdf: SealedKey['kdf']): Promise<Buffer> {
  const options: ScryptOptions = {
    N: kdf.cost,
    r: kdf.blockSize,
    p: kdf.parallelization,
    maxmem: memoryLimit,
  }
  return new Promise((resolve, reject) => {
    scrypt(sameTyping(secret), Buffer.from(kdf.salt, 'base64'), 32, options, (error, derived) => {
      if (error === null) resolve(derived)
      else reject(error)
    })
  })
}

/** Full-width letters of an input method are the same typing as half-width ones. */
function sameTyping(secret: string): string {
  return secret.normalize('NFKC')
}
