import { draftKey } from '../../domain/draft-key.ts'
import type { DraftForm, KeptDraft } from '../../domain/draft.ts'
import { actorAt, type Ledger } from '../ledger.ts'
import { inDraftTransaction, type LedgerTransaction } from '../transaction.ts'
import { deleteDraft, deleteDraftsOf, upsertDraft } from './draft.repository.ts'

/** Keeps what is half filled in, for its owner alone. Throws: notSignedIn, diskFull. */
export async function keepDraft(ledger: Ledger, draft: KeptDraft): Promise<Record<string, never>> {
  const { staffId } = actorAt(ledger)
  const { content, baseRevision } = draft
  const savedAt = ledger.clock.nowAt()
  const formKey = draftKey(draft.form)
  await inDraftTransaction(ledger, (trx) =>
    upsertDraft(trx, { staffId, formKey, content, baseRevision, savedAt }),
  )
  return {}
}

/** Throws away what its owner does not want any more. Throws: notSignedIn. */
export async function discardDraft(ledger: Ledger, form: DraftForm): Promise<Record<string, never>> {
  const { staffId } = actorAt(ledger)
  await inDraftTransaction(ledger, (trx) => deleteDraft(trx, staffId, draftKey(form)))
  return {}
}

/** Takes a draft away together with the saving that it came to. */
export async function endDraft(
  trx: LedgerTransaction,
  { actor }: Pick<Ledger, 'actor'>,
  form: DraftForm,
): Promise<void> {
  if (actor !== null) await deleteDraft(trx.$pickTables<'formDraft'>(), actor.staffId, draftKey(form))
}

/** What somebody left half filled in goes with their account: nobody else may see it. */
export async function endDraftsOf(trx: LedgerTransaction, staffId: number): Promise<void> {
  await deleteDraftsOf(trx.$pickTables<'formDraft'>(), staffId)
}
