import { Button, Group, Progress, Stack, Text } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import type { Progress as LongWorkProgress } from '../../../domain/contract.ts'
import { duplicateLabels } from '../../../domain/labels/duplicate.zh.ts'
import { ask, ledgerEvents } from '../../ledger/ledger-client.ts'
import { FailureNotice } from '../../ui/failure-notice.tsx'

const words = duplicateLabels.list

/** How far the search for doubles has come, and the way to stop it. */
export function ScanProgress() {
  const [progress, setProgress] = useState<LongWorkProgress | null>(null)
  useEffect(
    () =>
      ledgerEvents.onProgress((reported) => {
        if (reported.task === 'duplicateScan') setProgress(reported)
      }),
    [],
  )
  const cancel = useMutation({ mutationFn: () => ask('duplicate.cancel', {}) })
  const percent = progress === null ? 0 : (100 * progress.doneCount) / progress.totalCount
  return (
    <Stack gap="sm" maw="40rem">
      <Text role="status">{words.scanning}</Text>
      <Progress.Root size="lg">
        <Progress.Section value={percent} aria-label={words.progressName} />
      </Progress.Root>
      <FailureNotice error={cancel.error} />
      <Group>
        <Button variant="default" disabled={cancel.isPending} onClick={() => cancel.mutate()}>
          {words.stop}
        </Button>
      </Group>
    </Stack>
  )
}
