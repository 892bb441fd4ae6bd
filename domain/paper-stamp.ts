import { z } from 'zod'

/** Which numbers stand whole on a paper. */
export const paperNumbers = ['masked', 'phones', 'all'] as const
export type PaperNumbers = (typeof paperNumbers)[number]

/** Shape: what ties a sheet to the entry of the audit trail that tells of it. */
export const paperStampSchema = z.strictObject({
  serial: z.string(),
  printedBy: z.string(),
  printedAt: z.string(),
  /** Shape: as printedHead writes it. */
  head: z.string(),
})
export type PaperStamp = z.infer<typeof paperStampSchema>
