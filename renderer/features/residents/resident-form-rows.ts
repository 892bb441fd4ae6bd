import { z } from 'zod'
import { normaliseIdNumber } from '../../../domain/id-number.ts'
import { isMasked } from '../../../domain/mask.ts'
import { otherDocumentSchema, phoneSchema } from '../../../domain/resident.ts'

/** Shape: a phone as the form holds it: one of the ledger's by its handle, whose number never came here, or a typed one. */
export interface PhoneValues {
  handle: string
  numberMasked: string
  number: string
  owner: string
  isEmergency: boolean
  note: string
}

export const blankPhone: PhoneValues = {
  handle: '',
  numberMasked: '',
  number: '',
  owner: '',
  isEmergency: false,
  note: '',
}

/** Shape: another document, held like a phone. */
export interface DocumentValues {
  handle: string
  numberMasked: string
  documentType: string
  number: string
  isFormer: boolean
  note: string
}

export const blankDocument: DocumentValues = {
  handle: '',
  numberMasked: '',
  documentType: 'passport',
  number: '',
  isFormer: false,
  note: '',
}

export const unmasked = (text: string) => !isMasked(text)

const mask = z.string()
const keptPhone = phoneSchema
  .extend({ handle: z.string().min(1), numberMasked: mask, number: z.string() })
  .transform(({ handle, owner, isEmergency, note }) => ({ handle, owner, isEmergency, note }))
const emptyPhone = z.strictObject({
  handle: z.string(),
  numberMasked: mask,
  number: z.string().trim().max(0),
  owner: z.string().trim().max(0),
  isEmergency: z.boolean(),
  note: z.string().trim().max(0),
})
const typedPhone = phoneSchema
  .extend({
    handle: z.string().max(0),
    numberMasked: mask,
    number: phoneSchema.shape.number.refine(unmasked, 'masked'),
  })
  .transform(({ number, owner, isEmergency, note }) => ({ number, owner, isEmergency, note }))

const keptDocument = otherDocumentSchema
  .extend({ handle: z.string().min(1), numberMasked: mask, number: z.string() })
  .transform(({ handle, documentType, isFormer, note }) => ({ handle, documentType, isFormer, note }))
const emptyDocument = otherDocumentSchema.extend({
  handle: z.string(),
  numberMasked: mask,
  number: z.string().trim().max(0),
  note: z.string().trim().max(0),
})
const typedDocument = otherDocumentSchema
  .extend({
    handle: z.string().max(0),
    numberMasked: mask,
    number: z
      .string()
      .max(40)
      .refine(unmasked, 'masked')
      .transform(normaliseIdNumber)
      .pipe(otherDocumentSchema.shape.number),
  })
  .transform(({ number, documentType, isFormer, note }) => ({ number, documentType, isFormer, note }))

/** Reads the phones of the form: blank ones are dropped, those of the ledger go by their handles. */
export const phoneRows = z
  .array(z.union([keptPhone, emptyPhone, typedPhone]))
  .max(10)
  .transform((phones) => phones.filter((phone) => !('number' in phone) || phone.number !== ''))

/** Reads the other documents of the form in the same way. */
export const documentRows = z
  .array(z.union([keptDocument, emptyDocument, typedDocument]))
  .max(10)
  .transform((documents) => documents.filter((document) => !('number' in document) || document.number !== ''))
