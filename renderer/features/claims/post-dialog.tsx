import { Checkbox } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useForm } from 'react-hook-form'
import { z } from 'zod'
import { claimPostDraftSchema, type ClaimPost, type ClaimPostDraft } from '../../../domain/claim.ts'
import { claimLabels } from '../../../domain/labels/claim.zh.ts'
import { ask, failureOf } from '../../ledger/ledger-client.ts'
import { FormDialog } from '../../ui/form/form-dialog.tsx'
import { FormFailure, markFailure } from '../../ui/form/form-failure.tsx'
import { schemaResolver } from '../../ui/form/schema-resolver.ts'
import { TextField } from '../../ui/form/text-field.tsx'

const words = claimLabels.post

const numberText = z
  .string()
  .transform((text) => Number(text.normalize('NFKC').trim() === '' ? Number.NaN : text.normalize('NFKC')))
const formSchema = z
  .strictObject({
    name: z.string(),
    quota: numberText,
    callEveryDays: numberText,
    note: z.string(),
    isClosed: z.boolean(),
  })
  .pipe(claimPostDraftSchema)
type Values = z.input<typeof formSchema>

const resolver = schemaResolver<Values, ClaimPostDraft>(formSchema, {
  labels: { name: words.name, note: words.note },
  sentences: { quota: words.quotaNumber, callEveryDays: words.daysNumber },
})

interface PostDialogProps {
  /** Null for a new one. */
  readonly post: ClaimPost | null
  readonly onCancel: () => void
  readonly onDone: (post: ClaimPost) => void
}

/** What a post is called, how many elders it looks after and how often they are called. */
export function PostDialog({ post, onCancel, onDone }: PostDialogProps) {
  const form = useForm<Values, unknown, ClaimPostDraft>({
    defaultValues: {
      name: post?.name ?? '',
      quota: String(post?.quota ?? 20),
      callEveryDays: String(post?.callEveryDays ?? 7),
      note: post?.note ?? '',
      isClosed: post?.isClosed ?? false,
    },
    resolver,
  })
  const saving = useMutation({
    mutationFn: (draft: ClaimPostDraft) =>
      ask('claimPost.save', { id: post?.id ?? null, revision: post?.revision ?? null, draft }),
    onSuccess: onDone,
    onError: (error) => markFailure(form, failureOf(error)),
  })
  const { control } = form
  return (
    <FormDialog
      title={post === null ? words.addTitle : words.editTitle(post.name)}
      confirmLabel={words.save}
      cancelLabel={claimLabels.cancel}
      isBusy={saving.isPending}
      isDirty={form.formState.isDirty && !saving.isSuccess}
      onSubmit={() => void form.handleSubmit((draft) => saving.mutate(draft))()}
      onCancel={onCancel}
    >
      <FormFailure form={form} />
      <TextField control={control} name="name" label={words.name} maxLength={40} isRequired isFirst />
      <TextField
        control={control}
        name="quota"
        label={words.quota}
        inputMode="numeric"
        maxLength={4}
        isRequired
      />
      <TextField
        control={control}
        name="callEveryDays"
        label={words.callEveryDays}
        help={words.callEveryDaysHelp}
        inputMode="numeric"
        maxLength={3}
        isRequired
      />
      <TextField control={control} name="note" label={words.note} maxLength={200} />
      {post !== null && <Checkbox size="md" label={words.isClosed} {...form.register('isClosed')} />}
      {form.formState.errors.isClosed?.message !== undefined && (
        <p role="alert">{form.formState.errors.isClosed.message}</p>
      )}
    </FormDialog>
  )
}
