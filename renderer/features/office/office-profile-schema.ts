import { z } from 'zod'
import {
  type OfficeProfile,
  type OfficeProfileDraft,
  officeProfileDraftSchema,
} from '../../../domain/office-profile.ts'

/** Shape: the profile as it is typed: measures in the unit people say, as text. */
export interface OfficeProfileValues {
  divisionCode: string
  address: string
  areaKm2: string
  officeTenure: string | null
  officeAreaM2: string
  yearlyFundsYuan: string
}

const perUnit = { areaKm2: 100, officeAreaM2: 10, yearlyFundsYuan: 100 } as const

/** A number as it is typed into whole parts of its unit; null for nothing typed. */
function typedNumber(parts: number) {
  const decimals = String(parts).length - 1
  return z
    .string()
    .trim()
    .regex(new RegExp(`^(?:\\d{1,7}(?:\\.\\d{1,${String(decimals)}})?)?$`))
    .transform((text) => (text === '' ? null : Math.round(Number(text) * parts)))
}

/** Reads what was typed into a draft. */
export const officeProfileFormSchema = z
  .strictObject({
    divisionCode: officeProfileDraftSchema.shape.divisionCode,
    address: officeProfileDraftSchema.shape.address,
    officeTenure: officeProfileDraftSchema.shape.officeTenure,
    areaKm2: typedNumber(perUnit.areaKm2),
    officeAreaM2: typedNumber(perUnit.officeAreaM2),
    yearlyFundsYuan: typedNumber(perUnit.yearlyFundsYuan),
  })
  .transform(({ areaKm2, officeAreaM2, yearlyFundsYuan, ...draft }) => ({
    ...draft,
    areaHundredthsKm2: areaKm2,
    officeAreaTenthsM2: officeAreaM2,
    yearlyFundsFen: yearlyFundsYuan,
    // The form can write any text where the draft has a code; the check decides.
  })) as unknown as z.ZodType<OfficeProfileDraft, OfficeProfileValues>

/** The stored profile as the form shows it. */
export function officeProfileValues(profile: OfficeProfile): OfficeProfileValues {
  const shown = (value: number | null, parts: number) => (value === null ? '' : String(value / parts))
  return {
    divisionCode: profile.divisionCode,
    address: profile.address,
    officeTenure: profile.officeTenure,
    areaKm2: shown(profile.areaHundredthsKm2, perUnit.areaKm2),
    officeAreaM2: shown(profile.officeAreaTenthsM2, perUnit.officeAreaM2),
    yearlyFundsYuan: shown(profile.yearlyFundsFen, perUnit.yearlyFundsYuan),
  }
}
