import { z } from 'zod'

/** Which form something half filled in belongs to; a form of no record yet has one draft. */
const draftFormSchema = z.discriminatedUnion('form', [
  z.strictObject({ form: z.literal('newResident') }),
  z.strictObject({ form: z.literal('newFamily') }),
  z.strictObject({ form: z.literal('resident'), id: z.int().min(1) }),
  z.strictObject({ form: z.literal('visitTask'), id: z.int().min(1) }),
  z.strictObject({ form: z.literal('newVisitRound') }),
  z.strictObject({ form: z.literal('newCareEvent') }),
  z.strictObject({ form: z.literal('careEvent'), id: z.int().min(1) }),
  z.strictObject({ form: z.literal('newHelpCase') }),
  z.strictObject({ form: z.literal('helpCase'), id: z.int().min(1) }),
  z.strictObject({ form: z.literal('committee') }),
  z.strictObject({ form: z.literal('newDiaryEntry') }),
  z.strictObject({ form: z.literal('diaryEntry'), id: z.int().min(1) }),
])
export type DraftForm = z.infer<typeof draftFormSchema>

/** Shape: what is kept of a form: JSON of the fields that were changed, and on which version of its record. */
const keptDraftSchema = z.strictObject({
  form: draftFormSchema,
  content: z.string().max(100_000),
  baseRevision: z.int().nullable(),
})
export type KeptDraft = z.infer<typeof keptDraftSchema>

/** Shape: what is offered when the form is opened again. */
const offeredDraftSchema = z.strictObject({
  content: z.string(),
  savedAt: z.string(),
  /** The record has been changed since the form was filled in. */
  isOutdated: z.boolean(),
})
export type OfferedDraft = z.infer<typeof offeredDraftSchema>

/** Shape: one form that waits for its owner; the subject is whose record it is, empty for a new one. */
const draftSummarySchema = z.strictObject({
  form: draftFormSchema,
  savedAt: z.string(),
  subject: z.string(),
  visitRoundId: z.int().nullable(),
})
export type DraftSummary = z.infer<typeof draftSummarySchema>

/** The form a draft was kept under; null for one that this version has not. */
export function draftFormOf(key: string): DraftForm | null {
  const [form, id] = key.split(':')
  return draftFormSchema.safeParse(id === undefined ? { form } : { form, id: Number(id) }).data ?? null
}

const nothing = z.strictObject({})

/** The channels of drafts, which are part of the contract. */
export const draftChannels = {
  /** Every form that waits for the person at the desk. */
  'draft.list': { input: nothing, output: z.array(draftSummarySchema) },
  'draft.get': { input: z.strictObject({ form: draftFormSchema }), output: offeredDraftSchema.nullable() },
  'draft.keep': { input: keptDraftSchema, output: nothing },
  'draft.discard': { input: z.strictObject({ form: draftFormSchema }), output: nothing },
  /** The page's answer when main asks it to keep what is half filled in. */
  'draft.allKept': { input: nothing, output: nothing },
} as const
