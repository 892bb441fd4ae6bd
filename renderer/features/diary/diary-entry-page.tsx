import { Anchor, Stack } from '@mantine/core'
import { IconArrowLeft } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { Link } from 'wouter'
import { asCalendarDate } from '../../../domain/calendar-date.ts'
import type { DiaryContent, DiaryEntry } from '../../../domain/diary.ts'
import { diaryLabels } from '../../../domain/labels/diary.zh.ts'
import { revealedForMs } from '../../../domain/reveal.ts'
import { useReadyState } from '../../ledger/app-state.ts'
import { ledgerQuery } from '../../ledger/ledger-query.ts'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { leaveTo } from '../../ui/leave-guard.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { SuccessNotice } from '../../ui/success-notice.tsx'
import { DiaryActions } from './diary-actions.tsx'
import { DiaryForm } from './diary-form.tsx'
import { diaryValues } from './diary-form-schema.ts'
import { sayInDiary, useDiaryStore } from './diary-store.ts'
import { DiaryText } from './diary-text.tsx'
import { FollowUpCard } from './follow-up-card.tsx'
import { occasionText } from './occasion-text.ts'
import { SealedDiary } from './sealed-diary.tsx'
import classes from './diary.module.css'

const words = diaryLabels.entry

interface DiaryEntryPageProps {
  readonly entryId: number
  readonly isEditing: boolean
}

/** One entry to read, and its form for those whose it is. */
export function DiaryEntryPage({ entryId, isEditing }: DiaryEntryPageProps) {
  const todayOn = useReadyState()?.todayOn
  const { data, error } = useQuery({ ...ledgerQuery('diary.get', { id: entryId }), gcTime: 0 })
  return (
    <Stack gap="md" className={classes.narrow}>
      <Anchor component={Link} href="/diary" className={classes.back}>
        <IconArrowLeft aria-hidden="true" size="1.25rem" />
        {words.back}
      </Anchor>
      <FailureNotice error={error} />
      {data !== undefined && todayOn !== undefined && (
        <Entry entry={data} isEditing={isEditing} todayOn={todayOn} />
      )}
    </Stack>
  )
}

interface EntryProps {
  readonly entry: DiaryEntry
  readonly isEditing: boolean
  readonly todayOn: string
}

function Entry({ entry, isEditing, todayOn }: EntryProps) {
  const [notice, setNotice] = useState(() => useDiaryStore.getState().notice)
  useEffect(() => sayInDiary(null), [])
  const [revealed, setRevealed] = useState<DiaryEntry | null>(null)
  // What was read of a version that is old by now is not shown beside the new one.
  const shown = revealed?.revision === entry.revision ? revealed : entry
  const isWritten = isEditing && shown.isChangeable
  useEffect(() => {
    if (revealed === null || isWritten) return
    const timer = setTimeout(() => setRevealed(null), revealedForMs)
    return () => clearTimeout(timer)
  }, [revealed, isWritten])
  const { id, number } = entry
  const { content } = shown
  if (content !== null && isWritten)
    return (
      <>
        <PageHeader title={diaryLabels.form.editTitle(number)} />
        <Form key={shown.revision} entry={shown} content={content} todayOn={todayOn} />
      </>
    )
  return (
    <>
      <PageHeader title={words.title(number)}>
        {content !== null && <DiaryActions entry={shown} />}
      </PageHeader>
      <SuccessNotice sentence={notice} />
      {content === null ? (
        <SealedDiary entry={entry} onRevealed={setRevealed} />
      ) : (
        <>
          <DiaryText entry={shown} content={content} />
          <FollowUpCard
            entryId={id}
            number={number}
            entryOn={entry.entryOn}
            revision={shown.revision}
            content={content}
            onDone={setNotice}
          />
        </>
      )}
    </>
  )
}

interface FormProps {
  readonly entry: DiaryEntry
  readonly content: DiaryContent
  readonly todayOn: string
}

function Form({ entry, content, todayOn }: FormProps) {
  const [before] = useState(() => diaryValues(entry, content))
  return (
    <DiaryForm
      entry={entry}
      before={before}
      occasion={content.occasion === null ? '' : occasionText(content.occasion)}
      todayOn={asCalendarDate(todayOn)}
      onSaved={({ id, number }) => {
        sayInDiary(words.saved(number))
        leaveTo(`/diary/${id}`)
      }}
      onCancel={() => leaveTo(`/diary/${entry.id}`)}
    />
  )
}
