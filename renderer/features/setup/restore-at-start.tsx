import { Button, Stack, Text, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { backupLabels } from '../../../domain/labels/backup.zh.ts'
import { ledgerQuery } from '../../ledger/ledger-query.ts'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { BackupTable } from '../../ui/restore/backup-table.tsx'
import { startRestore } from '../../ui/restore/restore-channels.ts'
import { RestoreDialog } from '../../ui/restore/restore-dialog.tsx'
import { useChosenBackup } from '../../ui/restore/use-chosen-backup.ts'

const words = backupLabels

/** The backups beside a ledger that can't be opened, and the way to one on a stick. */
export function RestoreAtStart() {
  const { data: backups = [], error } = useQuery({ ...ledgerQuery('setup.backups', {}), gcTime: 0 })
  const { chosen, choose, opener, isChoosing, error: choosingError, letGo } = useChosenBackup(startRestore)
  return (
    <section aria-label={words.start.title}>
      <Stack gap="md">
        <Title order={2} size="h4">
          {words.start.title}
        </Title>
        <Text>{backups.length > 0 ? words.start.found : words.start.none}</Text>
        {backups.length > 0 && <BackupTable backups={backups} isBusy={isChoosing} onRestore={choose} />}
        <div>
          <Button variant="default" size="lg" loading={isChoosing} onClick={() => choose(null)}>
            {words.local.chooseFile}
          </Button>
        </div>
        <FailureNotice error={error ?? choosingError} />
        {chosen !== null && (
          <RestoreDialog channels={startRestore} chosen={chosen} focusAfter={opener} onClose={letGo} />
        )}
      </Stack>
    </section>
  )
}
