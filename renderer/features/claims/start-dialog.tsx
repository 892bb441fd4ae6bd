import { Text } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useForm } from 'react-hook-form'
import { z } from 'zod'
import { calendarDateSchema, type CalendarDate } from '../../../domain/calendar-date.ts'
import { claimStartSchema, type BoardElder } from '../../../domain/claim.ts'
import { claimLabels } from '../../../domain/labels/claim.zh.ts'
import type { ResidentRow } from '../../../domain/resident.ts'
import { ask, failureOf } from '../../ledger/ledger-client.ts'
import { DateField } from '../../ui/form/date-field.tsx'
import { FormDialog } from '../../ui/form/form-dialog.tsx'
import { FormFailure, markFailure } from '../../ui/form/form-failure.tsx'
import { schemaResolver } from '../../ui/form/schema-resolver.ts'
import { SelectField } from '../../ui/form/select-field.tsx'
import { TextField } from '../../ui/form/text-field.tsx'
import { ResidentPicker } from '../../ui/resident-picker.tsx'
import { eldersText } from './elders-text.ts'
import { idText, optionalIdText } from './id-text.ts'
import { useClaimChoices } from './use-claim-choices.ts'

const words = claimLabels.start

const formSchema = z.strictObject({
  claimPostId: idText,
  claimantId: idText,
  mentorId: optionalIdText,
  fromOn: calendarDateSchema,
  note: claimStartSchema.shape.note,
})
type Draft = z.output<typeof formSchema>
interface Values {
  claimPostId: string
  claimantId: string
  mentorId: string | null
  fromOn: CalendarDate
  note: string
}

const resolver = schemaResolver<Values, Draft>(formSchema, {
  labels: {
    claimPostId: words.post,
    claimantId: words.claimant,
    mentorId: words.mentor,
    fromOn: words.fromOn,
    note: words.note,
  },
})

interface StartDialogProps {
  /** Empty where who it is about is still to be found. */
  readonly elders: readonly BoardElder[]
  readonly claimPostId: number | null
  readonly claimantId: number | null
  readonly todayOn: CalendarDate
  readonly onCancel: () => void
  readonly onDone: (claimCount: number) => void
}

/** Who claims these elders, in which post and from which day on. */
export function StartDialog({
  elders,
  claimPostId,
  claimantId,
  todayOn,
  onCancel,
  onDone,
}: StartDialogProps) {
  const choices = useClaimChoices()
  const [person, setPerson] = useState<ResidentRow | null>(null)
  const [isPersonMissing, setIsPersonMissing] = useState(false)
  // A list with nothing chosen holds null until something is, which the schema names.
  const nothing = null as unknown as string
  const form = useForm<Values, unknown, Draft>({
    defaultValues: {
      claimPostId: claimPostId === null ? nothing : String(claimPostId),
      claimantId: claimantId === null ? nothing : String(claimantId),
      mentorId: null,
      fromOn: todayOn,
      note: '',
    },
    resolver,
  })
  const residentIds =
    elders.length > 0 ? elders.map(({ residentId }) => residentId) : person === null ? [] : [person.id]
  const saving = useMutation({
    mutationFn: (draft: Draft) => ask('claim.start', { ...draft, residentIds }),
    onSuccess: ({ claimCount }) => onDone(claimCount),
    onError: (error) => markFailure(form, failureOf(error)),
  })
  const { control } = form
  return (
    <FormDialog
      title={words.title}
      confirmLabel={words.save}
      cancelLabel={claimLabels.cancel}
      isBusy={saving.isPending}
      isDirty={form.formState.isDirty && !saving.isSuccess}
      onSubmit={() => {
        setIsPersonMissing(residentIds.length === 0)
        if (residentIds.length > 0) void form.handleSubmit((draft) => saving.mutate(draft))()
      }}
      onCancel={onCancel}
    >
      <FormFailure form={form} />
      {elders.length > 0 ? (
        <Text>{eldersText(words.elders, elders)}</Text>
      ) : (
        <ResidentPicker
          label={words.person}
          chosen={person}
          problem={isPersonMissing ? words.personMissing : undefined}
          onChoose={setPerson}
        />
      )}
      {choices.isRead && choices.claimants.length === 0 && <Text fw={600}>{words.noClaimants}</Text>}
      <SelectField
        control={control}
        name="claimPostId"
        label={words.post}
        options={choices.posts}
        placeholder={words.choose}
        isOptional
        isRequired
      />
      <SelectField
        control={control}
        name="claimantId"
        label={words.claimant}
        options={choices.claimants}
        placeholder={words.choose}
        isOptional
        isRequired
      />
      <SelectField
        control={control}
        name="mentorId"
        label={words.mentor}
        options={choices.mentors}
        placeholder={words.noMentor}
        isOptional
      />
      <DateField control={control} name="fromOn" label={words.fromOn} isRequired />
      <TextField control={control} name="note" label={words.note} maxLength={200} />
    </FormDialog>
  )
}
