import { Button } from '@mantine/core'
import { setupLabels } from '../../../domain/labels/setup.zh.ts'
import classes from './setup-page.module.css'

interface FolderChoiceProps {
  readonly folder: string
  readonly isBusy: boolean
  readonly onChange: () => void
}

/** Where the ledger will lie; most offices never touch it. */
export function FolderChoice({ folder, isBusy, onChange }: FolderChoiceProps) {
  return (
    <div className={classes.folder}>
      <div className={classes.folderText} role="status">
        <span className={classes.folderLabel}>{setupLabels.folder}</span>
        <span className={classes.path}>{folder}</span>
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
