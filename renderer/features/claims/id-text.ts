import { z } from 'zod'

/** The number of what was chosen in a list of a form. */
export const idText = z.string().transform(Number)
/** The same where nothing need be chosen. */
export const optionalIdText = z
  .string()
  .nullable()
  .transform((text) => (text === null ? null : Number(text)))
