import { basename, dirname } from 'node:path'
import type { Progress } from '../../domain/contract.ts'
import { FailureError, success } from '../../domain/failure.ts'
import { keptLedgerName } from '../../domain/labels/ledger-folder.zh.ts'
import { retireLabels } from '../../domain/labels/retire.zh.ts'
import type { ChosenFolders } from '../chosen-folders.ts'
import { admitLedgerFolder, readLedgerPlace, retireLedgerPlace, writeLedgerPlace } from '../data-folder.ts'
import { moveLedger } from '../ledger-move.ts'
import type { LedgerDoor } from '../ledger/ledger-door.ts'
import type { LedgerSession } from '../ledger-session.ts'
import { mayDoInBulk } from '../own-dialogs.ts'
import { systemClock } from '../system-clock.ts'
import type { HandlerMap } from './handler-map.ts'

/** Moving the ledger to another folder, and stopping that. */
export function settingsHandlers(
  door: LedgerDoor,
  ledgerSession: LedgerSession,
  chosenFolders: ChosenFolders,
  onProgress: (progress: Progress) => void,
): HandlerMap<'settings.moveLedger' | 'settings.retireLedger' | 'settings.cancelMove'> {
  let moving: AbortController | undefined

  return {
    'settings.moveLedger': async ({ folderHandle }) => {
      const folder = chosenFolders.folderOf(folderHandle)
      const before = await ledgerSession.state()
      // The sample stays where its removal looks for it.
      if (before.phase !== 'ready' || before.isSample) throw new FailureError('ledgerNotOpen')
      const controller = new AbortController()
      moving = controller
      let keptFile = ''
      const move = async () => {
        const place = await readLedgerPlace()
        if (place.kind !== 'known') throw new FailureError('ledgerNotOpen')
        const from = place.ledgerFile
        await admitLedgerFolder(folder, from)
        const moved = await moveLedger({
          from,
          folder,
          keptName: keptLedgerName(systemClock.todayOn()),
          door,
          readPlace: readLedgerPlace,
          writePlace: writeLedgerPlace,
          onProgress: (doneCount, totalCount) => onProgress({ task: 'moveLedger', doneCount, totalCount }),
          signal: controller.signal,
        })
        keptFile = moved.keptFile
      }
      const state = await ledgerSession.change(move, { isResuming: true })
      return success({ state, keptFolder: dirname(keptFile), keptName: basename(keptFile) })
    },
    'settings.retireLedger': async (_input, { contentsId }) => {
      const before = await ledgerSession.state()
      if (before.phase !== 'ready' || before.isSample) throw new FailureError('ledgerNotOpen')
      if (!(await mayDoInBulk(contentsId, retireLabels.question))) return success(null)
      const retire = async () => {
        const place = await readLedgerPlace()
        if (place.kind !== 'known') throw new FailureError('ledgerNotOpen')
        const written = await door.ask('retire', {})
        if (!written.ok) throw new FailureError(written.failure.code)
        await retireLedgerPlace(place.ledgerFile, systemClock.todayOn())
      }
      return success(await ledgerSession.change(retire, { isResumingAfterFailure: true }))
    },
    'settings.cancelMove': async () => {
      moving?.abort()
      return success({})
    },
  }
}
