import { z } from 'zod'
import { calendarDateSchema } from './calendar-date.ts'
import { revealReasonSchema } from './reveal.ts'
import { sealableKinds, sealedContentSchema } from './sealed-content.ts'
import { staffNameSchema } from './staff.ts'
import { storableLine, storableText } from './storable-text.ts'

/** Matters the law keeps confidential, which stand nowhere else. Source: DOMAIN 10.1. */
export const ownMatterKinds = ['mentalDisorder', 'resettlementHelp', 'communityCorrection'] as const

/** Those, and what can be sealed of an ordinary record. */
export const sealedMatterKinds = [...ownMatterKinds, 'health', 'disability', 'lowIncomeReview'] as const
export type SealedMatterKind = (typeof sealedMatterKinds)[number]

/** Shape: one matter of a person, which only its worker and the director see, or the sealed circle where it names nobody. */
export const sealedMatterSchema = z.strictObject({
  kind: z.enum(sealedMatterKinds),
  worker: staffNameSchema.nullable(),
  fromOn: calendarDateSchema.nullable(),
  toOn: calendarDateSchema.nullable(),
  note: storableText(1000),
  /** What was taken out of the record; null for a matter that never stood there. */
  content: sealedContentSchema.nullable(),
})
export type SealedMatter = z.infer<typeof sealedMatterSchema>

const matters = z.array(sealedMatterSchema).max(100)

/** Shape: all matters of a person that whoever asks may see, as they were read and as they shall be; each kind once for each worker. */
export const sealedMatterChangeSchema = z.strictObject({ id: z.int(), before: matters, matters })
export type SealedMatterChange = z.infer<typeof sealedMatterChangeSchema>

/** Shape: what of a person's record is to be sealed, who answers for it from now on, and why. */
export const sealRequestSchema = z.strictObject({
  id: z.int(),
  revision: z.int(),
  kind: z.enum(sealableKinds),
  /** Null for the whole circle. */
  staffId: z.int().nullable(),
  reason: storableLine(200),
})
export type SealRequest = z.infer<typeof sealRequestSchema>

/** Shape: which sealed matter goes back into the record, and why. */
export const unsealRequestSchema = z.strictObject({
  id: z.int(),
  kind: z.enum(sealableKinds),
  staffId: z.int().nullable(),
  reason: storableLine(200),
})
export type UnsealRequest = z.infer<typeof unsealRequestSchema>

/** Shape: why a member of staff wants to see whom the matters are about that are theirs. */
export const sealedListRequestSchema = z.strictObject({ reason: revealReasonSchema })
export type SealedListRequest = z.infer<typeof sealedListRequestSchema>

/** Shape: one person of that list; what was written about the matters stays on the person's own page. */
export const sealedPersonSchema = z.strictObject({
  residentId: z.int(),
  name: z.string(),
  address: z.string(),
  matters: z.array(sealedMatterSchema.omit({ note: true, content: true })),
})
export type SealedPerson = z.infer<typeof sealedPersonSchema>
