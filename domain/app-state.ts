import { z } from 'zod'
import { committeeSchema, settingsSchema } from './committee.ts'
import { failureSchema } from './failure.ts'
import { folderRefusals, folderWarnings } from './ledger-folder.ts'

/** What the user must hear about an open ledger without being kept from it. */
const ledgerNoticeSchema = z.enum(['placeFromCopy', ...folderRefusals, ...folderWarnings])
export type LedgerNotice = z.infer<typeof ledgerNoticeSchema>

/** What the window shows first: set-up, the ledger, or why the ledger can't be opened. */
export const appStateSchema = z.discriminatedUnion('phase', [
  z.strictObject({ phase: z.literal('firstRun'), defaultFolder: z.string() }),
  z.strictObject({
    phase: z.literal('failure'),
    failure: failureSchema,
    folder: z.string(),
  }),
  z.strictObject({
    phase: z.literal('ready'),
    folder: z.string(),
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
