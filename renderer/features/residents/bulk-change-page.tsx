import { Button, Text } from '@mantine/core'
import { useCallback } from 'react'
import { Link } from 'wouter'
import { bulkLabels } from '../../../domain/labels/bulk-change.zh.ts'
import { chosenCount } from '../../../domain/resident-selection.ts'
import { ask } from '../../ledger/ledger-client.ts'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { SuccessNotice } from '../../ui/success-notice.tsx'
import { WorkProgress } from '../../ui/work-progress.tsx'
import { BulkChangeForm } from './bulk-change-form.tsx'
import { BulkChangePreview } from './bulk-change-preview.tsx'
import { BulkChangeRegister } from './bulk-change-register.tsx'
import { useResidentsStore } from './residents-store.ts'
import { useBulkChange } from './use-bulk-change.ts'
import { useFoundCount } from './use-found-count.ts'
import classes from './bulk-change-page.module.css'

const words = bulkLabels

/** One change for everybody who is chosen in the list: what, for whom, and the way back. */
export function BulkChangePage() {
  const selection = useResidentsStore((store) => store.selection)
  const { count: shownCount } = useFoundCount(useResidentsStore((store) => store.filter))
  const { looking, applying, undoing, workText, news, isStopped, error } = useBulkChange()
  const { reset } = looking
  const forget = useCallback(() => reset(), [reset])

  return (
    <div className={classes.page}>
      <PageHeader title={words.title}>
        <Button component={Link} href="/residents" variant="default">
          {words.back}
        </Button>
      </PageHeader>
      <SuccessNotice sentence={news} />
      <FailureNotice error={error} />
      {isStopped && <Text role="status">{words.stopped}</Text>}
      {selection === null ? (
        news === null && <Text>{words.nobody}</Text>
      ) : (
        <>
          <Text fw={600}>{shownCount !== null && words.chosen(chosenCount(selection, shownCount))}</Text>
          <BulkChangeForm
            isBusy={workText !== null}
            onChanged={forget}
            onLook={(change) => looking.mutate({ selection, change })}
          />
        </>
      )}
      {workText !== null && (
        <WorkProgress
          key={workText}
          task="bulkChange"
          label={words.progressName}
          waitingText={workText}
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
      {looking.data === undefined && (
        <BulkChangeRegister isBusy={workText !== null} onUndo={undoing.mutate} />
      )}
    </div>
  )
}
