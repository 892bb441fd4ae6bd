import { z } from 'zod'
import { storableLine } from './storable-text.ts'

/** What somebody may want to see of a person that is masked or sealed. */
export const revealGroups = ['idNumber', 'phones', 'sealedMatter'] as const
export type RevealGroup = (typeof revealGroups)[number]

/** Why somebody wants to see it. Source: what the desk of an office does, no standard. */
export const revealPurposes = ['contact', 'service', 'identity', 'correction', 'emergency', 'other'] as const
export type RevealPurpose = (typeof revealPurposes)[number]

/** Shape: why; only `other` has to be explained. */
export const revealReasonSchema = z
  .strictObject({ purpose: z.enum(revealPurposes), text: storableLine(100) })
  .refine(({ purpose, text }) => purpose !== 'other' || text !== '', { path: ['text'], message: 'reason' })
export type RevealReason = z.infer<typeof revealReasonSchema>

/** How long what was revealed stays on the screen. Unit: milliseconds. */
export const revealedForMs = 60_000
