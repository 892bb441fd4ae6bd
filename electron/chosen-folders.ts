import { randomUUID } from 'node:crypto'
import { FailureError } from '../domain/failure.ts'
import type { FolderWarning } from '../domain/ledger-folder.ts'
import { dialogTexts } from '../domain/labels/dialog.zh.ts'
import { admitLedgerFolder } from './data-folder.ts'
import { askForOpenPath } from './own-dialogs.ts'

interface ChosenFolder {
  readonly handle: string
  readonly folder: string
  readonly warning: FolderWarning | null
}

/** Folders the user has chosen in a dialog; the page holds only their handles. */
export interface ChosenFolders {
  /** Null when the user cancels. Throws: the failure that rules the folder out. */
  readonly ask: (contentsId: number) => Promise<ChosenFolder | null>
  /** Throws: handleExpired. */
  readonly folderOf: (handle: string) => string
}

export function startChosenFolders(): ChosenFolders {
  const folders = new Map<string, string>()
  return {
    ask: async (contentsId) => {
      const folder = await askForOpenPath(contentsId, {
        title: dialogTexts.chooseFolder,
        properties: ['openDirectory', 'createDirectory'],
      })
      if (folder === undefined) return null
      const warning = await admitLedgerFolder(folder)
      const handle = randomUUID()
      folders.set(handle, folder)
      return { handle, folder, warning }
    },
    folderOf: (handle) => {
      const folder = folders.get(handle)
      if (folder === undefined) throw new FailureError('handleExpired')
      return folder
    },
  }
}
