import { Button, Group, Paper, Text, Title } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import type { BackupOverview } from '../../../domain/backup.ts'
import { asCalendarDate, daysBetween } from '../../../domain/calendar-date.ts'
import type { ChannelOutput } from '../../../domain/contract.ts'
import { backupLabels, usbReminderSentence } from '../../../domain/labels/backup.zh.ts'
import { ask, failureOf } from '../../ledger/ledger-client.ts'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { SuccessNotice } from '../../ui/success-notice.tsx'
import { StickProgress } from './stick-progress.tsx'
import classes from './backups-page.module.css'

const words = backupLabels.stick

interface StickCardProps {
  readonly overview: BackupOverview
  readonly todayOn: string
  readonly onChanged: () => void
}

/** Carries a backup to a stick: one button for the stick of last time, one for another. */
export function StickCard({ overview, todayOn, onChanged }: StickCardProps) {
  const { stickName, lastUsbOn, reminder } = overview
  const days = lastUsbOn === null ? 0 : daysBetween(lastUsbOn, asCalendarDate(todayOn))
  const carrying = useMutation({
    mutationFn: async (isSameAgain: boolean) => {
      if (isSameAgain) return ask('backup.toStick', { handle: null })
      const stick = await ask('backup.chooseStick', {})
      return stick === null ? null : ask('backup.toStick', { handle: stick.handle })
    },
    onSettled: onChanged,
  })
  const done = carrying.data
  const isStopped = carrying.isError && failureOf(carrying.error).code === 'cancelled'

  return (
    <Paper component="section" withBorder p="lg" aria-label={words.title}>
      <Title order={2} size="h4">
        {words.title}
      </Title>
      <Text mt="xs" mb="md">
        {words.text}
      </Text>
      {reminder === 'fine' ? (
        lastUsbOn !== null && <Text mb="md">{words.last(lastUsbOn, days)}</Text>
      ) : (
        <p className={classes.reminder}>{usbReminderSentence(reminder, days)}</p>
      )}
      <Group gap="md">
        {stickName !== null && (
          <Button size="lg" disabled={carrying.isPending} onClick={() => carrying.mutate(true)}>
            {words.again(stickName)}
          </Button>
        )}
        <Button
          size="lg"
          variant={stickName === null ? 'filled' : 'default'}
          disabled={carrying.isPending}
          onClick={() => carrying.mutate(false)}
        >
          {stickName === null ? words.choose : words.chooseOther}
        </Button>
      </Group>
      {carrying.isPending && <StickProgress />}
      {isStopped ? (
        <p role="status">{words.stopped}</p>
      ) : (
        <div className={classes.outcome}>
          <FailureNotice error={carrying.error} />
        </div>
      )}
      <SuccessNotice sentence={done?.isRemovable === true ? doneSentence(done) : null} />
      {done?.isRemovable === false && (
        <p role="status" className={classes.caution}>
          {words.notRemovable(done.fileName, done.folderName)}
        </p>
      )}
    </Paper>
  )
}

function doneSentence({ fileName, folderName }: ChannelOutput<'backup.toStick'>): string {
  return words.done(fileName, folderName)
}
