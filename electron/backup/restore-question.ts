import type { BackupPreview } from '../../domain/backup.ts'
import { ledgerSizeText } from '../../domain/labels/backup.zh.ts'
import { chineseMoment } from '../../domain/labels/moment.zh.ts'
import { dialogTexts } from '../../domain/labels/dialog.zh.ts'
import { mayDoInBulk } from '../own-dialogs.ts'

/** Whether the ledger may be given up for a backup: no script of the page can press these buttons. */
export function mayRestore(
  contentsId: number,
  preview: BackupPreview,
  { isUndo, isLedgerThere }: { readonly isUndo: boolean; readonly isLedgerThere: boolean },
): Promise<boolean> {
  const words = dialogTexts.restore
  const present = preview.present === null ? null : words.present(ledgerSizeText(preview.present))
  return mayDoInBulk(contentsId, {
    title: isUndo ? words.undoMessage : words.message(chineseMoment(preview.madeAt)),
    text: [
      words.detail(ledgerSizeText(preview)),
      present ?? (isLedgerThere ? words.damaged : words.nothing),
      words.signIn,
    ].join('\n'),
    goOn: words.yes,
    stop: words.no,
  })
}
