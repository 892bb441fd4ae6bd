import { z } from 'zod'
import { calendarDateSchema, partialDateSchema } from './calendar-date.ts'
import {
  benefitSchema,
  careTagSchema,
  disabilityCategorySchema,
  disabilityGradeSchema,
  educationSchema,
  ethnicGroupSchema,
  healthStateSchema,
  livingArrangementSchema,
  maritalStatusSchema,
  occupationSchema,
  politicalStatusSchema,
  relationToHeadSchema,
  residenceStatusSchema,
  sexSchema,
} from './codes/code-schemas.ts'
import { idDocumentTypeSchema } from './id-number.ts'
import { lunarDateSchema } from './lunar-birth.ts'
import { ownValuesSchema } from './own-value.ts'
import { personNameSchema } from './person-name.ts'
import { conditionGroupSchema } from './resident-condition.ts'
import { searchHitSchema } from './search-hit.ts'
import { storableLine, storableText } from './storable-text.ts'

export const phoneSchema = z.strictObject({
  number: storableLine(40).min(3),
  /** Whose telephone it is; empty for the person's own. */
  owner: storableLine(40),
  /** True for somebody to call when the person is in need. */
  isEmergency: z.boolean(),
  note: storableLine(60),
})
export type Phone = z.infer<typeof phoneSchema>

/** A telephone of the person's own. */
export function ownPhone(number: string, note = ''): Phone {
  return { number, owner: '', isEmergency: false, note }
}

/** Shape: a document besides the one the person is known by, or one that person had before. */
export const otherDocumentSchema = z.strictObject({
  documentType: idDocumentTypeSchema.exclude(['none']),
  number: storableText(40).min(1),
  isFormer: z.boolean(),
  note: storableLine(60),
})

/** Shape: what a disability card says; its number is the person's identity number followed by these. Source: DOMAIN 9.8. */
export const disabilitySchema = z.strictObject({
  category: disabilityCategorySchema,
  grade: disabilityGradeSchema,
  /** How often the card was issued again after a loss. */
  reissueCount: z.int().min(0).max(99),
})
export type Disability = z.infer<typeof disabilitySchema>

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

const benefitPeriodSchema = z.strictObject({
  benefit: benefitSchema,
  fromOn: calendarDateSchema.nullable(),
  toOn: calendarDateSchema.nullable(),
})

/** Unit: UTF-16 code units of a person's notes. */
export const longestNote = 2000

/** Shape: what the form, the import and IPC agree a resident is before it has an id. */
export const residentDraftSchema = z.strictObject({
  name: personNameSchema,
  formerName: storableLine(100),
  /** The name in another script. */
  otherName: storableLine(100),
  /** Syllables apart, where the name is read in a way of its own; empty for the usual reading. */
  ownPinyin: storableLine(100),
  sex: sexSchema,
  idDocumentType: idDocumentTypeSchema,
  /** Empty only when the document type is `none`. */
  idNumber: storableText(40),
  otherDocuments: z.array(otherDocumentSchema).max(10),
  birthWhen: partialDateSchema.nullable(),
  lunarBirth: lunarDateSchema.nullable(),
  ethnicGroup: ethnicGroupSchema.nullable(),
  education: educationSchema.nullable(),
  politicalStatus: politicalStatusSchema.nullable(),
  maritalStatus: maritalStatusSchema.nullable(),
  marriedWhen: partialDateSchema.nullable(),
  /** The husband or wife, if that person is in the ledger; always told by both of them. */
  spouseId: z.int().nullable(),
  occupation: occupationSchema.nullable(),
  workplace: storableLine(100),
  /** The employer a retired person belonged to. */
  retirementUnit: storableLine(100),
  phones: z.array(phoneSchema).max(10),
  dwelling: dwellingDraftSchema.nullable(),
  relationToHead: relationToHeadSchema.nullable(),
  registeredAddress: storableLine(200),
  /** Only for people who live outside the committee's dwellings. */
  currentAddress: storableLine(200),
  residenceStatus: residenceStatusSchema,
  livingArrangement: livingArrangementSchema.nullable(),
  health: healthStateSchema.nullable(),
  disability: disabilitySchema.nullable(),
  careTags: z.array(careTagPeriodSchema).max(40),
  benefits: z.array(benefitPeriodSchema).max(40),
  note: storableText(longestNote),
  /** What stands in the fields the office added by itself. */
  ownValues: ownValuesSchema,
})
export type ResidentDraft = z.infer<typeof residentDraftSchema>

/** What a short roster says nothing about. */
export const unsaid = {
  formerName: '',
  otherName: '',
  ownPinyin: '',
  otherDocuments: [],
  education: null,
  politicalStatus: null,
  maritalStatus: null,
  marriedWhen: null,
  spouseId: null,
  occupation: null,
  workplace: '',
  retirementUnit: '',
  health: null,
  disability: null,
  benefits: [],
  ownValues: [],
} satisfies Partial<ResidentDraft>

/** Whether somebody counts among the people here: gone people stay in the ledger. */
const presences = ['here', 'movedOut', 'deathReported', 'deceased'] as const
export const presenceSchema = z.enum(presences)
export type Presence = z.infer<typeof presenceSchema>

export const residentSchema = residentDraftSchema.extend({
  id: z.int(),
  householdId: z.int(),
  presence: presenceSchema,
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
  presence: presenceSchema,
  /** What stands in the own fields that the list has a column of, by their key; nothing for those who may not read them. */
  ownTexts: z.record(z.string(), z.string()),
  /** Null where nobody searched. */
  hit: searchHitSchema.nullable(),
})
export type ResidentRow = z.infer<typeof residentRowSchema>

export const ageBandCodes = ['under60', '60-64', '65-69', '70-79', '80-89', '90-99', '100+'] as const
export const residentSorts = ['address', 'name', 'strokes', 'birth', 'birthReversed'] as const

export const residentFilterSchema = z.strictObject({
  search: z.string().max(100),
  buildingId: z.int().nullable(),
  careTag: careTagSchema.nullable(),
  ageBand: z.enum(ageBandCodes).nullable(),
  /** The people who are here, those who moved away or died, or all of them. */
  presence: z.enum(['here', 'gone', 'all']),
  /** What else must hold of them; null for nothing. */
  condition: conditionGroupSchema.nullable(),
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
  presence: presenceSchema,
  revision: z.int(),
})

export const householdSchema = z.strictObject({
  id: z.int(),
  dwelling: dwellingDraftSchema.nullable(),
  members: z.array(householdMemberSchema),
  /** What stands in the household's own fields; none for those who may not read them. */
  ownValues: ownValuesSchema,
  /** Other households behind the same door. */
  neighbours: z.array(z.strictObject({ id: z.int(), name: z.string(), memberCount: z.int() })),
})
export type Household = z.infer<typeof householdSchema>

export const buildingSchema = z.strictObject({ id: z.int(), name: z.string(), residentCount: z.int() })
export type Building = z.infer<typeof buildingSchema>
