import { z } from 'zod'
import { committeeSchema } from '../../../domain/committee.ts'

/** Shape: what the first page asks for; the password is checked again by what makes the ledger. */
export const setupSchema = committeeSchema.extend({
  director: z.string().trim().min(1).max(40),
  password: z.string(),
  repeat: z.string(),
})
export type SetupValues = z.infer<typeof setupSchema>
