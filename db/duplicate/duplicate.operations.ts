import type { duplicateLedgerChannels } from '../../domain/duplicate-channels.ts'
import type { LedgerOperations } from '../ledger-operations.ts'
import { listDuplicates } from './duplicate-list.queries.ts'
import { compareDuplicates, keepApart, offerAgain } from './duplicate.service.ts'
import { listMerges } from './merge-list.queries.ts'
import { mergeResidents } from './merge-residents.service.ts'
import { scanDuplicates } from './scan-duplicates.service.ts'
import { undoMerge } from './undo-merge.service.ts'

/** What the ledger answers about records that may be one person. */
export const duplicateOperations = {
  'duplicate.scan': (ledger, _input, context) => scanDuplicates(ledger, context),
  'duplicate.list': listDuplicates,
  'duplicate.compare': compareDuplicates,
  'duplicate.keepApart': keepApart,
  'duplicate.offerAgain': offerAgain,
  'duplicate.merge': mergeResidents,
  'duplicate.listMerges': listMerges,
  'duplicate.undoMerge': (ledger, { mergeId }) => undoMerge(ledger, mergeId),
} satisfies LedgerOperations<(typeof duplicateLedgerChannels)[number]>
