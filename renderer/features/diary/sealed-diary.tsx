import { Button, Paper, Stack, Text, Title } from '@mantine/core'
import { IconLock } from '@tabler/icons-react'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import type { DiaryEntry } from '../../../domain/diary.ts'
import { diaryFieldLabels, diaryLabels } from '../../../domain/labels/diary.zh.ts'
import type { RevealReason } from '../../../domain/reveal.ts'
import { ask } from '../../ledger/ledger-client.ts'
import { RevealDialog } from '../../ui/reveal-dialog.tsx'
import classes from './diary.module.css'

const words = diaryLabels.entry

interface SealedDiaryProps {
  readonly entry: DiaryEntry
  readonly onRevealed: (entry: DiaryEntry) => void
}

/** A sealed entry before anybody said why they want to read it. */
export function SealedDiary({ entry, onRevealed }: SealedDiaryProps) {
  const [isAsking, setIsAsking] = useState(false)
  const revealing = useMutation({
    mutationFn: (reason: RevealReason) => ask('diary.reveal', { id: entry.id, reason }),
    onSuccess: (revealed) => {
      setIsAsking(false)
      onRevealed(revealed)
    },
    gcTime: 0,
  })
  return (
    <Paper component="section" withBorder p="lg" aria-label={words.sealedTitle}>
      <Stack gap="md" align="flex-start">
        <Title order={2} size="h4" className={classes.sealed}>
          <IconLock aria-hidden="true" size="1.25rem" />
          {words.sealedTitle}
        </Title>
        <dl className={classes.facts}>
          <dt>{diaryFieldLabels.entryOn}</dt>
          <dd>{entry.entryOn}</dd>
          <dt>{words.author}</dt>
          <dd>{entry.staffName}</dd>
        </dl>
        <Text>{entry.isReadable ? words.sealedText : words.sealedNotYours}</Text>
        {entry.isReadable && <Button onClick={() => setIsAsking(true)}>{words.reveal}</Button>}
      </Stack>
      {isAsking && (
        <RevealDialog
          title={words.revealTitle(entry.number)}
          isBusy={revealing.isPending}
          error={revealing.error}
          onConfirm={(reason) => revealing.mutate(reason)}
          onCancel={() => {
            revealing.reset()
            setIsAsking(false)
          }}
        />
      )}
    </Paper>
  )
}
