import { z } from 'zod'
import {
  distinctPairDraftSchema,
  duplicateCertaintySchema,
  duplicateComparisonSchema,
  duplicatePairSchema,
  duplicateRowSchema,
  duplicateScanSchema,
} from './duplicate.ts'
import { mergeRequestSchema, mergeRowSchema, mergeUndoSchema } from './duplicate-merge.ts'

const nothing = z.strictObject({})
const page = { offset: z.int().min(0), limit: z.int().min(1).max(200) }

/** The channels of records that may be one person, a part of the contract. */
export const duplicateChannels = {
  /** Looks through everybody, unless nothing was written since that was last done. */
  'duplicate.scan': { input: nothing, output: duplicateScanSchema },
  /** Stops a search that is under way. */
  'duplicate.cancel': { input: nothing, output: nothing },
  /** A page of what the last search found; null for every certainty. */
  'duplicate.list': {
    input: z.strictObject({ certainty: duplicateCertaintySchema.nullable(), ...page }),
    output: z.strictObject({ totalCount: z.int(), rows: z.array(duplicateRowSchema) }),
  },
  'duplicate.compare': { input: duplicatePairSchema, output: duplicateComparisonSchema },
  /** Two people: the pair is not offered again unless one of the facts that spoke for one person changes. */
  'duplicate.keepApart': { input: distinctPairDraftSchema, output: nothing },
  /** Takes that back. */
  'duplicate.offerAgain': { input: duplicatePairSchema, output: nothing },
  'duplicate.merge': { input: mergeRequestSchema, output: z.strictObject({ mergeId: z.int() }) },
  /** Every merge, the newest first, also those that were taken back. */
  'duplicate.listMerges': {
    input: z.strictObject(page),
    output: z.strictObject({ totalCount: z.int(), rows: z.array(mergeRowSchema) }),
  },
  'duplicate.undoMerge': { input: z.strictObject({ mergeId: z.int() }), output: mergeUndoSchema },
} as const

/** Those of them that the ledger answers by itself. */
export const duplicateLedgerChannels = [
  'duplicate.scan',
  'duplicate.list',
  'duplicate.compare',
  'duplicate.keepApart',
  'duplicate.offerAgain',
  'duplicate.merge',
  'duplicate.listMerges',
  'duplicate.undoMerge',
] as const
