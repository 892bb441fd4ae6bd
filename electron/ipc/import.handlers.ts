import { randomUUID } from 'node:crypto'
import { dirname, join } from 'node:path'
import { app, clipboard, webContents } from 'electron'
import { fewPeople } from '../../domain/bulk.ts'
import type { Progress } from '../../domain/contract.ts'
import { FailureError, success, valueOf, type Reply } from '../../domain/failure.ts'
import type { ImportFile, ImportRun, ImportUndo } from '../../domain/roster-import.ts'
import type { SheetMarks } from '../../domain/import-marks.ts'
import type { OwnField } from '../../domain/own-field.ts'
import { correctedFileName } from '../../domain/labels/corrected-copy.zh.ts'
import { templateLabels } from '../../domain/labels/roster-template.zh.ts'
import { dialogTexts } from '../../domain/labels/dialog.zh.ts'
import { startImportReader } from '../import/import-files.ts'
import { correctRosterThrough, fileAt, readRosterThrough } from '../import/reader-process.ts'
import { isSameFile } from '../import/same-file.ts'
import { rosterTemplate } from '../import/template/roster-template.ts'
import type { RosterPart, RosterSource } from '../import/reader-messages.ts'
import type { LedgerDoor } from '../ledger/ledger-door.ts'
import { stemOf } from '../import/file-stem.ts'
import { askForOpenPath, askForSavePath, mayDoInBulk } from '../own-dialogs.ts'
import { writeWholeFile } from '../write-whole-file.ts'
import type { HandlerMap } from './handler-map.ts'

/** Choosing or pasting a roster, reading it in its own process, and stopping. */
export function importHandlers(
  door: LedgerDoor,
  onProgress: (progress: Progress) => void,
): HandlerMap<
  | 'import.chooseFile'
  | 'import.paste'
  | 'import.saveTemplate'
  | 'import.saveCorrected'
  | 'import.cancel'
  | 'import.undoLast'
> {
  let reading: AbortController | undefined
  let chosen: { readonly handle: string; readonly source: RosterSource; readonly sha256: string } | undefined

  /** Has a file read until somebody stops that or the page is gone: what was chosen there is read for nobody else. */
  const untilStopped = async <T>(contentsId: number, read: (signal: AbortSignal) => Promise<T>) => {
    reading?.abort()
    const controller = new AbortController()
    reading = controller
    const page = webContents.fromId(contentsId)
    const stop = () => controller.abort()
    page?.once('destroyed', stop)
    try {
      return await read(controller.signal)
    } finally {
      page?.off('destroyed', stop)
    }
  }

  /** Has a roster read and its pieces put away by the worker; what was read before is forgotten. */
  const readIn = async (source: RosterSource, contentsId: number): Promise<ImportFile> => {
    const { fileName } = source
    const handle = randomUUID()
    const onPart = async (part: RosterPart) => {
      const stored = await door.ask('stagePart', { handle, part })
      if (!stored.ok) throw new FailureError(stored.failure.code)
    }
    const sha256 = await untilStopped(contentsId, async (signal) => {
      try {
        const options = { signal, onProgress, onPart }
        return (await readRosterThrough(startImportReader(), source, options)).sha256
      } catch (error) {
        await door.ask('forgetRoster', { handle })
        throw error
      }
    })
    chosen = { handle, source, sha256 }
    // The worker answers `stageRoster` with its sheets, and the import of the same file if there was one.
    const staged = (await door.ask('stageRoster', { handle, fileName, sha256 })) as Reply<
      Pick<ImportFile, 'importedBefore' | 'sheets'>
    >
    return { handle, fileName, ...valueOf(staged) }
  }

  return {
    'import.chooseFile': async (_input, { contentsId }) => {
      const path = await askForOpenPath(contentsId, {
        title: dialogTexts.chooseRoster,
        properties: ['openFile'],
        filters: [{ name: dialogTexts.rosterFiles, extensions: ['xlsx', 'xls', 'et', 'csv', 'txt'] }],
      })
      return success(path === undefined ? null : await readIn(fileAt(path), contentsId))
    },
    'import.paste': async (_input, { contentsId }) => {
      const text = await clipboard.readText()
      // One word alone is no table.
      if (!/[\t\n]/.test(text.trim())) throw new FailureError('clipboardEmpty')
      return success(await readIn({ text, fileName: dialogTexts.pastedRosterName }, contentsId))
    },
    'import.saveCorrected': async ({ handle }, { contentsId }) => {
      if (chosen?.handle !== handle) throw new FailureError('handleExpired')
      const { source, sha256 } = chosen
      const { fileName } = source
      const folder = 'path' in source ? dirname(source.path) : app.getPath('documents')
      const copyPath = await askForSavePath(contentsId, {
        title: dialogTexts.saveCorrected,
        defaultPath: join(folder, correctedFileName(stemOf(fileName))),
        filters: [{ name: dialogTexts.workbookFiles, extensions: ['xlsx'] }],
      })
      if (copyPath === undefined) return success({ isSaved: false })
      // What the office was sent stays as it came.
      if ('path' in source && (await isSameFile(copyPath, source.path)))
        throw new FailureError('fileNotWritten')
      // The worker answers `correctedCopy` with SheetMarks.
      const marks = valueOf((await door.ask('correctedCopy', { handle })) as Reply<SheetMarks[]>)
      try {
        const copy = await untilStopped(contentsId, (signal) =>
          correctRosterThrough(startImportReader(), { ...source, sha256, marks }, { signal }),
        )
        await writeWholeFile(copyPath, copy)
      } catch (error) {
        await door.ask('correctedCopyFailed', { handle })
        throw error
      }
      return success({ isSaved: true })
    },
    'import.saveTemplate': async (_input, { contentsId }) => {
      const path = await askForSavePath(contentsId, {
        title: dialogTexts.saveTemplate,
        defaultPath: join(app.getPath('documents'), templateLabels.fileName),
        filters: [{ name: dialogTexts.workbookFiles, extensions: ['xlsx'] }],
      })
      if (path === undefined) return success({ isSaved: false })
      // The worker's operations are typed by the contract; only structured cloning lies between.
      const ownFields = valueOf(
        (await door.ask('channel', { name: 'ownField.list', input: {} })) as Reply<OwnField[]>,
      )
      await writeWholeFile(path, await rosterTemplate(ownFields))
      return success({ isSaved: true })
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
