import { Button, Group } from '@mantine/core'
import { IconPencil, IconTrash } from '@tabler/icons-react'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { navigate } from 'wouter/use-hash-location'
import type { DiaryEntry } from '../../../domain/diary.ts'
import { diaryLabels } from '../../../domain/labels/diary.zh.ts'
import { ask } from '../../ledger/ledger-client.ts'
import { leaveTo } from '../../ui/leave-guard.tsx'
import { ReasonDialog } from '../../ui/reason-dialog.tsx'
import { askDiaryAnew } from './ask-diary-anew.ts'
import { sayInDiary } from './diary-store.ts'

const words = diaryLabels.entry

/** What those may do with an entry whose it is. */
export function DiaryActions({ entry }: { readonly entry: DiaryEntry }) {
  const queries = useQueryClient()
  const [isRemoving, setIsRemoving] = useState(false)
  const removing = useMutation({
    mutationFn: (reason: string) => ask('diary.remove', { id: entry.id, revision: entry.revision, reason }),
    onSuccess: () => {
      sayInDiary(diaryLabels.removal.done(entry.number))
      leaveTo('/diary')
      askDiaryAnew(queries)
    },
  })
  if (!entry.isChangeable) return null
  return (
    <Group gap="sm">
      <Button
        leftSection={<IconPencil aria-hidden="true" />}
        onClick={() => navigate(`/diary/${entry.id}/edit`)}
      >
        {words.edit}
      </Button>
      <Button
        variant="default"
        leftSection={<IconTrash aria-hidden="true" />}
        onClick={() => setIsRemoving(true)}
      >
        {words.remove}
      </Button>
      {isRemoving && (
        <ReasonDialog
          words={{ ...diaryLabels.removal, title: diaryLabels.removal.title(entry.number) }}
          isDangerous
          isBusy={removing.isPending}
          isDone={removing.isSuccess}
          error={removing.error}
          onReason={(reason) => removing.mutate(reason)}
          onCancel={() => setIsRemoving(false)}
        />
      )}
    </Group>
  )
}
