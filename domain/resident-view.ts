import { z } from 'zod'
import { partialDateSchema } from './calendar-date.ts'
import { isMasked } from './mask.ts'
import { otherDocumentSchema, phoneSchema, residentDraftSchema, residentSchema } from './resident.ts'
import { revealGroups, revealReasonSchema } from './reveal.ts'
import { sealedMatterSchema } from './sealed-matter.ts'
import { storableText } from './storable-text.ts'

/** Shape: a phone number that never left the ledger; the handle names it until the program ends. */
const maskedPhoneSchema = z.strictObject({
  handle: z.string(),
  numberMasked: z.string(),
  owner: z.string(),
  isEmergency: z.boolean(),
  note: z.string(),
})

/** Shape: a document whose number never left the ledger; the handle names it. */
const maskedDocumentSchema = otherDocumentSchema
  .omit({ number: true })
  .extend({ handle: z.string(), numberMasked: z.string() })

/** Shape: a resident as the window gets it: numbers masked, and without what the person at the keyboard may not see. */
export const residentViewSchema = residentSchema
  .omit({ idNumber: true, phones: true, otherDocuments: true })
  .extend({
    idNumberMasked: z.string(),
    phones: z.array(maskedPhoneSchema),
    otherDocuments: z.array(maskedDocumentSchema),
    /** Empty without a husband or wife in the ledger. */
    spouseName: z.string(),
    /** Year and month alone for those who may not see the day. */
    birthWhen: partialDateSchema.nullable(),
  })
export type ResidentView = z.infer<typeof residentViewSchema>

const unmasked = (text: string) => !isMasked(text)

const handle = z.string().max(64)
const keptPhoneSchema = phoneSchema.omit({ number: true }).extend({ handle })
const keptDocumentSchema = otherDocumentSchema.omit({ number: true }).extend({ handle })

/** Shape: what the form sends: a draft in which a number that was not touched stays as the ledger has it. */
export const residentChangeSchema = residentDraftSchema.extend({
  /** Null leaves the number as it is. */
  idNumber: storableText(40).refine(unmasked, 'masked').nullable(),
  phones: z
    .array(
      z.union([
        phoneSchema.extend({ number: phoneSchema.shape.number.refine(unmasked, 'masked') }),
        keptPhoneSchema,
      ]),
    )
    .max(10),
  otherDocuments: z
    .array(
      z.union([
        otherDocumentSchema.extend({ number: otherDocumentSchema.shape.number.refine(unmasked, 'masked') }),
        keptDocumentSchema,
      ]),
    )
    .max(10),
})
export type ResidentChange = z.infer<typeof residentChangeSchema>

/** Shape: who asks to see what of whom, and why. */
export const revealRequestSchema = z.strictObject({
  id: z.int(),
  group: z.enum(revealGroups),
  reason: revealReasonSchema,
})
export type RevealRequest = z.infer<typeof revealRequestSchema>

/** Shape: what was asked for; phones and other documents in the order of the resident's view. */
export const revealedSchema = z.discriminatedUnion('group', [
  z.strictObject({
    group: z.literal('idNumber'),
    idNumber: z.string(),
    otherNumbers: z.array(z.string()),
  }),
  z.strictObject({ group: z.literal('phones'), numbers: z.array(z.string()) }),
  z.strictObject({ group: z.literal('sealedMatter'), matters: z.array(sealedMatterSchema) }),
])
export type Revealed = z.infer<typeof revealedSchema>
