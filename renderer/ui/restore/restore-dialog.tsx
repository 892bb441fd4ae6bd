import { Button, Loader } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { type RefObject, useState } from 'react'
import type { BackupPreview, BackupSecret, ChosenBackup } from '../../../domain/backup.ts'
import type { Failure } from '../../../domain/failure.ts'
import { backupLabels } from '../../../domain/labels/backup.zh.ts'
import { appStateQuery } from '../../ledger/app-state.ts'
import { failureOf } from '../../ledger/ledger-client.ts'
import { dangerColor } from '../danger-color.ts'
import { FailureNotice } from '../failure-notice.tsx'
import { leaveTo } from '../leave-guard.tsx'
import { ModalDialog } from '../modal-dialog.tsx'
import { BackupComparison } from './backup-comparison.tsx'
import { BackupSecretForm, secretFormId } from './backup-secret-form.tsx'
import type { RestoreChannels } from './restore-channels.ts'
import classes from './restore.module.css'

const words = backupLabels.restore

interface RestoreDialogProps {
  readonly channels: RestoreChannels
  readonly chosen: ChosenBackup
  readonly isUndo?: boolean
  readonly focusAfter: RefObject<HTMLElement | null>
  readonly onClose: () => void
}

/** From a chosen backup to the restored ledger: open it, see what is in it, decide. */
export function RestoreDialog({ channels, chosen, isUndo = false, focusAfter, onClose }: RestoreDialogProps) {
  const queries = useQueryClient()
  const [opened, setOpened] = useState<BackupPreview | null>(null)
  const own = useQuery({
    queryKey: ['backup.open', chosen.handle],
    queryFn: () => channels.open(chosen.handle, null),
    enabled: !chosen.needsPassword,
    gcTime: 0,
    retry: false,
  })
  const opening = useMutation({
    mutationFn: (secret: BackupSecret) => channels.open(chosen.handle, secret),
    onSuccess: setOpened,
  })
  const restoring = useMutation({
    mutationFn: () => channels.restore(chosen.handle, isUndo),
    onSuccess: (state) => {
      if (state === null) return
      leaveTo('/')
      queries.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== appStateQuery.queryKey[0] })
      queries.setQueryData(appStateQuery.queryKey, state)
    },
    // The ledger may have been closed and opened again.
    onError: () => queries.invalidateQueries({ queryKey: appStateQuery.queryKey }),
  })
  const open = async (secret: BackupSecret): Promise<Failure | null> => {
    try {
      await opening.mutateAsync(secret)
      return null
    } catch (error) {
      return failureOf(error)
    }
  }
  const preview = opened ?? own.data ?? null
  const title = isUndo ? words.undoTitle : words.title
  const isAsking = preview === null && chosen.needsPassword
  const isBusy = opening.isPending || restoring.isPending

  return (
    <ModalDialog
      title={isAsking ? words.secretTitle : title}
      width="wide"
      focusAfter={focusAfter}
      onCancel={() => {
        if (!isBusy) onClose()
      }}
      actions={
        <>
          <Button variant="default" disabled={isBusy} onClick={onClose}>
            {isUndo ? words.undoCancel : words.cancel}
          </Button>
          {isAsking && (
            <Button type="submit" form={secretFormId} loading={opening.isPending}>
              {words.open}
            </Button>
          )}
          {preview !== null && (
            <Button color={dangerColor} loading={restoring.isPending} onClick={() => restoring.mutate()}>
              {isUndo ? words.undoConfirm : words.confirm}
            </Button>
          )}
        </>
      }
    >
      {isAsking && <BackupSecretForm chosen={chosen} onOpen={open} />}
      {preview !== null && <BackupComparison preview={preview} />}
      <FailureNotice error={own.error ?? restoring.error} />
      <div role="status" className={classes.status}>
        {own.isFetching && <Working sentence={words.checking} />}
        {opening.isPending && <Working sentence={words.opening} />}
        {restoring.isPending && <Working sentence={words.restoring} />}
      </div>
    </ModalDialog>
  )
}

function Working({ sentence }: { readonly sentence: string }) {
  return (
    <>
      <Loader size="sm" />
      {sentence}
    </>
  )
}
