import { randomInt, randomUUID } from 'node:crypto'
import { existsSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { AppState } from '../../domain/app-state.ts'
import { FailureError, success } from '../../domain/failure.ts'
import { dialogTexts } from '../../domain/labels/dialog.zh.ts'
import { setupLabels } from '../../domain/labels/setup.zh.ts'
import { suggestPassword } from '../../domain/password-rule.ts'
import { samplePassword } from '../../domain/sample-account.ts'
import {
  defaultLedgerFolder,
  ledgerFileName,
  readLedgerPlace,
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
  | 'setup.removeSample'
  | 'setup.protectLedger'
  | 'setup.confirmRecoveryCode'
  | 'setup.renewRecoveryCode'
  | 'setup.suggestPassword'

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
    'setup.createLedger': async ({ committee, folderHandle, start, director }) => {
      await refuseStrangers(ledgerSession)
      const isSample = start === 'sample'
      const filePath = isSample ? sampleLedgerFile() : join(folderOf(folderHandle), ledgerFileName)
      // A sample that was left half-written is nobody's data; Windows removes no file that is open.
      if (isSample) {
        await door.ask('close', {})
        removeLedgerFiles(filePath)
      }
      const first = isSample ? { name: setupLabels.sampleDirector, password: samplePassword } : director
      if (first === null) throw new FailureError('invalidInput', 'director')
      try {
        const state = await ledgerSession.enter('create', { filePath, committee, isSample, director: first })
        writeLedgerPlace(filePath)
        return success(withFolder(state, filePath))
      } catch (error) {
        await ledgerSession.open()
        throw error
      }
    },
    'setup.openExisting': async (_input, { contentsId }) => {
      const filePath = await askForOpenPath(contentsId, {
        title: dialogTexts.openLedger,
        properties: ['openFile'],
        filters: [{ name: dialogTexts.ledgerFiles, extensions: ['db'] }],
      })
      if (filePath === undefined) return success(null)
      const reply = await door.ask('look', { filePath })
      // One without a key can still be given one.
      if (!reply.ok && reply.failure.code !== 'ledgerUnprotected') return reply
      writeLedgerPlace(filePath)
      return success(await ledgerSession.open())
    },
    'setup.protectLedger': async ({ director }) => {
      const filePath = readLedgerPlace()
      if (filePath === null) throw new FailureError('ledgerNotOpen')
      return success(await ledgerSession.enter('protect', { filePath, director }))
    },
    'setup.confirmRecoveryCode': async (request) =>
      success(await ledgerSession.enter('confirmRecoveryCode', request)),
    'setup.renewRecoveryCode': async () => success(await ledgerSession.enter('renewRecoveryCode', {})),
    'setup.suggestPassword': async () => {
      const { password, words } = suggestPassword((limit) => randomInt(limit))
      return success({ password, words: [...words] })
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

/** A ledger that somebody set up is left for another one by its directors alone. */
async function refuseStrangers(session: LedgerSession): Promise<void> {
  const { phase } = await session.state()
  const isFree = phase === 'firstRun' || phase === 'failure' || phase === 'unprotected'
  if (!isFree && session.actor()?.role !== 'director') throw new FailureError('notAllowed')
}

function withFolder(state: AppState, filePath: string): AppState {
  return state.phase === 'ready' ? { ...state, folder: dirname(filePath) } : state
}

function isSampleState(state: AppState): boolean {
  return state.phase === 'ready' && state.isSample && state.folder === dirname(sampleLedgerFile())
}

function removeLedgerFiles(filePath: string): void {
  for (const suffix of ['', '-wal', '-shm', '.keys', '.keys.prev', '.tries', '.tries.prev']) {
    if (existsSync(filePath + suffix)) rmSync(filePath + suffix)
  }
}
