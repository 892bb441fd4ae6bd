import { Button, Group, Paper, Stack, Text, Title } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { AppState } from '../../../domain/app-state.ts'
import type { Failure } from '../../../domain/failure.ts'
import { ledgerTrouble, ledgerTroubleLabels } from '../../../domain/labels/failure.zh.ts'
import { diagnosticsLabels } from '../../../domain/labels/diagnostics.zh.ts'
import { isRestorable } from '../../../domain/ledger-trouble.ts'
import { appStateQuery } from '../../ledger/app-state.ts'
import { ask } from '../../ledger/ledger-client.ts'
import { Diagnostics } from '../../ui/diagnostics.tsx'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { RestoreAtStart } from './restore-at-start.tsx'
import { StartOver } from './start-over.tsx'
import classes from './setup-page.module.css'

interface LedgerTroublePageProps {
  readonly failure: Failure
  readonly folder: string
}

/** Why the ledger can't be opened and what to do; it never offers to write over anything. */
export function LedgerTroublePage({ failure, folder }: LedgerTroublePageProps) {
  const queries = useQueryClient()
  const follow = (state: AppState | null) => {
    if (state !== null) queries.setQueryData(appStateQuery.queryKey, state)
  }
  const retry = useMutation({ mutationFn: () => ask('setup.retry', {}), onSuccess: follow })
  const openOther = useMutation({ mutationFn: () => ask('setup.openExisting', {}), onSuccess: follow })
  const isBusy = retry.isPending || openOther.isPending
  const trouble = ledgerTrouble(failure.code)
  const isPlaceLost = failure.code === 'placeDamaged'
  const isStillFailing = retry.data?.phase === 'failure'

  return (
    <main className={classes.page}>
      <Paper withBorder p="xl">
        <Stack gap="lg">
          <Title order={1} size="h2">
            {trouble.title}
          </Title>
          <Text>{trouble.what}</Text>
          <section aria-label={ledgerTroubleLabels.next}>
            <Title order={2} size="h4" mb="xs">
              {ledgerTroubleLabels.next}
            </Title>
            <Text>{trouble.next}</Text>
          </section>
          {failure.code === 'programDamaged' && failure.detail !== undefined && (
            <div className={classes.folderText}>
              <span className={classes.folderLabel}>{ledgerTroubleLabels.programFile}</span>
              <span className={classes.path}>{failure.detail}</span>
            </div>
          )}
          <div className={classes.folderText}>
            <span className={classes.folderLabel}>
              {isPlaceLost || failure.code === 'placeBlocked'
                ? ledgerTroubleLabels.usualFolder
                : ledgerTroubleLabels.folder}
            </span>
            <span className={classes.path}>{folder}</span>
          </div>
          <Group gap="md">
            {!isPlaceLost && (
              <Button size="lg" loading={retry.isPending} disabled={isBusy} onClick={() => retry.mutate()}>
                {ledgerTroubleLabels.retry}
              </Button>
            )}
            <Button
              size="lg"
              variant={isPlaceLost ? 'filled' : 'default'}
              disabled={isBusy}
              onClick={() => openOther.mutate()}
            >
              {ledgerTroubleLabels.openOther}
            </Button>
            {isPlaceLost && <StartOver isBusy={isBusy} />}
          </Group>
          <div role="status">{isStillFailing && !isBusy ? ledgerTroubleLabels.stillFailing : ''}</div>
          <FailureNotice error={retry.error ?? openOther.error} />
          {isRestorable(failure.code) && <RestoreAtStart />}
          <section aria-label={diagnosticsLabels.title}>
            <Diagnostics />
          </section>
        </Stack>
      </Paper>
    </main>
  )
}
