import { Button, Group, Paper, Text, Title } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { asCalendarDate, type CalendarDate } from '../../../domain/calendar-date.ts'
import { followUpState, type DiaryContent } from '../../../domain/diary.ts'
import { diaryLabels } from '../../../domain/labels/diary.zh.ts'
import { useMay, useReadyState } from '../../ledger/app-state.ts'
import { ask } from '../../ledger/ledger-client.ts'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { askDiaryAnew } from './ask-diary-anew.ts'
import { CloseFollowUpDialog } from './close-follow-up-dialog.tsx'
import classes from './diary.module.css'

const words = diaryLabels.followUp

interface FollowUpCardProps {
  readonly entryId: number
  readonly number: string
  readonly entryOn: CalendarDate
  readonly revision: number
  readonly content: DiaryContent
  readonly onDone: (sentence: string) => void
}

/** Where the follow-up stands, and the way to close it. */
export function FollowUpCard({ content, onDone, ...entry }: FollowUpCardProps) {
  const queries = useQueryClient()
  const todayOn = useReadyState()?.todayOn
  const mayClose = useMay('diary.closeFollowUp')
  const [isClosing, setIsClosing] = useState(false)
  const done = (sentence: string) => {
    setIsClosing(false)
    onDone(sentence)
    askDiaryAnew(queries)
  }
  const reopening = useMutation({
    mutationFn: () => ask('diary.reopenFollowUp', { id: entry.entryId, revision: entry.revision }),
    onSuccess: () => done(words.reopened),
  })
  if (todayOn === undefined) return null
  const state = followUpState(content, asCalendarDate(todayOn))
  const due = content.followUpOn ?? ''
  return (
    <Paper component="section" withBorder p="lg" aria-label={words.title}>
      <Title order={2} size="h4" mb="xs">
        {words.title}
      </Title>
      <FailureNotice error={reopening.error} />
      {state === 'none' && <Text c="dimmed">{words.none}</Text>}
      {state === 'open' && <Text>{words.open(due)}</Text>}
      {state === 'overdue' && <Text className={classes.late}>{words.overdue(due)}</Text>}
      {state === 'done' && (
        <>
          <Text>{words.done(content.followUpDoneOn ?? '')}</Text>
          <p className={classes.text}>{content.followUpResult}</p>
        </>
      )}
      {mayClose && state !== 'none' && (
        <Group mt="md">
          {state === 'done' ? (
            <Button variant="default" loading={reopening.isPending} onClick={() => reopening.mutate()}>
              {words.reopen}
            </Button>
          ) : (
            <Button onClick={() => setIsClosing(true)}>{words.close}</Button>
          )}
        </Group>
      )}
      {isClosing && (
        <CloseFollowUpDialog
          {...entry}
          todayOn={asCalendarDate(todayOn)}
          firstResult={content.followUpResult}
          onClosed={() => done(words.closed)}
          onCancel={() => setIsClosing(false)}
        />
      )}
    </Paper>
  )
}
