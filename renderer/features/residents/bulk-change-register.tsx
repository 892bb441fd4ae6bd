import { Button, Group, Paper, Stack, Text, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { BulkRun } from '../../../domain/bulk-change.ts'
import { bulkChangeText, bulkLabels } from '../../../domain/labels/bulk-change.zh.ts'
import { chineseMoment } from '../../../domain/labels/moment.zh.ts'
import { ledgerQuery } from '../../ledger/ledger-query.ts'
import { useOwnFields } from '../../ledger/use-own-fields.ts'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import classes from './bulk-change-page.module.css'

const words = bulkLabels

interface BulkChangeRegisterProps {
  readonly isBusy: boolean
  readonly onUndo: (runId: number) => void
}

/** The last changes of many people, each of which can be taken back as one. */
export function BulkChangeRegister({ isBusy, onUndo }: BulkChangeRegisterProps) {
  const runs = useQuery(ledgerQuery('bulkChange.list', {}))
  const ownFields = useOwnFields()
  const [asked, setAsked] = useState<BulkRun | null>(null)
  return (
    <Paper p="md" withBorder>
      <Stack gap="xs">
        <Title order={2} size="h4">
          {words.registerTitle}
        </Title>
        <FailureNotice error={runs.error} />
        {runs.data?.length === 0 && <Text>{words.registerEmpty}</Text>}
        {runs.data?.map((run) => (
          <Group key={run.id} justify="space-between" gap="sm" className={classes.run ?? ''}>
            <Text>
              {words.run(
                chineseMoment(run.changedAt),
                run.staffName,
                bulkChangeText(run.change, ownFields),
                run.changedCount,
              )}
            </Text>
            {run.undoneAt === null ? (
              <Button
                variant="default"
                disabled={isBusy}
                aria-label={words.undoName(bulkChangeText(run.change, ownFields))}
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
          text={words.undoText(bulkChangeText(asked.change, ownFields), asked.changedCount)}
          confirmLabel={words.undoConfirm}
          cancelLabel={words.undoCancel}
          isDangerous
          onCancel={() => setAsked(null)}
          onConfirm={() => {
            setAsked(null)
            onUndo(asked.id)
          }}
        />
      )}
    </Paper>
  )
}
