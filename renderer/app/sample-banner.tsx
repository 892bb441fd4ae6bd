import { Button } from '@mantine/core'
import { IconInfoCircle } from '@tabler/icons-react'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { navigate } from 'wouter/use-hash-location'
import { appLabels } from '../../domain/labels/app.zh.ts'
import { appStateQuery } from '../ledger/app-state.ts'
import { ask } from '../ledger/ledger-client.ts'
import { ConfirmDialog } from '../ui/confirm-dialog.tsx'
import { FailureNotice } from '../ui/failure-notice.tsx'
import classes from './sample-banner.module.css'

const words = appLabels.sample

/** Keeps saying that these people are invented, and removes them in one step. */
export function SampleBanner() {
  const queries = useQueryClient()
  const [isAsking, setIsAsking] = useState(false)
  const removal = useMutation({
    mutationFn: () => ask('setup.removeSample', {}),
    onSuccess: (state) => {
      navigate('/')
      queries.setQueryData(appStateQuery.queryKey, state)
      queries.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== appStateQuery.queryKey[0] })
    },
    onSettled: () => setIsAsking(false),
  })

  return (
    <div className={classes.banner}>
      <span className={classes.sentence}>
        <IconInfoCircle aria-hidden="true" className={classes.icon} />
        <strong>{words.banner}</strong>
        <span className={classes.explanation}>{words.explanation}</span>
      </span>
      <Button size="sm" variant="default" onClick={() => setIsAsking(true)}>
        {words.remove}
      </Button>
      <FailureNotice error={removal.error} />
      <ConfirmDialog
        isOpen={isAsking}
        title={words.removeTitle}
        text={words.removeText}
        confirmLabel={words.removeConfirm}
        cancelLabel={words.removeCancel}
        isDangerous
        isBusy={removal.isPending}
        onCancel={() => setIsAsking(false)}
        onConfirm={() => removal.mutate()}
      />
    </div>
  )
}
