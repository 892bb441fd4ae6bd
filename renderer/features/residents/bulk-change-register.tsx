import { Button, Group, Paper, Stack, Text, Title } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { BulkRun } from '../../../domain/bulk-change.ts'
import { bulkChangeText, bulkLabels } from '../../../domain/labels/bulk-change.zh.ts'
import { chineseMoment } from '../../../domain/labels/moment.zh.ts'
import { ask } from '../../ledger/ledger-client.ts'
import { ledgerQuery } from '../../ledger/ledger-query.ts'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { SuccessNotice } from '../../ui/success-notice.tsx'
import { WorkProgress } from '../../ui/work-progress.tsx'
import classes from './bulk-change-page.module.css'

const words = bulkLabels

/** The last changes of many people, each of which can be taken back as one. */
export function BulkChangeRegister() {
  const runs = useQuery(ledgerQuery('bulkChange.list', {}))
  const queries = useQueryClient()
  const [asked, setAsked] = useState<BulkRun | null>(null)
  const undo = useMutation({
    mutationFn: (id: number) => ask('bulkChange.undo', { id }),
    onSuccess: () => queries.invalidateQueries(),
  })
  return (
    <Paper p="md" withBorder>
      <Stack gap="xs">
        <Title order={2} size="h4">
          {words.registerTitle}
        </Title>
        <SuccessNotice sentence={undo.data === undefined ? null : words.undone(undo.data)} />
        <FailureNotice error={undo.error ?? runs.error} />
        {undo.isPending && (
          <WorkProgress
            task="bulkChange"
            label={words.progressName}
            waitingText={words.undoing}
            progressText={words.progress}
            stopLabel={words.stop}
            onStop={() => void ask('bulkChange.cancel', {})}
          />
        )}
        {runs.data?.length === 0 && <Text>{words.registerEmpty}</Text>}
        {runs.data?.map((run) => (
          <Group key={run.id} justify="space-between" gap="sm" className={classes.run ?? ''}>
            <Text>
              {words.run(
                chineseMoment(run.changedAt),
                run.staffName,
                bulkChangeText(run.change),
                run.changedCount,
              )}
            </Text>
            {run.undoneAt === null ? (
              <Button
                variant="default"
                disabled={undo.isPending}
                aria-label={words.undoName(bulkChangeText(run.change))}
                onClick={() => setAsked(run)}
              >
                {words.undo}
              </Button>
            ) : (
              <Text fw={600}>{words.isUndone}</Text>
            )}
          </Group>
        ))}
      </Stack>
      {asked !== null && (
        <ConfirmDialog
          isOpen
          title={words.undoTitle}
          text={words.undoText(bulkChangeText(asked.change), asked.changedCount)}
          confirmLabel={words.undoConfirm}
          cancelLabel={words.undoCancel}
          isDangerous
          onCancel={() => setAsked(null)}
          onConfirm={() => {
            setAsked(null)
            undo.mutate(asked.id)
          }}
        />
      )}
    </Paper>
  )
}
