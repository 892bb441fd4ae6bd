import { z } from 'zod'

/** Text that is stored as it was typed: a half of a character would come back as another one. Unit: UTF-16 code units. */
export function storableText(longest: number) {
  return z
    .string()
    .max(longest)
    .refine((text) => text.isWellFormed(), 'storableText')
}

/** The same without blanks around it. */
export function storableLine(longest: number) {
  return z
    .string()
    .trim()
    .max(longest)
    .refine((text) => text.isWellFormed(), 'storableText')
}
