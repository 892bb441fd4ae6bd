import { Button, Text } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useCallback } from 'react'
import { Link } from 'wouter'
import type { BulkChange } from '../../../domain/bulk-change.ts'
import { bulkLabels } from '../../../domain/labels/bulk-change.zh.ts'
import { chosenCount, type ResidentSelection } from '../../../domain/resident-selection.ts'
import { ask, failureOf } from '../../ledger/ledger-client.ts'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { SuccessNotice } from '../../ui/success-notice.tsx'
import { WorkProgress } from '../../ui/work-progress.tsx'
import { BulkChangeForm } from './bulk-change-form.tsx'
import { BulkChangePreview } from './bulk-change-preview.tsx'
import { BulkChangeRegister } from './bulk-change-register.tsx'
import { choose, useResidentsStore } from './residents-store.ts'
import { useShownCount } from './use-shown-count.ts'
import classes from './bulk-change-page.module.css'

const words = bulkLabels

/** One change for everybody who is chosen in the list: what, for whom, and the way back. */
export function BulkChangePage() {
  const selection = useResidentsStore((store) => store.selection)
  const shownCount = useShownCount()
  const { looking, applying } = useBulkChange()
  const { reset } = looking
  const forget = useCallback(() => reset(), [reset])
  const isWorking = looking.isPending || applying.isPending
  const error = applying.error ?? looking.error
  const isStopped = error !== null && failureOf(error).code === 'cancelled'

  return (
    <div className={classes.page}>
      <PageHeader title={words.title}>
        <Button component={Link} href="/residents" variant="default">
          {words.back}
        </Button>
      </PageHeader>
      <SuccessNotice sentence={applying.data === undefined ? null : words.done(applying.data.changedCount)} />
      <FailureNotice error={isStopped ? null : error} />
      {isStopped && <Text role="status">{words.stopped}</Text>}
      {selection === null ? (
        applying.data === undefined && <Text>{words.nobody}</Text>
      ) : (
        <>
          <Text fw={600}>{shownCount !== null && words.chosen(chosenCount(selection, shownCount))}</Text>
          <BulkChangeForm
            isBusy={looking.isPending}
            onChanged={forget}
            onLook={(change) => looking.mutate({ selection, change })}
          />
        </>
      )}
      {isWorking && (
        <WorkProgress
          key={looking.isPending ? 'look' : 'apply'}
          task="bulkChange"
          label={words.progressName}
          waitingText={looking.isPending ? words.looking : words.working}
          progressText={words.progress}
          stopLabel={words.stop}
          onStop={() => void ask('bulkChange.cancel', {})}
        />
      )}
      {looking.data !== undefined && selection !== null && (
        <BulkChangePreview
          key={looking.data.handle}
          preview={looking.data}
          isBusy={applying.isPending}
          onApply={() => applying.mutate(looking.data.handle)}
        />
      )}
      {looking.data === undefined && <BulkChangeRegister />}
    </div>
  )
}

function useBulkChange() {
  const queries = useQueryClient()
  const looking = useMutation({
    mutationFn: (asked: { readonly selection: ResidentSelection; readonly change: BulkChange }) =>
      ask('bulkChange.preview', asked),
    onMutate: () => applying.reset(),
  })
  const applying = useMutation({
    mutationFn: (handle: string) => ask('bulkChange.apply', { handle }),
    onSuccess: () => {
      choose(null)
      looking.reset()
      return queries.invalidateQueries()
    },
  })
  return { looking, applying }
}
