import { z } from 'zod'
import { residentViewSchema } from './resident-view.ts'
import { residentRowSchema } from './resident.ts'
import { storableLine } from './storable-text.ts'

/** Why two records may be one person. */
const duplicateReasonCodes = [
  'sameNumber',
  'formerNumber',
  'fifteenDigits',
  'misreadNumber',
  'sameBirth',
  'partialBirth',
  'samePhone',
] as const

/** How two names agree, the closest first. */
const nameAgreements = ['same', 'separator', 'script', 'sound', 'oneCharacter'] as const
export type NameAgreement = (typeof nameAgreements)[number]

/** How sure a suspicion is, the surest first. */
export const duplicateCertainties = ['almostSure', 'likely', 'possible'] as const
export const duplicateCertaintySchema = z.enum(duplicateCertainties)
export type DuplicateCertainty = z.infer<typeof duplicateCertaintySchema>

/** Shape: one suspicion of a pair; it names facts and never says them. */
const duplicateReasonSchema = z.strictObject({
  code: z.enum(duplicateReasonCodes),
  certainty: duplicateCertaintySchema,
  /** Whose number is likely the misread one, where the check character tells. */
  misread: z.enum(['first', 'second']).nullable(),
})
export type DuplicateReason = z.infer<typeof duplicateReasonSchema>

/** Shape: why the pair is offered, how sure it is and how the names agree; null for other names with the same number. */
const duplicateSuspicionSchema = z.strictObject({
  reasons: z.array(duplicateReasonSchema).min(1),
  certainty: duplicateCertaintySchema,
  names: z.enum(nameAgreements).nullable(),
})
export type DuplicateSuspicion = z.infer<typeof duplicateSuspicionSchema>

const ofTwo = { path: ['secondId'], message: 'samePerson' }
const isOfTwo = ({ firstId, secondId }: { readonly firstId: number; readonly secondId: number }) =>
  firstId !== secondId

/** Shape: two records, whichever is named first. */
export const duplicatePairSchema = z
  .strictObject({ firstId: z.int(), secondId: z.int() })
  .refine(isOfTwo, ofTwo)
export type DuplicatePair = z.infer<typeof duplicatePairSchema>

/** Shape: one line of the list of suspected pairs; numbers are masked. */
export const duplicateRowSchema = z.strictObject({
  /** Shape: counted from 1; the pairs of one group hang together through people they share. */
  groupNumber: z.int(),
  isGroupStart: z.boolean(),
  /** How many records the group has. */
  groupSize: z.int(),
  first: residentRowSchema,
  second: residentRowSchema,
  suspicion: duplicateSuspicionSchema,
})
export type DuplicateRow = z.infer<typeof duplicateRowSchema>

/** Shape: what a search for doubles found. */
export const duplicateScanSchema = z.strictObject({
  scannedAt: z.string(),
  residentCount: z.int(),
  counts: z.record(duplicateCertaintySchema, z.int()),
  /** True when there were more pairs than anybody can look through, as in a ledger that was filled twice. */
  isCut: z.boolean(),
})
export type DuplicateScan = z.infer<typeof duplicateScanSchema>

/** Shape: somebody's word that two records are two people. */
export const distinctPairDraftSchema = z
  .strictObject({ firstId: z.int(), secondId: z.int(), reason: storableLine(200).min(1) })
  .refine(isOfTwo, ofTwo)
export type DistinctPairDraft = z.infer<typeof distinctPairDraftSchema>

/** Shape: what hangs on a record besides its own fields. */
const attachedCountsSchema = z.strictObject({
  visitCount: z.int(),
  importCount: z.int(),
  /** People in the same household besides this one. */
  housemateCount: z.int(),
  isHead: z.boolean(),
  /** Null for those outside the sealed circle, who are not told whether there are any. */
  sealedCount: z.int().nullable(),
})
export type AttachedCounts = z.infer<typeof attachedCountsSchema>

const comparedRecordSchema = z.strictObject({ resident: residentViewSchema, attached: attachedCountsSchema })

/** Shape: two records side by side, as the person at the desk may see them. */
export const duplicateComparisonSchema = z.strictObject({
  first: comparedRecordSchema,
  second: comparedRecordSchema,
  /** Null when nothing speaks for one person any more. */
  suspicion: duplicateSuspicionSchema.nullable(),
  /** What somebody said about the two and when, while its facts hold. */
  distinct: z.strictObject({ reason: z.string(), decidedAt: z.string(), staffName: z.string() }).nullable(),
})
export type DuplicateComparison = z.infer<typeof duplicateComparisonSchema>
