import { z } from 'zod'
import { committeeSchema, settingsSchema } from './committee.ts'
import { failureSchema } from './failure.ts'
import { folderRefusals, folderWarnings } from './ledger-folder.ts'
import { actorSchema, staffNameSchema } from './staff.ts'

/** What the user must hear about an open ledger without being kept from it. */
const ledgerNoticeSchema = z.enum(['placeFromCopy', ...folderRefusals, ...folderWarnings])
export type LedgerNotice = z.infer<typeof ledgerNoticeSchema>

/** What the window shows first: set-up, who is there, the ledger, or why the ledger can't be opened. */
export const appStateSchema = z.discriminatedUnion('phase', [
  z.strictObject({ phase: z.literal('firstRun'), defaultFolder: z.string() }),
  /** The PC's clock is plainly wrong: asked about before anything is dated. */
  z.strictObject({ phase: z.literal('clockDoubted'), todayOn: z.string(), lastOn: z.string().nullable() }),
  /** The ledger went to another PC. */
  z.strictObject({ phase: z.literal('retired'), retiredOn: z.string(), folder: z.string() }),
  z.strictObject({
    phase: z.literal('failure'),
    failure: failureSchema,
    folder: z.string(),
  }),
  /** A ledger of the first release, which has no key yet. */
  z.strictObject({ phase: z.literal('unprotected'), folder: z.string() }),
  z.strictObject({
    phase: z.literal('signIn'),
    folder: z.string(),
    committeeName: z.string(),
    isSample: z.boolean(),
    staff: z.array(staffNameSchema),
    /** Whose desk is locked, and whether a short PIN opens it again; null when nobody is signed in. */
    locked: staffNameSchema.extend({ hasPin: z.boolean() }).nullable(),
    /** The keys were read from their previous copy, which people must be told. */
    isKeyFileRepaired: z.boolean(),
  }),
  /** Set-up is complete once the recovery code was printed and typed back; null when a new one must be made. */
  z.strictObject({
    phase: z.literal('recoveryCode'),
    code: z.string().nullable(),
    committeeName: z.string(),
  }),
  z.strictObject({
    phase: z.literal('ready'),
    folder: z.string(),
    actor: actorSchema,
    hasPin: z.boolean(),
    committee: committeeSchema,
    settings: settingsSchema,
    isSample: z.boolean(),
    residentCount: z.int(),
    todayOn: z.string(),
    appVersion: z.string(),
    notices: z.array(ledgerNoticeSchema),
  }),
])
export type AppState = z.infer<typeof appStateSchema>
