import { z } from 'zod'
import { officeProfileDraftSchema, officeProfileSchema, officeSummarySchema } from './office-profile.ts'
import { calendarDateSchema } from './calendar-date.ts'
import {
  registerDrafts,
  registerNameSchema,
  registerReferences,
  registerRowSchema,
  type RegisterName,
} from './register.ts'

const page = { offset: z.int().min(0), limit: z.int().min(1).max(200) }
const which = { id: z.int().nullable(), revision: z.int().nullable() }

function saving<R extends RegisterName>(register: R) {
  return z.strictObject({ register: z.literal(register), ...which, draft: registerDrafts[register] })
}

/** Shape: one line of a register, new (id null) or changed on the revision it was read at. */
const registerSaveSchema = z.discriminatedUnion('register', [
  saving('officeWorker'),
  saving('residentGroup'),
  saving('grid'),
  saving('buildingHead'),
  saving('residentRepresentative'),
  saving('facility'),
  saving('stationedUnit'),
  saving('partyOrganisation'),
  saving('yearlyFigure'),
])
export type RegisterSave = z.infer<typeof registerSaveSchema>

/** The channels of the office's registers and of the office itself, a part of the contract. */
export const registerChannels = {
  'register.page': {
    input: z.strictObject({
      register: registerNameSchema,
      /** Only the lines of one building; null for all. */
      buildingId: z.int().nullable(),
      ...page,
    }),
    output: z.strictObject({ totalCount: z.int(), rows: z.array(registerRowSchema) }),
  },
  'register.save': { input: registerSaveSchema, output: registerRowSchema },
  'register.remove': {
    input: z.strictObject({ register: registerNameSchema, id: z.int(), revision: z.int() }),
    output: z.strictObject({}),
  },
  /** What a field of a register may refer to; residents are searched for instead. */
  'register.choices': {
    input: z.strictObject({ of: z.enum(registerReferences).exclude(['resident']) }),
    output: z.array(z.strictObject({ id: z.int(), name: z.string() })),
  },
  'office.profile': { input: z.strictObject({}), output: officeProfileSchema },
  'office.saveProfile': {
    input: z.strictObject({ revision: z.int(), draft: officeProfileDraftSchema }),
    output: officeProfileSchema,
  },
  /** Sums and shares over the registers as they stood on a day. */
  'office.summary': { input: z.strictObject({ asOfOn: calendarDateSchema }), output: officeSummarySchema },
} as const
