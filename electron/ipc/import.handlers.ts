import { randomUUID } from 'node:crypto'
import { basename } from 'node:path'
import type { Progress } from '../../domain/contract.ts'
import { FailureError, success } from '../../domain/failure.ts'
import { dialogTexts } from '../../domain/labels/dialog.zh.ts'
import { startImportReader } from '../import/import-files.ts'
import { readRosterThrough } from '../import/reader-process.ts'
import type { RosterPart } from '../import/reader-messages.ts'
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
      const handle = randomUUID()
      const sheets: { name: string; rowCount: number }[] = []
      const onPart = async (part: RosterPart) => {
        if (part.kind === 'sheet') sheets.push({ name: part.name, rowCount: 0 })
        else for (const sheet of sheets.slice(-1)) sheet.rowCount += part.rows.length
        const stored = await door.ask('stagePart', { handle, part })
        if (!stored.ok) throw new FailureError(stored.failure.code)
      }
      try {
        await readRosterThrough(startImportReader(), path, { signal: controller.signal, onProgress, onPart })
      } catch (error) {
        await door.ask('forgetRoster', { handle })
        throw error
      }
      const fileName = basename(path)
      const staged = await door.ask('stageRoster', { handle, fileName })
      return staged.ok ? success({ handle, fileName, sheets }) : staged
    },
    'import.cancel': async () => {
      reading?.abort()
      door.cancel()
      return success({})
    },
  }
}
