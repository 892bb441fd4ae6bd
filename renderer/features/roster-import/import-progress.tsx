import { Progress, Stack, Text } from '@mantine/core'
import { useEffect, useState } from 'react'
import type { Progress as LongWorkProgress } from '../../../domain/contract.ts'
import { importLabels } from '../../../domain/labels/import.zh.ts'
import { ledgerEvents } from '../../ledger/ledger-client.ts'

interface ImportProgressProps {
  readonly task: 'importRead' | 'importApply'
  readonly waitingText: string
}

/** How far a long read or write has come, as main reports it. */
export function ImportProgress({ task, waitingText }: ImportProgressProps) {
  const [progress, setProgress] = useState<LongWorkProgress | null>(null)
  useEffect(
    () =>
      ledgerEvents.onProgress((reported) => {
        if (reported.task === task) setProgress(reported)
      }),
    [task],
  )
  const hasTotal = progress !== null && progress.totalCount > 0
  const percent = hasTotal ? Math.min(100, (100 * progress.doneCount) / progress.totalCount) : 0
  return (
    <Stack gap="xs" w="100%" maw="40rem">
      <Progress.Root size="lg">
        <Progress.Section
          value={hasTotal ? percent : 100}
          striped={!hasTotal}
          animated={!hasTotal}
          aria-label={importLabels.apply.progressName}
        />
      </Progress.Root>
      <Text role="status">
        {hasTotal ? importLabels.apply.progress(progress.doneCount, progress.totalCount) : waitingText}
      </Text>
    </Stack>
  )
}
