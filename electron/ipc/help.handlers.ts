import { app } from 'electron'
import { join } from 'node:path'
import { success } from '../../domain/failure.ts'
import { diagnosticsLabels as words } from '../../domain/labels/diagnostics.zh.ts'
import { readLedgerPlace } from '../data-folder.ts'
import { diagnosticsText } from '../diagnostics.ts'
import type { LedgerSession } from '../ledger-session.ts'
import { askForSavePath } from '../own-dialogs.ts'
import { systemClock } from '../system-clock.ts'
import { writeWholeFile } from '../write-whole-file.ts'
import type { HandlerMap } from './handler-map.ts'

/** What those need who help by phone. */
export function helpHandlers(ledgerSession: LedgerSession): HandlerMap<'help.saveDiagnostics'> {
  return {
    'help.saveDiagnostics': async (_input, { contentsId }) => {
      const filePath = await askForSavePath(contentsId, {
        title: words.dialogTitle,
        defaultPath: join(app.getPath('desktop'), words.fileName(systemClock.todayOn())),
        filters: [{ name: words.files, extensions: ['txt'] }],
      })
      if (filePath === undefined) return success({ isSaved: false })
      const place = await readLedgerPlace()
      const ledgerFile = place.kind === 'known' ? place.ledgerFile : null
      const text = await diagnosticsText(await ledgerSession.state(), ledgerFile)
      // Old editors take a text without the mark for another encoding.
      await writeWholeFile(filePath, `\uFEFF${text}`)
      return success({ isSaved: true })
    },
  }
}
