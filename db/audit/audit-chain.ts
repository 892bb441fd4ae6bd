import { hash } from 'node:crypto'
import type { AuditHead } from '../../domain/audit.ts'

/** Shape: an entry as stored, without the two hashes that tie it to the one before. */
export interface AuditFacts {
  readonly seq: number
  readonly at: string
  readonly localOn: string
  readonly bootId: string
  readonly staffId: number | null
  readonly staffName: string
  readonly role: string
  readonly action: string
  readonly objectType: string
  readonly objectId: number | null
  readonly fields: string
  readonly reason: string
  readonly detail: string
}

export interface AuditRow extends AuditFacts {
  readonly previousHash: string
  readonly hash: string
}

/** What the first entry of a ledger follows. */
export const chainStart: AuditHead = { seq: 0, hash: '0'.repeat(64) }

/** The entry tied to the one before it. */
export function chained(facts: AuditFacts, previousHash: string): AuditRow {
  return { ...facts, previousHash, hash: hashOf(facts, previousHash) }
}

/** Shape: the last sound entry, and the number of the first one that does not fit, if any. */
export interface ChainReport {
  readonly head: AuditHead
  readonly brokenSeq: number | null
}

/** Follows a chain from its start; an entry that was altered, taken out or put in breaks it. */
export function checkChain(rows: Iterable<AuditRow>): ChainReport {
  let head = chainStart
  for (const row of rows) {
    const isNext = row.seq === head.seq + 1 && row.previousHash === head.hash
    if (!isNext || row.hash !== hashOf(row, head.hash)) return { head, brokenSeq: row.seq }
    head = { seq: row.seq, hash: row.hash }
  }
  return { head, brokenSeq: null }
}

/** The order and the form of the values are part of the chain and never change. */
function hashOf(facts: AuditFacts, previousHash: string): string {
  const values = [
    facts.seq,
    facts.at,
    facts.localOn,
    facts.bootId,
    facts.staffId,
    facts.staffName,
    facts.role,
    facts.action,
    facts.objectType,
    facts.objectId,
    facts.fields,
    facts.reason,
    facts.detail,
  ]
  return hash('sha256', previousHash + JSON.stringify(values))
}
