import { z } from 'zod'

/** The papers that can be printed; a paper is asked for by kind and filter, never by content. */
export const paperSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('visitList'), visitRoundId: z.int(), isIdNumberFull: z.boolean() }),
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

/** Shape: everything the visit list's sheets draw, in walking order. */
export const visitListSchema = z.strictObject({
  committeeName: z.string(),
  roundName: z.string(),
  cutoffOn: z.string(),
  printedOn: z.string(),
  rows: z.array(visitListRowSchema),
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
  isDefault: z.boolean(),
})
