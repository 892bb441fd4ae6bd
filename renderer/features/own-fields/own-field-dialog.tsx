import { Checkbox, Text } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useForm, useWatch } from 'react-hook-form'
import { ownFieldKindLabels, ownFieldLabels } from '../../../domain/labels/own-field.zh.ts'
import {
  comparedName,
  ownFieldDraftSchema,
  type OwnField,
  type OwnFieldDraft,
  type OwnFieldOwner,
} from '../../../domain/own-field.ts'
import { ask, failureOf } from '../../ledger/ledger-client.ts'
import { codeOptions } from '../../ui/form/code-options.ts'
import { FormDialog } from '../../ui/form/form-dialog.tsx'
import { FormFailure, markFailure } from '../../ui/form/form-failure.tsx'
import { schemaResolver } from '../../ui/form/schema-resolver.ts'
import { SelectField } from '../../ui/form/select-field.tsx'
import { TextField } from '../../ui/form/text-field.tsx'
import { OwnFieldChoices } from './own-field-choices.tsx'

const words = ownFieldLabels.dialog
const kindOptions = codeOptions(ownFieldKindLabels)

interface OwnFieldDialogProps {
  readonly owner: OwnFieldOwner
  /** Null for a new one. */
  readonly field: OwnField | null
  readonly onCancel: () => void
  readonly onDone: (field: OwnField) => void
}

/** What a field is called and what is filled in there. */
export function OwnFieldDialog({ owner, field, onCancel, onDone }: OwnFieldDialogProps) {
  const form = useForm<OwnFieldDraft, unknown, OwnFieldDraft>({
    defaultValues: {
      owner,
      name: field?.name ?? '',
      kind: field?.kind ?? 'text',
      isInList: field?.isInList ?? false,
      choices: [...(field?.choices ?? [])],
    },
    resolver: async (values, context, options) => resolver(withoutForeignChoices(values), context, options),
  })
  const kind = useWatch({ control: form.control, name: 'kind' })
  const saving = useMutation({
    mutationFn: (draft: OwnFieldDraft) =>
      ask('ownField.save', { id: field?.id ?? null, revision: field?.revision ?? null, draft }),
    onSuccess: onDone,
    onError: (error) => markFailure(form, failureOf(error)),
  })
  return (
    <FormDialog
      title={field === null ? words.addTitle[owner] : words.editTitle(field.name)}
      confirmLabel={words.save}
      cancelLabel={ownFieldLabels.cancel}
      isBusy={saving.isPending}
      isDirty={form.formState.isDirty}
      onSubmit={() => void form.handleSubmit((draft) => saving.mutate(draft))()}
      onCancel={onCancel}
    >
      <FormFailure form={form} />
      <TextField
        control={form.control}
        name="name"
        label={words.name}
        help={words.nameHelp}
        maxLength={20}
        isRequired
        isFirst
      />
      {field?.isUsed === true ? (
        <Text>{words.kindFixed(ownFieldKindLabels[field.kind])}</Text>
      ) : (
        <SelectField control={form.control} name="kind" label={words.kind} options={kindOptions} />
      )}
      <Checkbox size="md" label={words.isInList} {...form.register('isInList')} />
      {kind === 'choice' && <OwnFieldChoices form={form} isUsed={field?.isUsed === true} />}
    </FormDialog>
  )
}

const resolver = schemaResolver<OwnFieldDraft, OwnFieldDraft>(ownFieldDraftSchema, {
  labels: { name: words.name, kind: words.kind, choices: words.choices },
  furtherProblems: ({ kind, choices }) => {
    if (kind !== 'choice') return {}
    if (choices.length === 0) return { 'root.ledger': words.noChoices }
    const names = choices.map(({ name }) => comparedName(name))
    const second = names.findIndex((name, index) => names.indexOf(name) !== index)
    return second < 0 ? {} : { [`choices.${second}.name`]: words.sameChoice }
  },
})

/** Only a choice has answers to choose from. */
function withoutForeignChoices(values: OwnFieldDraft): OwnFieldDraft {
  return values.kind === 'choice' ? values : { ...values, choices: [] }
}
