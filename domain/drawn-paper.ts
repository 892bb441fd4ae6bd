import { z } from 'zod'
import { visitListSchema } from './paper.ts'
import { personDataSchema } from './person-data.ts'
import { populationPaperSchema } from './population-paper.ts'
import { noticePaperSchema } from './privacy-notice.ts'
import { printedRosterSchema } from './roster.ts'

/** Shape: what a hidden window draws, a line for each kind of paper that shows something of the ledger. */
export const drawnPaperSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('visitList'), content: visitListSchema }),
  z.strictObject({ kind: z.literal('roster'), content: printedRosterSchema }),
  z.strictObject({ kind: z.literal('personData'), content: personDataSchema }),
  z.strictObject({ kind: z.literal('notice'), content: noticePaperSchema }),
  z.strictObject({ kind: z.literal('populationSheet'), content: populationPaperSchema }),
])
export type DrawnPaper = z.infer<typeof drawnPaperSchema>
export type DrawnKind = DrawnPaper['kind']
type DrawnContents = { readonly [P in DrawnPaper as P['kind']]: P['content'] }
export type DrawnContent<K extends DrawnKind> = DrawnContents[K]

/** What a paper of that kind shows; undefined where it is another. */
export function contentOf<K extends DrawnKind>(
  drawn: DrawnPaper | null,
  kind: K,
): DrawnContent<K> | undefined {
  if (drawn?.kind !== kind) return undefined
  // The kind decides what the content is, which the compiler does not follow for a kind that may be any.
  return drawn.content as DrawnContent<K>
}
