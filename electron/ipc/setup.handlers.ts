import { randomUUID } from 'node:crypto'
import { existsSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { AppState } from '../../domain/app-state.ts'
import { FailureError, success } from '../../domain/failure.ts'
import { dialogTexts } from '../../domain/labels/dialog.zh.ts'
import { defaultLedgerFolder, ledgerFileName, sampleLedgerFile, writeLedgerPlace } from '../data-folder.ts'
import type { LedgerDoor } from '../ledger/ledger-door.ts'
import type { LedgerSession } from '../ledger-session.ts'
import { askForOpenPath } from '../own-dialogs.ts'
import type { HandlerMap } from './handler-map.ts'

type SetupChannel =
  | 'app.state'
  | 'setup.chooseFolder'
  | 'setup.createLedger'
  | 'setup.openExisting'
  | 'setup.retry'
  | 'setup.removeSample'

/** First run, opening another ledger, and leaving the sample. */
export function setupHandlers(door: LedgerDoor, ledgerSession: LedgerSession): HandlerMap<SetupChannel> {
  const chosenFolders = new Map<string, string>()

  const folderOf = (handle: string | null): string => {
    if (handle === null) return defaultLedgerFolder()
    const folder = chosenFolders.get(handle)
    if (folder === undefined) throw new FailureError('handleExpired')
    return folder
  }

  return {
    'app.state': async () => success(await ledgerSession.state()),
    'setup.chooseFolder': async (_input, { contentsId }) => {
      const folder = await askForOpenPath(contentsId, {
        title: dialogTexts.chooseFolder,
        properties: ['openDirectory', 'createDirectory'],
      })
      if (folder === undefined) return success(null)
      const handle = randomUUID()
      chosenFolders.set(handle, folder)
      return success({ handle, folder })
    },
    'setup.createLedger': async ({ committee, folderHandle, start }) => {
      const isSample = start === 'sample'
      const filePath = isSample ? sampleLedgerFile() : join(folderOf(folderHandle), ledgerFileName)
      // A sample that was left half-written is nobody's data; Windows removes no file that is open.
      if (isSample) {
        await door.ask('close', {})
        removeLedgerFiles(filePath)
      }
      const reply = await door.ask('create', { filePath, committee, isSample })
      if (!reply.ok) {
        await door.ask('close', {})
        await ledgerSession.open()
        return reply
      }
      writeLedgerPlace(filePath)
      return success(await ledgerSession.open())
    },
    'setup.openExisting': async (_input, { contentsId }) => {
      const filePath = await askForOpenPath(contentsId, {
        title: dialogTexts.openLedger,
        properties: ['openFile'],
        filters: [{ name: dialogTexts.ledgerFiles, extensions: ['db'] }],
      })
      if (filePath === undefined) return success(null)
      const reply = await door.ask('open', { filePath })
      if (!reply.ok) {
        // The ledger in use was let go of for the one that can't be opened.
        await ledgerSession.open()
        return reply
      }
      writeLedgerPlace(filePath)
      return success(await ledgerSession.open())
    },
    'setup.retry': async () => success(await ledgerSession.open()),
    'setup.removeSample': async () => {
      const state = await ledgerSession.state()
      if (!isSampleState(state)) throw new FailureError('notFound')
      await door.ask('close', {})
      removeLedgerFiles(sampleLedgerFile())
      writeLedgerPlace(null)
      return success(await ledgerSession.open())
    },
  }
}

function isSampleState(state: AppState): boolean {
  return state.phase === 'ready' && state.isSample && state.folder === dirname(sampleLedgerFile())
}

function removeLedgerFiles(filePath: string): void {
  for (const suffix of ['', '-wal', '-shm']) {
    if (existsSync(filePath + suffix)) rmSync(filePath + suffix)
  }
}
