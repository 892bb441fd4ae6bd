import { Anchor, Stack } from '@mantine/core'
import { IconArrowLeft } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Link } from 'wouter'
import { asCalendarDate } from '../../../domain/calendar-date.ts'
import type { ChannelInput } from '../../../domain/contract.ts'
import { diaryLabels } from '../../../domain/labels/diary.zh.ts'
import { useReadyState } from '../../ledger/app-state.ts'
import { ledgerQuery } from '../../ledger/ledger-query.ts'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { leaveTo } from '../../ui/leave-guard.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { DiaryForm } from './diary-form.tsx'
import { newDiaryValues } from './diary-form-schema.ts'
import { sayInDiary } from './diary-store.ts'
import { occasionText } from './occasion-text.ts'
import classes from './diary.module.css'

const words = diaryLabels.form

/** A new entry, with what is known of the person, the visit or the call it is opened from. */
export function NewDiaryPage({ about }: { readonly about: ChannelInput<'diary.begin'> }) {
  const state = useReadyState()
  const { data, error } = useQuery({ ...ledgerQuery('diary.begin', about), gcTime: 0, staleTime: Infinity })
  if (state === null) return null
  return (
    <Stack gap="md" className={classes.narrow}>
      <Anchor component={Link} href="/diary" className={classes.back}>
        <IconArrowLeft aria-hidden="true" size="1.25rem" />
        {words.back}
      </Anchor>
      <PageHeader title={words.newTitle} />
      <FailureNotice error={error} />
      {data !== undefined && (
        <Filled beginning={data} staffId={state.actor.staffId} todayOn={state.todayOn} />
      )}
    </Stack>
  )
}

interface FilledProps {
  readonly beginning: Parameters<typeof newDiaryValues>[0]
  readonly staffId: number
  readonly todayOn: string
}

function Filled({ beginning, staffId, todayOn }: FilledProps) {
  const [before] = useState(() => ({ ...newDiaryValues(beginning), staffId: String(staffId) }))
  const { visitTaskId, phoneCallId, people, entryOn } = beginning
  const kind = visitTaskId !== null ? 'visit' : phoneCallId !== null ? 'call' : null
  return (
    <DiaryForm
      entry={null}
      before={before}
      occasion={kind === null ? '' : occasionText({ kind, residentName: people[0]?.name ?? '', on: entryOn })}
      todayOn={asCalendarDate(todayOn)}
      onSaved={({ id, number }) => {
        sayInDiary(diaryLabels.entry.saved(number))
        leaveTo(`/diary/${id}`)
      }}
      onCancel={() => leaveTo('/diary')}
    />
  )
}
