import { randomUUID } from 'node:crypto'
import { basename } from 'node:path'
import type { Progress } from '../../domain/contract.ts'
import { success } from '../../domain/failure.ts'
import { dialogTexts } from '../../domain/labels/dialog.zh.ts'
import { readRosterInOwnProcess } from '../import/import-files.ts'
import type { LedgerDoor } from '../ledger/ledger-door.ts'
import { askForOpenPath } from '../own-dialogs.ts'
import type { HandlerMap } from './handler-map.ts'

/** Choosing a roster, reading it in its own process, and stopping. */
export function importHandlers(
  door: LedgerDoor,
  onProgress: (progress: Progress) => void,
): HandlerMap<'import.chooseFile' | 'import.cancel'> {
  let reading: AbortController | undefined

  return {
    'import.chooseFile': async (_input, { contentsId }) => {
      const path = await askForOpenPath(contentsId, {
        title: dialogTexts.chooseRoster,
        properties: ['openFile'],
        filters: [{ name: dialogTexts.rosterFiles, extensions: ['xlsx', 'xls', 'et', 'csv', 'txt'] }],
      })
      if (path === undefined) return success(null)
      reading?.abort()
      const controller = new AbortController()
      reading = controller
      const table = await readRosterInOwnProcess(path, { signal: controller.signal, onProgress })
      const handle = randomUUID()
      const fileName = basename(path)
      const staged = await door.ask('stageRoster', { handle, fileName, table })
      if (!staged.ok) return staged
      const sheets = table.sheets.map(({ name, rows }) => ({ name, rowCount: rows.length }))
      return success({ handle, fileName, sheets })
    },
    'import.cancel': async () => {
      reading?.abort()
      door.cancel()
      return success({})
    },
  }
}
