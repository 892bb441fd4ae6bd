import { z } from 'zod'
import { mostChosenIds } from './bulk.ts'
import { residentFilterSchema } from './resident.ts'

/** Shape: people somebody chose in the list: some by name, or everybody a filter shows but a few. */
export const residentSelectionSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('some'), ids: z.array(z.int()).min(1).max(mostChosenIds) }),
  z.strictObject({
    kind: z.literal('shown'),
    filter: residentFilterSchema,
    exceptIds: z.array(z.int()).max(mostChosenIds),
  }),
])
