import { Text } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useForm } from 'react-hook-form'
import type { z } from 'zod'
import type { CalendarDate } from '../../../domain/calendar-date.ts'
import { claimEndings, claimEndSchema, type BoardElder } from '../../../domain/claim.ts'
import { claimEndReasonLabels, claimLabels } from '../../../domain/labels/claim.zh.ts'
import { ask, failureOf } from '../../ledger/ledger-client.ts'
import { DateField } from '../../ui/form/date-field.tsx'
import { FormDialog } from '../../ui/form/form-dialog.tsx'
import { FormFailure, markFailure } from '../../ui/form/form-failure.tsx'
import { schemaResolver } from '../../ui/form/schema-resolver.ts'
import { SelectField } from '../../ui/form/select-field.tsx'
import { TextField } from '../../ui/form/text-field.tsx'
import { eldersText } from './elders-text.ts'

const words = claimLabels.end
const reasonOptions = claimEndings.map((reason) => [reason, claimEndReasonLabels[reason]] as const)

const formSchema = claimEndSchema.omit({ claimIds: true })
type Draft = z.infer<typeof formSchema>

const resolver = schemaResolver<Draft, Draft>(formSchema, {
  labels: { lastOn: words.lastOn, reason: words.reason, note: words.note },
})

interface EndDialogProps {
  readonly elders: readonly BoardElder[]
  readonly todayOn: CalendarDate
  readonly onCancel: () => void
  readonly onDone: (claimCount: number) => void
}

/** Until when elders are claimed whom nobody takes over. */
export function EndDialog({ elders, todayOn, onCancel, onDone }: EndDialogProps) {
  const form = useForm<Draft, unknown, Draft>({
    defaultValues: { lastOn: todayOn, reason: 'elderDeclined', note: '' },
    resolver,
  })
  const claimIds = elders.flatMap(({ claim }) => claim?.id ?? [])
  const saving = useMutation({
    mutationFn: (draft: Draft) => ask('claim.end', { ...draft, claimIds }),
    onSuccess: ({ claimCount }) => onDone(claimCount),
    onError: (error) => markFailure(form, failureOf(error)),
  })
  const { control } = form
  return (
    <FormDialog
      title={words.title}
      confirmLabel={words.save}
      cancelLabel={claimLabels.cancel}
      isDangerous
      isBusy={saving.isPending}
      isDirty={form.formState.isDirty && !saving.isSuccess}
      onSubmit={() => void form.handleSubmit((draft) => saving.mutate(draft))()}
      onCancel={onCancel}
    >
      <FormFailure form={form} />
      <Text>{eldersText(words.text, elders)}</Text>
      <SelectField
        control={control}
        name="reason"
        label={words.reason}
        help={words.mistakeHelp}
        options={reasonOptions}
      />
      <DateField control={control} name="lastOn" label={words.lastOn} isRequired />
      <TextField control={control} name="note" label={words.note} maxLength={200} />
    </FormDialog>
  )
}
