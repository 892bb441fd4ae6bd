import type { AppState } from '../../../domain/app-state.ts'
import type { BackupPreview, BackupSecret, ChosenBackup } from '../../../domain/backup.ts'
import { ask } from '../../ledger/ledger-client.ts'

/** The same three steps for a director at the desk and for somebody who has no ledger to sign in to. */
export interface RestoreChannels {
  readonly choose: (id: string | null) => Promise<ChosenBackup | null>
  readonly open: (handle: string, secret: BackupSecret) => Promise<BackupPreview>
  readonly restore: (handle: string, isUndo: boolean) => Promise<AppState | null>
}

export const deskRestore: RestoreChannels = {
  choose: (id) => ask('backup.choose', { id }),
  open: (handle, secret) => ask('backup.open', { handle, secret }),
  restore: (handle, isUndo) => ask('backup.restore', { handle, isUndo }),
}

export const startRestore: RestoreChannels = {
  choose: (id) => ask('setup.chooseBackup', { id }),
  open: (handle, secret) => ask('setup.openBackup', { handle, secret }),
  restore: (handle, isUndo) => ask('setup.restoreBackup', { handle, isUndo }),
}
