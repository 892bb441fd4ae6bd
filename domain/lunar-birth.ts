import { z } from 'zod'

/** A day of the lunar calendar as old people keep their birthday; the year is known for some. */
export const lunarDateSchema = z.strictObject({
  year: z.int().min(1900).max(2100).nullable(),
  month: z.int().min(1).max(12),
  day: z.int().min(1).max(30),
  isLeap: z.boolean(),
})
export type LunarDate = z.infer<typeof lunarDateSchema>
