import { Button } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { importLabels } from '../../../domain/labels/import.zh.ts'
import { ask } from '../../ledger/ledger-client.ts'
import { FailureNotice } from '../../ui/failure-notice.tsx'

const words = importLabels.apply

interface StopImportProps {
  readonly label: string
}

/** Stops the reading or writing that is under way, which then ends by itself. */
export function StopImport({ label }: StopImportProps) {
  const cancel = useMutation({ mutationFn: () => ask('import.cancel', {}) })
  const isStopping = cancel.isPending || cancel.isSuccess
  return (
    <>
      <FailureNotice error={cancel.error} />
      <Button size="lg" variant="default" disabled={isStopping} onClick={() => cancel.mutate()}>
        {isStopping ? words.cancelling : label}
      </Button>
    </>
  )
}
