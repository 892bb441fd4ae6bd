import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import type { UseFormReturn } from 'react-hook-form'
import type { DiaryDraft, DiaryEntry } from '../../../domain/diary.ts'
import { ask, failureOf } from '../../ledger/ledger-client.ts'
import { markFailure } from '../../ui/form/form-failure.tsx'
import type { FormDraft } from '../../ui/form/use-form-draft.ts'
import type { VersionChoice } from '../../ui/versions.ts'
import { askDiaryAnew } from './ask-diary-anew.ts'
import { diaryValues, type DiaryValues } from './diary-form-schema.ts'
import { chosenDiary } from './diary-versions.ts'

interface SaveDiary {
  readonly form: UseFormReturn<DiaryValues, unknown, DiaryDraft>
  readonly entry: DiaryEntry | null
  readonly before: DiaryValues
  readonly draft: FormDraft
  readonly onSaved: (entry: DiaryEntry) => void
}

/** Saves the form on the version it was filled from; what somebody else saved meanwhile is shown beside it. */
export function useSaveDiary({ form, entry, draft, onSaved }: SaveDiary) {
  const queries = useQueryClient()
  const revision = useRef(entry?.revision ?? null)
  const [theirEntry, setTheirEntry] = useState<DiaryEntry | null>(null)
  const comparing = useMutation({
    mutationFn: (id: number) => ask('diary.get', { id }),
    onSuccess: setTheirEntry,
    onError: (error) => markFailure(form, failureOf(error)),
  })
  const saving = useMutation({
    mutationFn: (written: DiaryDraft) =>
      ask('diary.save', { id: entry?.id ?? null, revision: revision.current, draft: written }),
    onMutate: draft.hold,
    onSuccess: (saved) => {
      draft.saved()
      askDiaryAnew(queries)
      onSaved(saved)
    },
    onError: (error) => {
      draft.release()
      const failure = failureOf(error)
      markFailure(form, failure.field === 'residentIds' ? { ...failure, field: 'people' } : failure)
      if (failure.code === 'staleRecord' && entry !== null) comparing.mutate(entry.id)
    },
  })
  // A sealed entry is not given out without a reason, so there is nothing to show beside it.
  const content = theirEntry?.content ?? null
  const theirs = theirEntry === null || content === null ? null : diaryValues(theirEntry, content)
  return {
    save: (written: DiaryDraft) => {
      if (!saving.isPending) saving.mutate(written)
    },
    theirs,
    choose: (choices: ReadonlyMap<string, VersionChoice>) => {
      if (theirEntry === null || theirs === null) return
      revision.current = theirEntry.revision
      form.reset(chosenDiary(form.getValues(), theirs, choices), { keepDefaultValues: true })
      setTheirEntry(null)
      saving.reset()
    },
    dismiss: () => setTheirEntry(null),
    isSaving: saving.isPending || comparing.isPending,
  }
}
