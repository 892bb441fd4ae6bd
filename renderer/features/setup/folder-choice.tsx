import { Button } from '@mantine/core'
import { folderWarningSentences } from '../../../domain/labels/ledger-folder.zh.ts'
import { setupLabels } from '../../../domain/labels/setup.zh.ts'
import type { FolderWarning } from '../../../domain/ledger-folder.ts'
import classes from './setup-page.module.css'

interface FolderChoiceProps {
  readonly folder: string
  readonly warning: FolderWarning | null
  readonly isBusy: boolean
  readonly onChange: () => void
}

/** Where the ledger will lie; most offices never touch it. */
export function FolderChoice({ folder, warning, isBusy, onChange }: FolderChoiceProps) {
  return (
    <div className={classes.folder}>
      <div className={classes.folderText} role="status">
        <span className={classes.folderLabel}>{setupLabels.folder}</span>
        <span className={classes.path}>{folder}</span>
        {warning !== null && <span className={classes.warning}>{folderWarningSentences[warning]}</span>}
      </div>
      <Button
        variant="default"
        disabled={isBusy}
        onClick={onChange}
        aria-label={setupLabels.changeFolderName}
      >
        {setupLabels.changeFolder}
      </Button>
    </div>
  )
}
