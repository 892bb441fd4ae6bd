import { z } from 'zod'
import {
  helpCaseDraftSchema,
  helpCaseFilterSchema,
  helpCaseRowSchema,
  helpCaseSchema,
  helpYearSchema,
} from './help-case.ts'
import { storableLine } from './storable-text.ts'

const nothing = z.strictObject({})
const byId = z.strictObject({ id: z.int() })
const page = { offset: z.int().min(0), limit: z.int().min(1).max(200) }

/** The channels of people's requests for help, a part of the contract. */
export const helpCaseChannels = {
  /** Open ones first, the oldest at the top; then what was closed, the latest first. The money is that of all of them. */
  'helpCase.list': {
    input: z.strictObject({ filter: helpCaseFilterSchema, ...page }),
    output: z.strictObject({
      totalCount: z.int(),
      openCount: z.int(),
      amountFen: z.int(),
      rows: z.array(helpCaseRowSchema),
    }),
  },
  /** Those of one person and of the whole household. */
  'helpCase.ofResident': {
    input: z.strictObject({ residentId: z.int() }),
    output: z.array(helpCaseRowSchema),
  },
  'helpCase.get': { input: byId, output: helpCaseSchema },
  /** The latest year first. */
  'helpCase.years': { input: nothing, output: z.array(helpYearSchema) },
  'helpCase.save': {
    input: z.strictObject({
      id: z.int().nullable(),
      revision: z.int().nullable(),
      draft: helpCaseDraftSchema,
    }),
    output: helpCaseSchema,
  },
  /** Takes back what was written down by mistake. */
  'helpCase.remove': {
    input: z.strictObject({ id: z.int(), revision: z.int(), reason: storableLine(200).min(1) }),
    output: nothing,
  },
} as const
