import { existsSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { AppState } from '../../domain/app-state.ts'
import { FailureError, success, type Reply } from '../../domain/failure.ts'
import { dialogTexts } from '../../domain/labels/dialog.zh.ts'
import { retryWhileBusy } from '../../db/retry-while-busy.ts'
import type { ChosenFolders } from '../chosen-folders.ts'
import {
  admitLedgerFolder,
  defaultLedgerFolder,
  ledgerFileName,
  sampleLedgerFile,
  writeLedgerPlace,
} from '../data-folder.ts'
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
  | 'setup.startOver'
  | 'setup.removeSample'

/** First run, opening another ledger, and leaving the sample. */
export function setupHandlers(
  door: LedgerDoor,
  ledgerSession: LedgerSession,
  chosenFolders: ChosenFolders,
): HandlerMap<SetupChannel> {
  return {
    'app.state': async () => success(await ledgerSession.state()),
    'setup.chooseFolder': async (_input, { contentsId }) => success(await chosenFolders.ask(contentsId)),
    'setup.createLedger': async ({ committee, folderHandle, start }) => {
      const isSample = start === 'sample'
      const folder =
        folderHandle === null ? await defaultLedgerFolder() : chosenFolders.folderOf(folderHandle)
      if (!isSample) await admitLedgerFolder(folder)
      const filePath = isSample ? sampleLedgerFile() : join(folder, ledgerFileName)
      const create = async () => {
        // A sample that was left half-written is nobody's data; Windows removes no file that is open.
        if (isSample) await removeClosed(door, filePath)
        valueOf(await door.ask('create', { filePath, committee, isSample }))
        try {
          await writeLedgerPlace(filePath)
        } catch (error) {
          // It was made a moment ago and nobody has written into it.
          await removeClosed(door, filePath)
          throw error
        }
      }
      return success(await ledgerSession.change(create))
    },
    'setup.openExisting': async (_input, { contentsId }) => {
      const filePath = await askForOpenPath(contentsId, {
        title: dialogTexts.openLedger,
        defaultPath: await folderToLookIn(ledgerSession),
        properties: ['openFile'],
        filters: [{ name: dialogTexts.ledgerFiles, extensions: ['db'] }],
      })
      if (filePath === undefined) return success(null)
      await admitLedgerFolder(dirname(filePath), filePath)
      const open = async () => {
        valueOf(await door.ask('open', { filePath }))
        await writeLedgerPlace(filePath)
      }
      return success(await ledgerSession.change(open, { isJustChosen: true }))
    },
    'setup.retry': async () => success(await ledgerSession.change(async () => undefined)),
    'setup.startOver': async () => {
      const state = await ledgerSession.state()
      const isLost = state.phase === 'failure' && state.failure.code === 'placeDamaged'
      if (!isLost) throw new FailureError('notFound')
      return success(await ledgerSession.change(() => writeLedgerPlace(null)))
    },
    'setup.removeSample': async () => {
      const state = await ledgerSession.state()
      if (!isSampleState(state)) throw new FailureError('notFound')
      const remove = async () => {
        // First the place: a kill in between leaves a file that nobody names, never a name without its file.
        await writeLedgerPlace(null)
        await removeClosed(door, sampleLedgerFile())
      }
      return success(await ledgerSession.change(remove))
    },
  }
}

/** Throws: the failure in a reply. */
function valueOf<T>(reply: Reply<T>): T {
  if (reply.ok) return reply.value
  const { code, field, detail } = reply.failure
  throw new FailureError(code, field, detail)
}

async function folderToLookIn(ledgerSession: LedgerSession): Promise<string> {
  const state = await ledgerSession.state()
  return state.phase === 'firstRun' ? state.defaultFolder : state.folder
}

function isSampleState(state: AppState): boolean {
  return state.phase === 'ready' && state.isSample && state.folder === dirname(sampleLedgerFile())
}

async function removeClosed(door: LedgerDoor, filePath: string): Promise<void> {
  await door.ask('close', {})
  for (const suffix of ['', '-wal', '-shm']) {
    const path = filePath + suffix
    if (existsSync(path)) await retryWhileBusy(() => rmSync(path))
  }
}
