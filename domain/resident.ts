import { z } from 'zod'
import { calendarDateSchema, partialDateSchema } from './calendar-date.ts'
import {
  careTagSchema,
  ethnicGroupSchema,
  livingArrangementSchema,
  relationToHeadSchema,
  residenceStatusSchema,
  sexSchema,
} from './codes/code-schemas.ts'
import { idDocumentTypeSchema } from './id-number.ts'
import { lunarDateSchema } from './lunar-birth.ts'
import { personNameSchema } from './person-name.ts'
import { storableLine, storableText } from './storable-text.ts'

export const phoneSchema = z.strictObject({
  number: storableLine(40).min(3),
  note: storableLine(60),
})

/** Where a household lives; every part may be empty but not all of them when the dwelling is given. */
export const dwellingDraftSchema = z.strictObject({
  building: storableLine(60),
  unit: storableLine(30),
  room: storableLine(60),
})
export type DwellingDraft = z.infer<typeof dwellingDraftSchema>

const careTagPeriodSchema = z.strictObject({
  careTag: careTagSchema,
  fromOn: calendarDateSchema.nullable(),
  toOn: calendarDateSchema.nullable(),
})

/** Shape: what the form, the import and IPC agree a resident is before it has an id. */
export const residentDraftSchema = z.strictObject({
  name: personNameSchema,
  sex: sexSchema,
  idDocumentType: idDocumentTypeSchema,
  /** Empty only when the document type is `none`. */
  idNumber: storableText(40),
  birthWhen: partialDateSchema.nullable(),
  lunarBirth: lunarDateSchema.nullable(),
  ethnicGroup: ethnicGroupSchema.nullable(),
  phones: z.array(phoneSchema).max(10),
  dwelling: dwellingDraftSchema.nullable(),
  relationToHead: relationToHeadSchema.nullable(),
  registeredAddress: storableLine(200),
  /** Only for people who live outside the committee's dwellings. */
  currentAddress: storableLine(200),
  residenceStatus: residenceStatusSchema,
  livingArrangement: livingArrangementSchema.nullable(),
  careTags: z.array(careTagPeriodSchema).max(40),
  note: storableText(2000),
})
export type ResidentDraft = z.infer<typeof residentDraftSchema>

export const residentSchema = residentDraftSchema.extend({
  id: z.int(),
  householdId: z.int(),
  /** Grows by one with every change; a save made on an older revision is refused. */
  revision: z.int(),
  createdAt: z.string(),
  updatedAt: z.string(),
})
export type Resident = z.infer<typeof residentSchema>

/** Shape: one line of the residents list; its numbers are masked, and birth dates are left to the person's page. */
export const residentRowSchema = z.strictObject({
  id: z.int(),
  name: z.string(),
  sex: sexSchema,
  /** Unit: full years today; null when the birth date is incomplete. */
  age: z.int().nullable(),
  idNumberMasked: z.string(),
  address: z.string(),
  phoneMasked: z.string(),
  careTags: z.array(careTagSchema),
})
export type ResidentRow = z.infer<typeof residentRowSchema>

export const ageBandCodes = ['under60', '60-64', '65-69', '70-79', '80-89', '90-99', '100+'] as const
export const residentSorts = ['address', 'name', 'birth'] as const

export const residentFilterSchema = z.strictObject({
  search: z.string().max(100),
  buildingId: z.int().nullable(),
  careTag: careTagSchema.nullable(),
  ageBand: z.enum(ageBandCodes).nullable(),
  sort: z.enum(residentSorts),
})
export type ResidentFilter = z.infer<typeof residentFilterSchema>

const householdMemberSchema = z.strictObject({
  id: z.int(),
  name: z.string(),
  sex: sexSchema,
  age: z.int().nullable(),
  relationToHead: relationToHeadSchema.nullable(),
  isHead: z.boolean(),
})

export const householdSchema = z.strictObject({
  id: z.int(),
  dwelling: dwellingDraftSchema.nullable(),
  members: z.array(householdMemberSchema),
})
export type Household = z.infer<typeof householdSchema>

export const buildingSchema = z.strictObject({ id: z.int(), name: z.string(), residentCount: z.int() })
export type Building = z.infer<typeof buildingSchema>
