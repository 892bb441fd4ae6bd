import { z } from 'zod'
import { visitLabels } from '../../../domain/labels/visit.zh.ts'
import type { FestivalOption, VisitRoundDraft } from '../../../domain/visit.ts'
import { parseDateText } from './typed-date.ts'

const words = visitLabels.create

/** Shape: what the fields of a new round hold while they are typed. */
export interface RoundFormInput {
  festivalPosition: string
  name: string
  cutoffText: string
  ruleIds: string[]
}

/** Turns the fields into a draft, or says at each field what is missing. */
export function roundFormSchema(
  festivals: readonly FestivalOption[],
): z.ZodType<VisitRoundDraft, RoundFormInput> {
  return z
    .object({
      festivalPosition: z
        .string()
        .refine((position) => festivals[Number(position)] !== undefined, words.festivalMissing),
      name: z.string().trim().min(1, words.nameMissing).max(60, words.nameTooLong),
      cutoffText: z.string().refine((text) => parseDateText(text) !== null, words.cutoffInvalid),
      ruleIds: z.array(z.string()).min(1, words.rulesMissing),
    })
    .transform((typed) => {
      const option = festivals[Number(typed.festivalPosition)]
      const cutoffOn = parseDateText(typed.cutoffText)
      // The fields were checked one by one before, so that all that is wrong is said at once.
      if (option === undefined || cutoffOn === null) return z.NEVER
      const { festival, year } = option
      return { name: typed.name, festival, year, cutoffOn, ruleIds: typed.ruleIds.map(Number) }
    })
}
