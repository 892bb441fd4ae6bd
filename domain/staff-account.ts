import { z } from 'zod'
import { staffDraftSchema, staffNameSchema, staffSchema } from './staff.ts'

/** Shape: a password as it comes over IPC; what makes a good one is judged in the ledger. */
export const passwordSchema = z.string().min(1).max(200)

/** Kinds of work that name the member of staff who answers for them; each has its entry in db/duty/duty-kinds.ts. */
const duties = ['workField', 'careEvent', 'helpCase'] as const
export type Duty = (typeof duties)[number]

/** Shape: how much of one kind somebody answers for. */
const heldDutySchema = z.strictObject({ duty: z.enum(duties), count: z.int().min(1) })
export type HeldDuty = z.infer<typeof heldDutySchema>

/** Shape: an account as its director sees it. */
const staffAccountSchema = staffSchema.extend({ lastSignedInAt: z.string().nullable() })
export type StaffAccount = z.infer<typeof staffAccountSchema>

/** The channels of accounts, which are part of the contract. */
export const staffChannels = {
  'staff.list': { input: z.strictObject({}), output: z.array(staffAccountSchema) },
  /** Everybody whom work can be given to, by name alone. */
  'staff.colleagues': { input: z.strictObject({}), output: z.array(staffNameSchema) },
  'staff.add': {
    input: z.strictObject({ draft: staffDraftSchema, password: passwordSchema }),
    output: staffSchema,
  },
  'staff.change': {
    input: z.strictObject({ id: z.int(), revision: z.int(), draft: staffDraftSchema }),
    output: staffSchema,
  },
  /** What would have to be handed over if this account were closed. */
  'staff.duties': { input: z.strictObject({ id: z.int() }), output: z.array(heldDutySchema) },
  /** Closes an account and hands everything it answers for to somebody else in the same step. */
  'staff.close': {
    input: z.strictObject({ id: z.int(), revision: z.int(), successorId: z.int().nullable() }),
    output: staffSchema,
  },
  'staff.resetPassword': {
    input: z.strictObject({ id: z.int(), password: passwordSchema }),
    output: staffSchema,
  },
  'staff.changeOwnPassword': {
    input: z.strictObject({ oldPassword: passwordSchema, password: passwordSchema }),
    output: staffSchema,
  },
  /** Six digits, or null to do without; the password is asked again. */
  'staff.setOwnPin': {
    input: z.strictObject({
      password: passwordSchema,
      pin: z
        .string()
        .regex(/^\d{6}$/)
        .nullable(),
    }),
    output: staffSchema,
  },
} as const
