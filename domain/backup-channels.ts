import { z } from 'zod'
import { appStateSchema } from './app-state.ts'
import {
  backupOverviewSchema,
  backupPreviewSchema,
  backupSecretSchema,
  chosenBackupSchema,
  listedBackupSchema,
  stickSchema,
} from './backup.ts'

const nothing = z.strictObject({})

const restoring = {
  choose: {
    input: z.strictObject({ id: z.string().max(300).nullable() }),
    output: chosenBackupSchema.nullable(),
  },
  open: {
    input: z.strictObject({ handle: z.string(), secret: backupSecretSchema }),
    output: backupPreviewSchema,
  },
  restore: {
    input: z.strictObject({ handle: z.string(), isUndo: z.boolean() }),
    output: appStateSchema.nullable(),
  },
} as const

/** The channels of backups: part of the contract. */
export const backupChannels = {
  'backup.overview': { input: nothing, output: backupOverviewSchema },
  'backup.make': { input: nothing, output: listedBackupSchema },
  /** Asks with the system's folder dialog; null when the user cancels. */
  'backup.chooseStick': { input: nothing, output: stickSchema.nullable() },
  /** Null stands for the folder used last. */
  'backup.toStick': {
    input: z.strictObject({ handle: z.string().nullable() }),
    output: z.strictObject({ fileName: z.string(), folderName: z.string(), isRemovable: z.boolean() }),
  },
  'backup.stopStick': { input: nothing, output: nothing },
  /** One of the list, or null for the system's file dialog; null when the user cancels that. */
  'backup.choose': restoring.choose,
  'backup.open': restoring.open,
  /** Null when the user says no in a dialog of the system's own. */
  'backup.restore': restoring.restore,
  'backup.drop': { input: nothing, output: nothing },
  /** The same while no ledger can be opened. */
  'setup.backups': { input: nothing, output: z.array(listedBackupSchema) },
  'setup.chooseBackup': restoring.choose,
  'setup.openBackup': restoring.open,
  'setup.restoreBackup': restoring.restore,
} as const
