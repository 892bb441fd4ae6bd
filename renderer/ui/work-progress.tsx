import { Button, Group, Progress, Stack, Text } from '@mantine/core'
import { useEffect, useState } from 'react'
import type { Progress as LongWorkProgress } from '../../domain/contract.ts'
import { ledgerEvents } from '../ledger/ledger-client.ts'

interface WorkProgressProps {
  readonly task: LongWorkProgress['task']
  /** Names the bar. */
  readonly label: string
  readonly waitingText: string
  readonly progressText: (doneCount: number, totalCount: number) => string
  readonly stopLabel: string
  readonly onStop: () => void
}

/** How far long work has come, as main reports it, and a way to stop it. */
export function WorkProgress({ task, ...props }: WorkProgressProps) {
  const [progress, setProgress] = useState<LongWorkProgress | null>(null)
  const [isStopping, setIsStopping] = useState(false)
  useEffect(
    () =>
      ledgerEvents.onProgress((reported) => {
        if (reported.task === task) setProgress(reported)
      }),
    [task],
  )
  const hasTotal = progress !== null && progress.totalCount > 0
  return (
    <Stack gap="xs" w="100%" maw="40rem">
      <Progress.Root size="lg">
        <Progress.Section
          value={hasTotal ? Math.min(100, (100 * progress.doneCount) / progress.totalCount) : 100}
          striped={!hasTotal}
          animated={!hasTotal}
          aria-label={props.label}
        />
      </Progress.Root>
      <Group gap="md">
        <Text role="status">
          {hasTotal ? props.progressText(progress.doneCount, progress.totalCount) : props.waitingText}
        </Text>
        <Button
          variant="default"
          disabled={isStopping}
          onClick={() => {
            setIsStopping(true)
            props.onStop()
          }}
        >
          {props.stopLabel}
        </Button>
      </Group>
    </Stack>
  )
}
