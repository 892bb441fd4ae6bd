import { Text } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useForm } from 'react-hook-form'
import { z } from 'zod'
import { calendarDateSchema, type CalendarDate } from '../../../domain/calendar-date.ts'
import { handOverReasons, handOverSchema, type BoardElder } from '../../../domain/claim.ts'
import { claimEndReasonLabels, claimLabels } from '../../../domain/labels/claim.zh.ts'
import { ask, failureOf } from '../../ledger/ledger-client.ts'
import { DateField } from '../../ui/form/date-field.tsx'
import { FormDialog } from '../../ui/form/form-dialog.tsx'
import { FormFailure, markFailure } from '../../ui/form/form-failure.tsx'
import { schemaResolver } from '../../ui/form/schema-resolver.ts'
import { SelectField } from '../../ui/form/select-field.tsx'
import { TextField } from '../../ui/form/text-field.tsx'
import { eldersText } from './elders-text.ts'
import { idText, optionalIdText } from './id-text.ts'
import { useClaimChoices } from './use-claim-choices.ts'

const words = claimLabels.handOver
const reasonOptions = handOverReasons.map((reason) => [reason, claimEndReasonLabels[reason]] as const)

/** Chosen where nobody is to lead any more. */
const nobody = 'nobody'

const formSchema = z.strictObject({
  toClaimantId: idText,
  toClaimPostId: optionalIdText,
  mentor: z.string().nullable(),
  fromOn: calendarDateSchema,
  reason: handOverSchema.shape.reason,
  note: handOverSchema.shape.note,
})
type Draft = z.output<typeof formSchema>
type Values = z.input<typeof formSchema>

const resolver = schemaResolver<Values, Draft>(formSchema, {
  labels: { toClaimantId: words.toClaimant, fromOn: words.fromOn, reason: words.reason, note: words.note },
})

interface HandOverDialogProps {
  readonly claimant: { readonly id: number; readonly name: string }
  /** Null for all of the claimant's. */
  readonly elders: readonly BoardElder[] | null
  readonly todayOn: CalendarDate
  readonly onCancel: () => void
  readonly onDone: (claimCount: number) => void
}

/** To whom elders go when somebody is ill or leaves, and from which day on. */
export function HandOverDialog({ claimant, elders, todayOn, onCancel, onDone }: HandOverDialogProps) {
  const choices = useClaimChoices()
  const form = useForm<Values, unknown, Draft>({
    // A list with nothing chosen holds null until something is, which the schema names.
    defaultValues: {
      toClaimantId: null as unknown as string,
      toClaimPostId: null,
      mentor: null,
      fromOn: todayOn,
      reason: 'claimantIll',
      note: '',
    },
    resolver,
  })
  const claimIds = (elders ?? []).flatMap(({ claim }) => claim?.id ?? [])
  const saving = useMutation({
    mutationFn: ({ mentor, ...draft }: Draft) =>
      ask('claim.handOver', {
        ...draft,
        claimantId: claimant.id,
        claims: elders === null ? { which: 'all' } : { which: 'some', claimIds },
        isMentorKept: mentor === null,
        mentorId: mentor === null || mentor === nobody ? null : Number(mentor),
      }),
    onSuccess: ({ claimCount }) => onDone(claimCount),
    onError: (error) => markFailure(form, failureOf(error)),
  })
  const { control } = form
  const claimantOptions = choices.claimants.map(([id, name]) =>
    id === String(claimant.id) ? ([id, words.same(claimant.name)] as const) : ([id, name] as const),
  )
  return (
    <FormDialog
      title={words.title(claimant.name)}
      confirmLabel={words.save}
      cancelLabel={claimLabels.cancel}
      isBusy={saving.isPending}
      isDirty={form.formState.isDirty && !saving.isSuccess}
      onSubmit={() => void form.handleSubmit((draft) => saving.mutate(draft))()}
      onCancel={onCancel}
    >
      <FormFailure form={form} />
      <Text>{elders === null ? words.all : eldersText(words.some, elders)}</Text>
      <SelectField
        control={control}
        name="toClaimantId"
        label={words.toClaimant}
        options={claimantOptions}
        placeholder={words.choose}
        isOptional
        isRequired
      />
      <SelectField control={control} name="reason" label={words.reason} options={reasonOptions} />
      <DateField control={control} name="fromOn" label={words.fromOn} help={words.history} isRequired />
      <SelectField
        control={control}
        name="toClaimPostId"
        label={words.toPost}
        options={choices.posts}
        placeholder={words.samePost}
        isOptional
      />
      <SelectField
        control={control}
        name="mentor"
        label={words.mentor}
        options={[[nobody, words.noMentor], ...choices.mentors]}
        placeholder={words.sameMentor}
        isOptional
      />
      <TextField control={control} name="note" label={words.note} maxLength={200} />
    </FormDialog>
  )
}
