import { useForm } from 'react-hook-form'
import { buildingChannels } from '../../../domain/building.ts'
import { buildingLabels } from '../../../domain/labels/building.zh.ts'
import { ask, failureOf } from '../../ledger/ledger-client.ts'
import { FormDialog } from '../../ui/form/form-dialog.tsx'
import { FormFailure, markFailure } from '../../ui/form/form-failure.tsx'
import { schemaResolver } from '../../ui/form/schema-resolver.ts'
import { TextField } from '../../ui/form/text-field.tsx'
import { leaveTo } from '../../ui/leave-guard.tsx'
import { useBuildingChange } from './use-building-change.ts'

const words = buildingLabels.dialog
const schema = buildingChannels['building.add'].input

interface AddBuildingDialogProps {
  readonly onCancel: () => void
}

/** A building before anybody is registered there. */
export function AddBuildingDialog({ onCancel }: AddBuildingDialogProps) {
  const form = useForm<{ name: string }, unknown, { name: string }>({
    defaultValues: { name: '' },
    resolver: schemaResolver(schema, { labels: { name: words.name } }),
  })
  const adding = useBuildingChange(
    (input: { name: string }) => ask('building.add', input),
    ({ id }) => leaveTo(`/buildings/${String(id)}`),
    (error) => markFailure(form, failureOf(error)),
  )
  return (
    <FormDialog
      title={words.addTitle}
      confirmLabel={words.add}
      cancelLabel={words.cancel}
      isBusy={adding.isPending}
      isDirty={form.formState.isDirty}
      onSubmit={() => void form.handleSubmit((input) => adding.mutate(input))()}
      onCancel={onCancel}
    >
      <FormFailure form={form} />
      <TextField
        control={form.control}
        name="name"
        label={words.name}
        help={words.nameHelp}
        maxLength={60}
        isRequired
        isFirst
      />
    </FormDialog>
  )
}
