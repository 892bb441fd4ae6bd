import { Button, Group, Paper, Stack, Text, Title } from '@mantine/core'
import type { AppState } from '../../../domain/app-state.ts'
import { clockLabels as words } from '../../../domain/labels/clock.zh.ts'
import { ask } from '../../ledger/ledger-client.ts'
import { useEntering } from '../../ledger/use-entering.ts'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import classes from './setup-page.module.css'

interface ClockPageProps {
  readonly state: Extract<AppState, { phase: 'clockDoubted' }>
}

/** Asks about a clock that is plainly wrong before anything is dated by it. */
export function ClockPage({ state: { todayOn, lastOn } }: ClockPageProps) {
  const retry = useEntering(
    () => ask('setup.retry', {}),
    () => undefined,
  )
  const trust = useEntering(
    () => ask('setup.trustClock', {}),
    () => undefined,
  )
  const isBusy = retry.isPending || trust.isPending
  return (
    <main className={classes.page}>
      <Paper withBorder p="xl">
        <Stack gap="lg">
          <Title order={1} size="h2">
            {words.title}
          </Title>
          <Text fw={600} size="lg">
            {words.shown(todayOn)}
            {lastOn !== null && words.last(lastOn)}
          </Text>
          <Text>{words.why}</Text>
          <Text>{words.next}</Text>
          <Group gap="md">
            <Button
              size="lg"
              loading={retry.isPending}
              disabled={isBusy}
              onClick={() => retry.mutate(undefined)}
            >
              {words.retry}
            </Button>
            <Button
              size="lg"
              variant="default"
              loading={trust.isPending}
              disabled={isBusy}
              onClick={() => trust.mutate(undefined)}
            >
              {words.trust}
            </Button>
          </Group>
          <div role="status">
            {retry.data?.phase === 'clockDoubted' && !isBusy ? words.stillDoubtful : ''}
          </div>
          <FailureNotice error={retry.error ?? trust.error} />
        </Stack>
      </Paper>
    </main>
  )
}
