import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { app } from 'electron'
import type { AppState } from '../../domain/app-state.ts'
import type { BackupPreview, BackupOverview, ChosenBackup } from '../../domain/backup.ts'
import type { Progress } from '../../domain/contract.ts'
import { FailureError, success, valueOf } from '../../domain/failure.ts'
import { backupExtension } from '../../domain/labels/backup.zh.ts'
import { dialogTexts } from '../../domain/labels/dialog.zh.ts'
import { isRestorable } from '../../domain/ledger-trouble.ts'
import type { ChosenSticks } from '../backup/chosen-stick.ts'
import { mayRestore } from '../backup/restore-question.ts'
import { copyToStick } from '../backup/stick-copy.ts'
import {
  admitLedgerFolder,
  defaultLedgerFolder,
  ledgerFileName,
  readLedgerPlace,
  writeLedgerPlace,
} from '../data-folder.ts'
import type { BackupsThere, MadeBackup } from '../ledger/door-messages.ts'
import type { LedgerDoor } from '../ledger/ledger-door.ts'
import type { LedgerSession } from '../ledger-session.ts'
import { askForOpenPath } from '../own-dialogs.ts'
import type { HandlerMap } from './handler-map.ts'

type BackupChannel =
  | 'backup.overview'
  | 'backup.make'
  | 'backup.chooseStick'
  | 'backup.toStick'
  | 'backup.stopStick'
  | 'backup.choose'
  | 'backup.open'
  | 'backup.restore'
  | 'backup.drop'
  | 'setup.backups'
  | 'setup.chooseBackup'
  | 'setup.openBackup'
  | 'setup.restoreBackup'

/** The backup in hand, where it lies, and what is in it once it was opened. */
interface LookedAt {
  readonly handle: string
  readonly source: string
  readonly preview: BackupPreview | null
}

interface BackupDesk {
  readonly door: LedgerDoor
  readonly session: LedgerSession
  readonly sticks: ChosenSticks
  readonly onProgress: (progress: Progress) => void
}

/** Making backups, carrying them away and bringing them back. */
export function backupHandlers({ door, session, sticks, onProgress }: BackupDesk): HandlerMap<BackupChannel> {
  let carrying: AbortController | undefined
  /** What the person is asked about is what main was told, never what the page says. */
  let looked: LookedAt | undefined

  const there = async () => valueOf(await door.ask('backups', {})) as BackupsThere
  const beside = async () => {
    const ledgerFile = await placeToRestore(session)
    return valueOf(await door.ask('backupsBeside', { ledgerFile })) as MadeBackup[]
  }
  const choose = async (source: string | undefined, ledgerFile: string) => {
    looked = undefined
    if (source === undefined) return success(null)
    const workFile = join(app.getPath('userData'), 'restoring', 'backup.db')
    const chosen = valueOf(await door.ask('chooseBackup', { source, ledgerFile, workFile })) as ChosenBackup
    looked = { handle: chosen.handle, source, preview: null }
    return success(chosen)
  }
  const open: HandlerMap<'backup.open'>['backup.open'] = async (request) => {
    const preview = valueOf(await door.ask('openBackup', request)) as BackupPreview
    if (looked?.handle === request.handle) looked = { ...looked, preview }
    return success(preview)
  }
  const lookedAt = (handle: string) => {
    if (looked?.handle !== handle || looked.preview === null) throw new FailureError('handleExpired')
    return { ...looked, preview: looked.preview }
  }

  return {
    'backup.overview': async () => {
      const { backups, undo, ...rest } = await there()
      const overview: BackupOverview = {
        ...rest,
        backups: backups.map(listed),
        stickName: await sticks.lastName(),
        undo: undo === null ? null : { id: idIn(backups, undo.filePath), restoredAt: undo.restoredAt },
      }
      return success(overview)
    },
    'backup.make': async () => success(listed(valueOf(await door.ask('backUp', {})) as MadeBackup)),
    'backup.chooseStick': async (_input, { contentsId }) => success(await sticks.ask(contentsId)),
    'backup.toStick': async ({ handle }) => {
      const stick = await sticks.stickOf(handle)
      const controller = new AbortController()
      carrying = controller
      const made = valueOf(await door.ask('backUp', {})) as MadeBackup
      const fileName = await copyToStick({
        source: made.filePath,
        folder: stick.folder,
        signal: controller.signal,
        onProgress: (doneCount, totalCount) => onProgress({ task: 'stick', doneCount, totalCount }),
      })
      await sticks.remember(stick)
      // On a disk of this PC it does not save the office from losing the PC: the reminder stays.
      if (stick.isRemovable) valueOf(await door.ask('recordOnStick', { seq: made.seq }))
      return success({ fileName, folderName: stick.name, isRemovable: stick.isRemovable })
    },
    'backup.stopStick': async () => {
      carrying?.abort()
      return success({})
    },
    'backup.choose': async ({ id }, { contentsId }) => {
      const source = id === null ? await askForBackup(contentsId) : pathOf((await there()).backups, id)
      return choose(source, await openLedgerFile())
    },
    'backup.open': open,
    'backup.restore': async ({ handle, isUndo }, { contentsId }) => {
      const { source, preview } = lookedAt(handle)
      // The trail would say of any other backup that it took a restore back.
      if (isUndo && source !== (await there()).undo?.filePath) throw new FailureError('handleExpired')
      if (!(await mayRestore(contentsId, preview, { isUndo, isLedgerThere: true }))) return success(null)
      const restore = async () => void valueOf(await door.ask('restoreBackup', { handle, isUndo }))
      return success(await session.change(restore, { isResumingAfterFailure: true }))
    },
    'backup.drop': async () => {
      await door.ask('dropBackup', {})
      return success({})
    },
    'setup.backups': async () => success((await beside()).map(listed)),
    'setup.chooseBackup': async ({ id }, { contentsId }) => {
      const ledgerFile = await placeToRestore(session)
      const source = id === null ? await askForBackup(contentsId) : pathOf(await beside(), id)
      return choose(source, ledgerFile)
    },
    'setup.openBackup': async (request, context) => {
      await placeToRestore(session)
      return open(request, context)
    },
    'setup.restoreBackup': async ({ handle }, { contentsId }) => {
      const ledgerFile = await placeToRestore(session)
      const { phase } = await session.state()
      const question = { isUndo: false, isLedgerThere: phase === 'failure' }
      if (!(await mayRestore(contentsId, lookedAt(handle).preview, question))) return success(null)
      return success(await session.change(() => restoreAt(door, handle, ledgerFile), { isJustChosen: true }))
    },
  }
}

async function restoreAt(door: LedgerDoor, handle: string, ledgerFile: string): Promise<void> {
  valueOf(await door.ask('restoreBackup', { handle, isUndo: false }))
  const place = await readLedgerPlace()
  if (place.kind !== 'known') await writeLedgerPlace(ledgerFile)
}

/**
 * Where a restored ledger goes while nobody is signed in. Throws: notAllowed when there is a ledger to sign in to, or
 * one that another program works with.
 */
async function placeToRestore(session: LedgerSession): Promise<string> {
  const state: AppState = await session.state()
  if (state.phase === 'firstRun') {
    const folder = await defaultLedgerFolder()
    await admitLedgerFolder(folder)
    const ledgerFile = join(folder, ledgerFileName)
    // Another account of this PC may work on it.
    if (existsSync(ledgerFile)) throw new FailureError('ledgerExists')
    return ledgerFile
  }
  const isFree = state.phase === 'failure' && isRestorable(state.failure.code)
  const place = await readLedgerPlace()
  if (!isFree || place.kind !== 'known') throw new FailureError('notAllowed')
  return place.ledgerFile
}

async function openLedgerFile(): Promise<string> {
  const place = await readLedgerPlace()
  if (place.kind !== 'known') throw new FailureError('ledgerNotOpen')
  return place.ledgerFile
}

function askForBackup(contentsId: number): Promise<string | undefined> {
  return askForOpenPath(contentsId, {
    title: dialogTexts.chooseBackup,
    properties: ['openFile'],
    filters: [{ name: dialogTexts.backupFiles, extensions: [backupExtension] }],
  })
}

/** Throws: notFound for what is no name of the list. */
function pathOf(backups: readonly MadeBackup[], id: string): string {
  const found = backups.find(({ fileName }) => fileName === id)
  if (found === undefined) throw new FailureError('notFound')
  return found.filePath
}

function idIn(backups: readonly MadeBackup[], path: string): string {
  return backups.find(({ filePath }) => filePath === path)?.fileName ?? ''
}

function listed({ fileName, facts }: MadeBackup) {
  return { ...facts, id: fileName }
}
