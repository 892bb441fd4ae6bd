import { Button, Text } from '@mantine/core'
import { useEffect, useState, type RefObject } from 'react'
import type { Progress } from '../../../domain/contract.ts'
import {
  folderWarningSentences,
  ledgerFolderLabels as words,
} from '../../../domain/labels/ledger-folder.zh.ts'
import type { FolderWarning } from '../../../domain/ledger-folder.ts'
import { ask, ledgerEvents } from '../../ledger/ledger-client.ts'
import { ModalDialog } from '../../ui/modal-dialog.tsx'
import classes from './move-ledger-dialog.module.css'

interface MoveLedgerDialogProps {
  readonly from: string
  readonly to: string
  readonly warning: FolderWarning | null
  readonly isMoving: boolean
  /** What has the focus when the dialog is gone: the button was busy when it opened. */
  readonly focusAfter: RefObject<HTMLElement | null>
  readonly onConfirm: () => void
  readonly onCancel: () => void
}

/** From where to where, and then how far it has come; nothing else can be done meanwhile. */
export function MoveLedgerDialog({
  from,
  to,
  warning,
  isMoving,
  focusAfter,
  onConfirm,
  onCancel,
}: MoveLedgerDialogProps) {
  const stop = () => void ask('settings.cancelMove', {})
  return (
    <ModalDialog
      title={words.confirmTitle}
      width="wide"
      focusAfter={focusAfter}
      onCancel={() => {
        if (!isMoving) onCancel()
      }}
      actions={
        <>
          <Button variant="default" onClick={isMoving ? stop : onCancel}>
            {isMoving ? words.stop : words.cancel}
          </Button>
          <Button onClick={onConfirm} loading={isMoving}>
            {words.confirm}
          </Button>
        </>
      }
    >
      <dl className={classes.folders}>
        <dt>{words.confirmFrom}</dt>
        <dd>{from}</dd>
        <dt>{words.confirmTo}</dt>
        <dd>{to}</dd>
      </dl>
      {warning !== null && <p className={classes.warning}>{folderWarningSentences[warning]}</p>}
      <Text>{words.confirmText}</Text>
      <div role="status">{isMoving && <MoveProgress />}</div>
    </ModalDialog>
  )
}

function MoveProgress() {
  const [progress, setProgress] = useState<Progress | null>(null)
  useEffect(
    () =>
      ledgerEvents.onProgress((news) => {
        if (news.task === 'moveLedger') setProgress(news)
      }),
    [],
  )
  return (
    <div className={classes.moving}>
      <span>{words.moving}</span>
      <progress
        className={classes.progress}
        aria-label={words.progressName}
        max={Math.max(1, progress?.totalCount ?? 1)}
        value={progress?.doneCount ?? 0}
      />
    </div>
  )
}
