import { z } from 'zod'
import { householdSchema } from './resident.ts'

/** The channels of households, a part of the contract. */
export const householdChannels = {
  'household.get': { input: z.strictObject({ id: z.int() }), output: householdSchema },
} as const
