import type { Transaction } from 'kysely'
import type { AuditEntryDraft } from '../../domain/audit.ts'
import type { Actor } from '../../domain/staff.ts'
import type { LedgerSchema } from '../schema.ts'
import { chained, chainStart, type AuditFacts, type AuditRow } from './audit-chain.ts'

/** Who does something, when and in which run of the program. */
export interface AuditMoment {
  readonly at: string
  readonly localOn: string
  readonly bootId: string
  /** Null before anybody has signed in. */
  readonly actor: Actor | null
}

/** Ties entries to the end of the chain, in the transaction of what they tell of. */
export async function insertAuditEntries(
  trx: Transaction<LedgerSchema>,
  moment: AuditMoment,
  drafts: readonly AuditEntryDraft[],
): Promise<void> {
  const last = await trx
    .selectFrom('auditEntry')
    .select(['seq', 'hash'])
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst()
  await trx
    .insertInto('auditEntry')
    .values(chainedRows(last ?? chainStart, moment, drafts))
    .execute()
}

/** Shape: the rows that follow `head` in the chain. */
function chainedRows(
  head: { readonly seq: number; readonly hash: string },
  moment: AuditMoment,
  drafts: readonly AuditEntryDraft[],
): AuditRow[] {
  const rows: AuditRow[] = []
  let { seq, hash } = head
  for (const draft of drafts) {
    seq += 1
    const row = chained(factsOf(seq, moment, draft), hash)
    rows.push(row)
    hash = row.hash
  }
  return rows
}

function factsOf(seq: number, moment: AuditMoment, draft: AuditEntryDraft): AuditFacts {
  const { at, localOn, bootId, actor } = moment
  return {
    seq,
    at,
    localOn,
    bootId,
    staffId: actor?.staffId ?? null,
    staffName: actor?.name ?? '',
    role: actor?.role ?? 'nobody',
    action: draft.action,
    objectType: draft.objectType,
    objectId: draft.objectId ?? null,
    fields: JSON.stringify(draft.fields ?? []),
    reason: draft.reason ?? '',
    detail: JSON.stringify(draft.detail ?? {}),
  }
}
