import { z } from 'zod'
import { calendarDateSchema } from './calendar-date.ts'
import { tenureSchema } from './register.ts'
import { storableLine } from './storable-text.ts'

const amount = z.int().min(0).max(9_999_999_999)

/** Shape: what an office says of itself beyond its name. Source: DOMAIN 1.2 row 41, 6.1. */
export const officeProfileDraftSchema = z.strictObject({
  /** Twelve digits, or empty for offices that don't know theirs. Source: DOMAIN 6.1. */
  divisionCode: storableLine(12).regex(/^(\d{12})?$/),
  address: storableLine(120),
  /** Unit: hundredths of a square kilometre. */
  areaHundredthsKm2: amount.nullable(),
  officeTenure: tenureSchema.nullable(),
  /** Unit: tenths of a square metre. */
  officeAreaTenthsM2: amount.nullable(),
  /** Unit: fen. */
  yearlyFundsFen: amount.nullable(),
})
export type OfficeProfileDraft = z.infer<typeof officeProfileDraftSchema>

export const officeProfileSchema = officeProfileDraftSchema.extend({ revision: z.int() })
export type OfficeProfile = z.infer<typeof officeProfileSchema>

const countByCode = z.array(z.strictObject({ code: z.string(), count: z.int() }))

/** Shape: figures about the office, each from the lines beneath it. Source: DOMAIN 1.2 rows 37 to 41, 12. */
export const officeSummarySchema = z.strictObject({
  asOfOn: calendarDateSchema,
  buildingCount: z.int(),
  unitCount: z.int(),
  dwellingCount: z.int(),
  householdCount: z.int(),
  residentCount: z.int(),
  residentGroupCount: z.int(),
  gridCount: z.int(),
  buildingHeadCount: z.int(),
  representativeCount: z.int(),
  workerCount: z.int(),
  /** Of the workers those whose education is known, and of these the ones with a junior college's or more. */
  educatedWorkerCount: z.int(),
  collegeWorkerCount: z.int(),
  facilities: countByCode,
  /** Unit: tenths of a square metre. */
  facilityAreaTenthsM2: z.int(),
  facilityTenures: countByCode,
  stationedUnitCount: z.int(),
  partyOrganisations: countByCode,
  partyMemberCount: z.int(),
})
export type OfficeSummary = z.infer<typeof officeSummarySchema>
