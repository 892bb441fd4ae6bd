import { createHmac } from 'node:crypto'
import type { LedgerKey } from '../key/ledger-key.ts'

const prefix = 'sealed:'

/**
 * What is kept of a value in the history of what is sealed: it tells nobody the value, and whoever claims to know it can
 * be proved right. The ledger's key goes into it, because a code of a short table would be tried out in no time.
 */
export function sealedDigest(key: LedgerKey, residentId: number, field: string, json: string): string {
  if (isSealedDigest(json)) return json
  const digest = createHmac('sha256', key)
    .update(`sealed change ${residentId} ${field} ${json}`)
    .digest('hex')
  return `${prefix}${digest}`
}

export function isSealedDigest(text: string): boolean {
  return text.startsWith(prefix)
}
