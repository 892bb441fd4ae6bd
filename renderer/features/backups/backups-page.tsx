import { Button, Group, Paper, Stack, Text, Title } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { backupLabels as words } from '../../../domain/labels/backup.zh.ts'
import { chineseMoment } from '../../../domain/labels/moment.zh.ts'
import { mayUse } from '../../../domain/permission.ts'
import { useReadyState } from '../../ledger/app-state.ts'
import { ask } from '../../ledger/ledger-client.ts'
import { ledgerQuery } from '../../ledger/ledger-query.ts'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { BackupTable } from '../../ui/restore/backup-table.tsx'
import { deskRestore } from '../../ui/restore/restore-channels.ts'
import { RestoreDialog } from '../../ui/restore/restore-dialog.tsx'
import { useChosenBackup } from '../../ui/restore/use-chosen-backup.ts'
import { SuccessNotice } from '../../ui/success-notice.tsx'
import { StickCard } from './stick-card.tsx'
import classes from './backups-page.module.css'

const overviewQuery = ledgerQuery('backup.overview', {})

/** Carrying a backup out of the house, the backups on this PC, and bringing one back. */
export function BackupsPage() {
  const state = useReadyState()
  const queries = useQueryClient()
  const { data: overview, error } = useQuery({ ...overviewQuery, refetchOnMount: 'always' })
  const [isUndo, setIsUndo] = useState(false)
  const { chosen, choose, opener, isChoosing, error: choosingError, letGo } = useChosenBackup(deskRestore)
  const refresh = () => queries.invalidateQueries({ queryKey: overviewQuery.queryKey })
  const making = useMutation({ mutationFn: () => ask('backup.make', {}), onSettled: refresh })
  const mayRestore = state !== null && mayUse(state.actor, 'backup.restore')
  const undo = overview?.undo ?? null
  const start = (id: string | null, isUndoing: boolean) => {
    setIsUndo(isUndoing)
    choose(id)
  }
  const close = () => {
    letGo()
    void ask('backup.drop', {})
  }
  if (state === null) return null
  if (state.isSample) return <SamplePage />
  return (
    <Stack gap="md" className={classes.page}>
      <PageHeader title={words.title} />
      <FailureNotice error={error ?? choosingError} />
      {overview !== undefined && (
        <StickCard overview={overview} todayOn={state.todayOn} onChanged={refresh} />
      )}
      {undo !== null && mayRestore && (
        <Paper component="section" withBorder p="lg" aria-label={words.restore.undoTitle}>
          <Title order={2} size="h4">
            {words.undo.title(chineseMoment(undo.restoredAt))}
          </Title>
          <Text my="sm">{words.undo.text}</Text>
          <Button variant="default" loading={isChoosing && isUndo} onClick={() => start(undo.id, true)}>
            {words.undo.button}
          </Button>
        </Paper>
      )}
      <Paper component="section" withBorder p="lg" aria-label={words.local.title}>
        <Title order={2} size="h4">
          {words.local.title}
        </Title>
        <Text mt="xs" mb="md">
          {words.local.text}
        </Text>
        <Group gap="md" mb="md">
          <Button variant="default" loading={making.isPending} onClick={() => making.mutate()}>
            {words.local.make}
          </Button>
          {mayRestore && (
            <Button variant="default" disabled={isChoosing} onClick={() => start(null, false)}>
              {words.local.chooseFile}
            </Button>
          )}
          {mayRestore && <Text className={classes.help}>{words.local.chooseFileHelp}</Text>}
        </Group>
        <FailureNotice error={making.error} />
        <SuccessNotice sentence={making.isSuccess ? words.local.made : null} />
        {overview !== undefined && overview.backups.length > 0 && (
          <BackupTable
            backups={overview.backups}
            isBusy={isChoosing}
            {...(mayRestore ? { onRestore: (id: string) => start(id, false) } : {})}
          />
        )}
        {overview?.backups.length === 0 && <Text>{words.local.empty}</Text>}
      </Paper>
      {chosen !== null && (
        <RestoreDialog
          channels={deskRestore}
          chosen={chosen}
          isUndo={isUndo}
          focusAfter={opener}
          onClose={close}
        />
      )}
    </Stack>
  )
}

function SamplePage() {
  return (
    <Stack gap="md" className={classes.page}>
      <PageHeader title={words.title} />
      <Text>{words.sample}</Text>
    </Stack>
  )
}
