import { Button, Group, Paper, Stack, Text } from '@mantine/core'
import { IconDeviceFloppy } from '@tabler/icons-react'
import { useEffect, useMemo, useRef } from 'react'
import { useForm, useWatch } from 'react-hook-form'
import type { CalendarDate } from '../../../domain/calendar-date.ts'
import type { DiaryDraft, DiaryEntry } from '../../../domain/diary.ts'
import { diaryFieldLabels, diaryLabels } from '../../../domain/labels/diary.zh.ts'
import { DraftOffer } from '../../ui/form/draft-offer.tsx'
import { FormFailure } from '../../ui/form/form-failure.tsx'
import { FormFrame } from '../../ui/form/form-frame.tsx'
import { schemaResolver } from '../../ui/form/schema-resolver.ts'
import { useHookFormDraft } from '../../ui/form/use-hook-form-draft.ts'
import { useSaveKey } from '../../ui/form/use-save-key.ts'
import { LeaveGuard } from '../../ui/leave-guard.tsx'
import { VersionsDialog } from '../../ui/versions-dialog.tsx'
import { DiaryFields } from './diary-fields.tsx'
import {
  blankDiaryValues,
  diaryFormSchema,
  diaryProblems,
  diaryRows,
  type DiaryValues,
} from './diary-form-schema.ts'
import { diaryVersions } from './diary-versions.ts'
import { useSaveDiary } from './use-save-diary.ts'
import classes from './diary.module.css'

const words = diaryLabels.form
const labels = { ...diaryFieldLabels, result: diaryFieldLabels.diaryResult }

interface DiaryFormProps {
  /** Null for a new entry. */
  readonly entry: DiaryEntry | null
  readonly before: DiaryValues
  readonly occasion: string
  readonly todayOn: CalendarDate
  readonly onSaved: (entry: DiaryEntry) => void
  readonly onCancel: () => void
}

/** All of one entry, saved as a whole. */
export function DiaryForm({ entry, before, occasion, todayOn, onSaved, onCancel }: DiaryFormProps) {
  const resolver = useMemo(
    () =>
      schemaResolver<DiaryValues, DiaryDraft>(diaryFormSchema, {
        labels,
        furtherProblems: (values) => diaryProblems(values, todayOn),
      }),
    [todayOn],
  )
  const form = useForm<DiaryValues, unknown, DiaryDraft>({
    mode: 'onTouched',
    defaultValues: before,
    resolver,
  })
  const [visitTaskId, phoneCallId] = useWatch({ control: form.control, name: ['visitTaskId', 'phoneCallId'] })
  // A form that was kept may have been begun after another visit.
  const isOfOccasion = visitTaskId === before.visitTaskId && phoneCallId === before.phoneCallId
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => place.current?.querySelector('input')?.focus({ preventScroll: true }), [])
  const saveButton = useRef<HTMLButtonElement>(null)
  const draft = useHookFormDraft({
    form,
    of: entry === null ? { form: 'newDiaryEntry' } : { form: 'diaryEntry', id: entry.id },
    baseRevision: entry?.revision ?? null,
    before,
    // All new entries share one draft, whoever they were begun about.
    ...(entry === null ? { blank: blankDiaryValues } : {}),
    rows: diaryRows,
  })
  const saving = useSaveDiary({ form, entry, before, draft, onSaved })
  const { isDirty, errors, submitCount } = form.formState
  const submit = () => void form.handleSubmit(saving.save)()
  useSaveKey(submit)
  const problemCount = Object.keys(errors).filter((name) => name !== 'root').length
  return (
    <FormFrame label={words.name} onSubmit={submit}>
      <LeaveGuard isActive={isDirty && !draft.isKept} />
      <DraftOffer draft={draft}>
        <Paper ref={place} withBorder p="lg">
          <Stack gap="lg">
            <FormFailure form={form} />
            <DiaryFields form={form} occasion={isOfOccasion ? occasion : ''} />
          </Stack>
        </Paper>
        {saving.theirs !== null && (
          <VersionsDialog
            fields={diaryVersions(before, form.getValues(), saving.theirs)}
            isBusy={saving.isSaving}
            focusAfter={saveButton}
            onCancel={saving.dismiss}
            onChosen={(choices) => {
              saving.choose(choices)
              submit()
            }}
          />
        )}
        <Group className={classes.saveBar} justify="space-between" gap="md">
          <div>
            {submitCount > 0 && problemCount > 0 ? (
              <Text role="alert" c="var(--mantine-color-error)">
                {words.problems(problemCount)}
              </Text>
            ) : (
              <Text c="dimmed">{words.saveHint}</Text>
            )}
          </div>
          <Group gap="md">
            <Button
              size="lg"
              variant="default"
              onClick={() => {
                draft.changed(null)
                onCancel()
              }}
            >
              {entry === null ? words.giveUp : words.backToEntry}
            </Button>
            <Button
              ref={saveButton}
              type="submit"
              size="lg"
              loading={saving.isSaving}
              leftSection={<IconDeviceFloppy aria-hidden="true" />}
            >
              {words.save}
            </Button>
          </Group>
        </Group>
      </DraftOffer>
    </FormFrame>
  )
}
