import { z } from 'zod'
import { calendarDateSchema } from './calendar-date.ts'
import { revealReasonSchema } from './reveal.ts'
import { storableText } from './storable-text.ts'

/** Matters the law keeps confidential. Source: DOMAIN 10.1. */
export const sealedMatterKinds = ['mentalDisorder', 'resettlementHelp', 'communityCorrection'] as const

export type SealedMatterKind = (typeof sealedMatterKinds)[number]

/** Shape: one matter of a person, which only the sealed circle sees. */
export const sealedMatterSchema = z.strictObject({
  kind: z.enum(sealedMatterKinds),
  fromOn: calendarDateSchema.nullable(),
  toOn: calendarDateSchema.nullable(),
  note: storableText(1000),
})
export type SealedMatter = z.infer<typeof sealedMatterSchema>

/** Shape: all matters of a person, as they were read and as they shall be; each kind once. */
export const sealedMatterChangeSchema = z.strictObject({
  id: z.int(),
  before: z.array(sealedMatterSchema).max(sealedMatterKinds.length),
  matters: z.array(sealedMatterSchema).max(sealedMatterKinds.length),
})
export type SealedMatterChange = z.infer<typeof sealedMatterChangeSchema>

/** Shape: why a member of the sealed circle wants to see whom it has to do with. */
export const sealedListRequestSchema = z.strictObject({ reason: revealReasonSchema })
export type SealedListRequest = z.infer<typeof sealedListRequestSchema>

/** Shape: one person of that list; what was written about the matters stays on the person's own page. */
export const sealedPersonSchema = z.strictObject({
  residentId: z.int(),
  name: z.string(),
  address: z.string(),
  matters: z.array(sealedMatterSchema.omit({ note: true })),
})
export type SealedPerson = z.infer<typeof sealedPersonSchema>
