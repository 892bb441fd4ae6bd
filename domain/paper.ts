import { z } from 'zod'
import { revealReasonSchema } from './reveal.ts'

/** Which numbers stand whole on a paper. */
export const paperNumbers = ['masked', 'phones', 'all'] as const
export type PaperNumbers = (typeof paperNumbers)[number]

/** Changes with what the visit list shows; stands in the audit trail. */
export const visitListTemplate = 'visitList-2'

/** The papers that can be printed; a paper is asked for by kind and filter, never by content. */
export const paperSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('visitList'),
    visitRoundId: z.int(),
    numbers: z.enum(paperNumbers),
    /** Asked for where numbers stand whole. */
    reason: revealReasonSchema.nullable(),
  }),
  /** Can be had only until it was typed back. */
  z.strictObject({ kind: z.literal('recoveryCode') }),
])
export type Paper = z.infer<typeof paperSchema>

const visitListRowSchema = z.strictObject({
  order: z.int(),
  building: z.string(),
  name: z.string(),
  sex: z.string(),
  age: z.int().nullable(),
  address: z.string(),
  phone: z.string(),
  idNumber: z.string(),
  reasons: z.array(z.string()),
})
export type VisitListRow = z.infer<typeof visitListRowSchema>

/** Shape: what ties a sheet to the entry of the audit trail that tells of it. */
const paperStampSchema = z.strictObject({
  serial: z.string(),
  printedBy: z.string(),
  printedAt: z.string(),
  /** Shape: as printedHead writes it. */
  head: z.string(),
})
export type PaperStamp = z.infer<typeof paperStampSchema>

/** Shape: everything the visit list's sheets draw, in walking order. */
export const visitListSchema = z.strictObject({
  committeeName: z.string(),
  roundName: z.string(),
  cutoffOn: z.string(),
  printedOn: z.string(),
  rows: z.array(visitListRowSchema),
  /** Null before the paper is printed. */
  stamp: paperStampSchema.nullable(),
})
export type VisitList = z.infer<typeof visitListSchema>

/** Shape: what the two slips with the recovery code show. */
export const recoveryCodePaperSchema = z.strictObject({
  committeeName: z.string(),
  code: z.string(),
  printedOn: z.string(),
})
export type RecoveryCodePaper = z.infer<typeof recoveryCodePaperSchema>

export const printerSchema = z.strictObject({
  name: z.string(),
  displayName: z.string(),
})
