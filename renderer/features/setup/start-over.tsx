import { Button } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { startOverLabels as words } from '../../../domain/labels/ledger-folder.zh.ts'
import { appStateQuery } from '../../ledger/app-state.ts'
import { ask } from '../../ledger/ledger-client.ts'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'
import { FailureNotice } from '../../ui/failure-notice.tsx'

interface StartOverProps {
  readonly isBusy: boolean
}

/** The way to set-up when nobody knows where the ledger is: asked for and confirmed, never taken by itself. */
export function StartOver({ isBusy }: StartOverProps) {
  const queries = useQueryClient()
  const [isAsking, setIsAsking] = useState(false)
  const starting = useMutation({
    mutationFn: () => ask('setup.startOver', {}),
    onSuccess: (state) => queries.setQueryData(appStateQuery.queryKey, state),
    onSettled: () => setIsAsking(false),
  })
  return (
    <>
      <Button size="lg" variant="subtle" disabled={isBusy} onClick={() => setIsAsking(true)}>
        {words.action}
      </Button>
      <FailureNotice error={starting.error} />
      <ConfirmDialog
        isOpen={isAsking}
        title={words.title}
        text={words.text}
        confirmLabel={words.confirm}
        cancelLabel={words.cancel}
        isBusy={starting.isPending}
        onCancel={() => setIsAsking(false)}
        onConfirm={() => starting.mutate()}
      />
    </>
  )
}
