import { randomInt } from 'node:crypto'
import { existsSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { AppState } from '../../domain/app-state.ts'
import { FailureError, success, valueOf } from '../../domain/failure.ts'
import { dialogTexts } from '../../domain/labels/dialog.zh.ts'
import { setupLabels } from '../../domain/labels/setup.zh.ts'
import { samplePassword } from '../../domain/sample-account.ts'
import { retryWhileBusy } from '../../db/retry-while-busy.ts'
import type { ChosenFolders } from '../chosen-folders.ts'
import {
  admitLedgerFolder,
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
  | 'setup.trustClock'
  | 'setup.reactivateLedger'
  | 'setup.startOver'
  | 'setup.removeSample'
  | 'setup.protectLedger'
  | 'setup.confirmRecoveryCode'
  | 'setup.renewRecoveryCode'
  | 'setup.suggestPassword'

/** First run, opening another ledger, and leaving the sample. */
export function setupHandlers(
  door: LedgerDoor,
  ledgerSession: LedgerSession,
  chosenFolders: ChosenFolders,
): HandlerMap<SetupChannel> {
  return {
    'app.state': async () => success(await ledgerSession.state()),
    'setup.chooseFolder': async (_input, { contentsId }) => success(await chosenFolders.ask(contentsId)),
    'setup.createLedger': async ({ committee, folderHandle, start, director }) => {
      await refuseStrangers(ledgerSession)
      const isSample = start === 'sample'
      const folder =
        folderHandle === null ? await defaultLedgerFolder() : chosenFolders.folderOf(folderHandle)
      if (!isSample) await admitLedgerFolder(folder)
      const filePath = isSample ? sampleLedgerFile() : join(folder, ledgerFileName)
      const first = isSample ? { name: setupLabels.sampleDirector, password: samplePassword } : director
      if (first === null) throw new FailureError('invalidInput', 'director')
      const prepare = async () => {
        // A sample that was left half-written is nobody's data; Windows removes no file that is open.
        if (isSample) await removeClosed(door, filePath)
      }
      const settle = async () => {
        try {
          await writeLedgerPlace(filePath)
        } catch (error) {
          // It was made a moment ago and nobody has written into it.
          await removeClosed(door, filePath)
          throw error
        }
      }
      const input = { filePath, committee, isSample, director: first }
      return success(await ledgerSession.enter('create', input, { prepare, settle }))
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
        await door.ask('close', {})
        const reply = await door.ask('look', { filePath })
        // One without a key can still be given one.
        if (reply.ok || reply.failure.code !== 'ledgerUnprotected') valueOf(reply)
        await writeLedgerPlace(filePath)
      }
      return success(await ledgerSession.change(open, { isJustChosen: true }))
    },
    'setup.retry': async () => success(await ledgerSession.change(async () => undefined)),
    'setup.trustClock': async () => success(await ledgerSession.trustClock()),
    'setup.reactivateLedger': async () => {
      const place = await readLedgerPlace()
      if (place.kind !== 'retired') throw new FailureError('notFound')
      return success(await ledgerSession.change(() => writeLedgerPlace(place.ledgerFile)))
    },
    'setup.startOver': async () => {
      const state = await ledgerSession.state()
      const isLost = state.phase === 'failure' && state.failure.code === 'placeDamaged'
      if (!isLost && state.phase !== 'retired') throw new FailureError('notFound')
      return success(await ledgerSession.change(() => writeLedgerPlace(null)))
    },
    'setup.protectLedger': async ({ director }) => {
      const place = await readLedgerPlace()
      const { phase } = await ledgerSession.state()
      // Whoever sits at a ledger that has its key is not sent away for nothing.
      if (place.kind !== 'known' || phase !== 'unprotected') throw new FailureError('ledgerNotOpen')
      return success(await ledgerSession.enter('protect', { filePath: place.ledgerFile, director }))
    },
    'setup.confirmRecoveryCode': async (request) =>
      success(await ledgerSession.enter('confirmRecoveryCode', request)),
    'setup.renewRecoveryCode': async (request) =>
      success(await ledgerSession.enter('renewRecoveryCode', request)),
    'setup.suggestPassword': async () => {
      // Words and how they are read are for whoever sets a password, not for every start.
      const { suggestPassword } = await import('../../domain/password-suggestion.ts')
      const { password, words } = suggestPassword((limit) => randomInt(limit))
      return success({ password, words: [...words] })
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

async function folderToLookIn(ledgerSession: LedgerSession): Promise<string> {
  const state = await ledgerSession.state()
  if (state.phase === 'firstRun') return state.defaultFolder
  return 'folder' in state ? state.folder : defaultLedgerFolder()
}

/** A ledger that somebody set up is left for another one by its directors alone. */
async function refuseStrangers(session: LedgerSession): Promise<void> {
  const { phase } = await session.state()
  const isFree = phase === 'firstRun' || phase === 'failure' || phase === 'unprotected'
  if (!isFree && session.actor()?.role !== 'director') throw new FailureError('notAllowed')
}

function isSampleState(state: AppState): boolean {
  return state.phase === 'ready' && state.isSample && state.folder === dirname(sampleLedgerFile())
}

async function removeClosed(door: LedgerDoor, filePath: string): Promise<void> {
  await door.ask('close', {})
  for (const suffix of ['', '-wal', '-shm', '.keys', '.keys.prev', '.tries', '.tries.prev']) {
    const path = filePath + suffix
    if (existsSync(path)) await retryWhileBusy(() => rmSync(path))
  }
}
