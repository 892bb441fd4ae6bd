import { Button, Group, Paper, Stack, Text, Title } from '@mantine/core'
import { useState } from 'react'
import type { AppState } from '../../../domain/app-state.ts'
import { retireLabels } from '../../../domain/labels/retire.zh.ts'
import { ask } from '../../ledger/ledger-client.ts'
import { useEntering } from '../../ledger/use-entering.ts'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import classes from './setup-page.module.css'

const words = retireLabels.page

interface RetiredPageProps {
  readonly state: Extract<AppState, { phase: 'retired' }>
}

/** The ledger went to another PC; from here it is only taken back on purpose. */
export function RetiredPage({ state }: RetiredPageProps) {
  const [asking, setAsking] = useState<'reactivate' | 'startOver' | null>(null)
  const going = useEntering(
    (way: 'reactivate' | 'startOver') =>
      way === 'reactivate' ? ask('setup.reactivateLedger', {}) : ask('setup.startOver', {}),
    () => setAsking(null),
  )
  const isStartOver = asking === 'startOver'
  return (
    <main className={classes.page}>
      <Paper withBorder p="xl">
        <Stack gap="lg">
          <Title order={1} size="h2">
            {words.title}
          </Title>
          <Text fw={600}>{words.text(state.retiredOn)}</Text>
          <Text>{words.warning}</Text>
          <div className={classes.folderText}>
            <span className={classes.folderLabel}>{words.folder}</span>
            <span className={classes.path}>{state.folder}</span>
          </div>
          <Group gap="md">
            <Button size="lg" variant="default" onClick={() => setAsking('reactivate')}>
              {words.reactivate}
            </Button>
            <Button size="lg" variant="default" onClick={() => setAsking('startOver')}>
              {words.startOver}
            </Button>
          </Group>
          <FailureNotice error={going.error} />
          <ConfirmDialog
            isOpen={asking !== null}
            title={isStartOver ? words.startOverTitle : words.reactivateTitle}
            text={isStartOver ? words.startOverText : words.reactivateText}
            confirmLabel={isStartOver ? words.startOverConfirm : words.reactivateConfirm}
            cancelLabel={words.cancel}
            isDangerous={!isStartOver}
            isBusy={going.isPending}
            onCancel={() => setAsking(null)}
            onConfirm={() => {
              if (asking !== null) going.mutate(asking)
            }}
          />
        </Stack>
      </Paper>
    </main>
  )
}
