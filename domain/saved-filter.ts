import { z } from 'zod'
import { conditionGroupSchema } from './resident-condition.ts'
import { storableLine } from './storable-text.ts'

/** Whether a saved filter can be used by who asks: what it asks may be hidden from them, or be no longer known. */
const savedFilterStates = ['usable', 'notReadable', 'outdated'] as const

/** Shape: a question about people that the office keeps under a name. */
const savedFilterSchema = z.strictObject({
  id: z.int(),
  name: z.string(),
  /** Null where the state is not usable. */
  condition: conditionGroupSchema.nullable(),
  state: z.enum(savedFilterStates),
  /** Who made it. */
  staffName: z.string(),
  /** Whether who asks may rename it, put another question in its place, or delete it. */
  isChangeable: z.boolean(),
  revision: z.int(),
})
export type SavedFilter = z.infer<typeof savedFilterSchema>

const savedFilterNameSchema = storableLine(40).min(1)

/** Shape: a new filter (id null) or a change of one; no condition leaves the one it has. */
const savedFilterChangeSchema = z.strictObject({
  id: z.int().nullable(),
  revision: z.int().nullable(),
  name: savedFilterNameSchema,
  condition: conditionGroupSchema.nullable(),
})
export type SavedFilterChange = z.infer<typeof savedFilterChangeSchema>

const nothing = z.strictObject({})

/** The channels of saved filters, a part of the contract. */
export const savedFilterChannels = {
  'savedFilter.list': { input: nothing, output: z.array(savedFilterSchema) },
  'savedFilter.save': { input: savedFilterChangeSchema, output: savedFilterSchema },
  'savedFilter.remove': {
    input: z.strictObject({ id: z.int(), revision: z.int() }),
    output: nothing,
  },
} as const
