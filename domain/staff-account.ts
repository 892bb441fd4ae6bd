import { z } from 'zod'
import { staffDraftSchema, staffSchema } from './staff.ts'

/** Shape: a password as it comes over IPC; what makes a good one is judged in the ledger. */
export const passwordSchema = z.string().min(1).max(200)

/** The channels of accounts, which are part of the contract. */
export const staffChannels = {
  'staff.list': { input: z.strictObject({}), output: z.array(staffSchema) },
  'staff.add': {
    input: z.strictObject({ draft: staffDraftSchema, password: passwordSchema }),
    output: staffSchema,
  },
  'staff.change': {
    input: z.strictObject({ id: z.int(), revision: z.int(), draft: staffDraftSchema }),
    output: staffSchema,
  },
  'staff.close': { input: z.strictObject({ id: z.int(), revision: z.int() }), output: staffSchema },
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
