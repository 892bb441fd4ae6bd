import type { LedgerOperations } from '../ledger-operations.ts'
import { listDrafts, offeredDraft } from './draft.queries.ts'
import { discardDraft, keepDraft } from './draft.service.ts'

/** What the ledger answers about forms that are half filled in. */
export const draftOperations = {
  'draft.list': (ledger) => listDrafts(ledger),
  'draft.get': (ledger, { form }) => offeredDraft(ledger, form),
  'draft.keep': keepDraft,
  'draft.discard': (ledger, { form }) => discardDraft(ledger, form),
} satisfies LedgerOperations<'draft.list' | 'draft.get' | 'draft.keep' | 'draft.discard'>
