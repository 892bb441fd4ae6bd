import { IconAlertTriangle } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link, useLocation } from 'wouter'
import { asCalendarDate, daysBetween } from '../../domain/calendar-date.ts'
import { backupLabels as words, usbReminderSentence } from '../../domain/labels/backup.zh.ts'
import { chineseMoment } from '../../domain/labels/moment.zh.ts'
import { failureSentence } from '../../domain/labels/failure.zh.ts'
import { ledgerQuery } from '../ledger/ledger-query.ts'
import classes from './ledger-notices.module.css'

/** Unit: milliseconds. */
const lookAgainMs = 60_000

interface BackupReminderProps {
  readonly todayOn: string
}

/** Says in red that no backup is out of the house or that one failed; it can't be put away, only done. */
export function BackupReminder({ todayOn }: BackupReminderProps) {
  const query = ledgerQuery('backup.overview', {})
  const { data: overview } = useQuery({ ...query, refetchInterval: lookAgainMs })
  const [location] = useLocation()
  if (overview === undefined) return null
  const { trouble, reminder, lastUsbOn } = overview
  const days = lastUsbOn === null ? 0 : daysBetween(lastUsbOn, asCalendarDate(todayOn))
  const sentences = [
    ...(trouble === null
      ? []
      : [`${words.troubleTitle(chineseMoment(trouble.at))}${failureSentence(trouble.failure)}`]),
    // The page of backups says it itself, beside the button.
    ...(reminder === 'fine' || location === '/backups' ? [] : [usbReminderSentence(reminder, days)]),
  ]
  return (
    <div role="status" aria-label={words.reminderName}>
      {sentences.map((sentence) => (
        <div key={sentence} className={`${classes.notice ?? ''} ${classes.urgent ?? ''}`}>
          <IconAlertTriangle aria-hidden="true" className={classes.icon} />
          <span className={classes.sentence}>{sentence}</span>
          <Link href="/backups" className={classes.link}>
            {words.toBackups}
          </Link>
        </div>
      ))}
    </div>
  )
}
