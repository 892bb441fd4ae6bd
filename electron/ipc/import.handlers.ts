import { randomUUID } from 'node:crypto'
import { basename } from 'node:path'
import { webContents } from 'electron'
import { fewPeople } from '../../domain/bulk.ts'
import type { Progress } from '../../domain/contract.ts'
import { FailureError, success, type Reply } from '../../domain/failure.ts'
import type { ImportRun, ImportUndo } from '../../domain/roster-import.ts'
import { dialogTexts } from '../../domain/labels/dialog.zh.ts'
import { startImportReader } from '../import/import-files.ts'
import { readRosterThrough } from '../import/reader-process.ts'
import type { RosterPart } from '../import/reader-messages.ts'
import type { LedgerDoor } from '../ledger/ledger-door.ts'
import { askForOpenPath, mayDoInBulk } from '../own-dialogs.ts'
import type { HandlerMap } from './handler-map.ts'

/** Choosing a roster, reading it in its own process, and stopping. */
export function importHandlers(
  door: LedgerDoor,
  onProgress: (progress: Progress) => void,
): HandlerMap<'import.chooseFile' | 'import.cancel' | 'import.undoLast'> {
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
      // What somebody chose is read for nobody else.
      const page = webContents.fromId(contentsId)
      const stop = () => controller.abort()
      page?.once('destroyed', stop)
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
      } finally {
        page?.off('destroyed', stop)
      }
      const fileName = basename(path)
      const staged = await door.ask('stageRoster', { handle, fileName })
      return staged.ok ? success({ handle, fileName, sheets }) : staged
    },
    'import.undoLast': async (input, { contentsId }) => {
      const last = (await door.ask('channel', { name: 'import.last', input })) as Reply<ImportRun | null>
      const run = last.ok ? last.value : null
      const isBulk = run?.undoneAt === null && run.addedCount + run.updatedCount > fewPeople
      const question = dialogTexts.bulkUndo(run?.addedCount ?? 0, run?.updatedCount ?? 0)
      if (isBulk && !(await mayDoInBulk(contentsId, question))) throw new FailureError('cancelled')
      // The worker's operations are typed by the contract; only structured cloning lies between.
      return (await door.ask('channel', { name: 'import.undoLast', input })) as Reply<ImportUndo>
    },
    'import.cancel': async () => {
      reading?.abort()
      door.cancel()
      return success({})
    },
  }
}
